import { createCpythonRuntime } from './cpython.ts';
import type { Runtime } from './runtime.ts';

const needed = ['IRIS_HOST', 'IRIS_PORT', 'IRIS_NAMESPACE', 'IRIS_USER', 'IRIS_PASSWORD'] as const;

/** A reader's own InterSystems IRIS, reached from the CPython of this machine. Without a connection nothing is run, and nothing is guessed. */
export function createIrisRuntime({
  env = process.env,
}: { env?: Readonly<Record<string, string | undefined>> } = {}): Runtime {
  const pass = Object.keys(env).filter((name) => name.startsWith('IRIS_'));
  const python = createCpythonRuntime({ env, pass });
  return {
    name: 'iris',
    async probe() {
      const missing = needed.filter((name) => env[name] === undefined);
      if (missing.length > 0)
        return { absent: `no connection to an InterSystems IRIS server: ${missing.join(', ')} not set` };
      return python.probe();
    },
    async run(program, signal) {
      if (program.sample.language !== 'python') {
        return {
          kind: 'absent',
          reason: 'load the class into your IRIS by hand: only Python samples are run from outside',
        };
      }
      return python.run(program, signal);
    },
    close: () => python.close(),
  };
}

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { release, tmpdir, type } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { Output } from '#runner/output.ts';
import type { RunResult } from '#runner/run-result.ts';
import type { Program, Runtime } from './runtime.ts';

const run = promisify(execFile);

/** Time that output may still take to arrive after a program has ended and its group was killed, in milliseconds. */
const drainLimitMs = 1000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Names tried in this order; the newest version found among them is used. */
const candidates = [
  ...['python3.16', 'python3.15', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3', 'python'],
  // A distribution installs its packages for this one, whatever comes first on PATH.
  '/usr/bin/python3',
];

/** Isolated from the user's environment and site, development mode on, no byte code written. */
const flags = ['-I', '-X', 'dev', '-B'];

export interface Interpreter {
  command: string;
  /** As `3.14.2`. */
  version: string;
}

/** Real CPython as found on the machine: `PYTHON` where it is set, else the newest of the usual names. */
export function createCpythonRuntime({
  env = process.env,
  pass = [],
}: {
  env?: Environment;
  /** Variables of the environment that programs may see besides the fixed ones. */
  pass?: readonly string[];
} = {}): Runtime {
  let found: Promise<Interpreter[]> | undefined;
  const list = () => (found ??= findInterpreters(env));
  return {
    name: 'cpython',
    async probe() {
      const [interpreter] = await list();
      if (interpreter === undefined) {
        return {
          absent:
            env.PYTHON === undefined ? 'no Python 3 was found on this machine' : `PYTHON=${env.PYTHON} is no Python 3`,
        };
      }
      return {
        version: interpreter.version,
        python: interpreter.version,
        host: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
      };
    },
    async run(program, signal) {
      const interpreters = await list();
      const passed = Object.fromEntries(pass.map((name) => [name, env[name]]));
      return runProcess(program, interpreters, { PATH: env.PATH, ...passed }, signal);
    },
    close: () => Promise.resolve(),
  };
}

/** Finds interpreters, newest first. Each is asked for its version, because names lie. */
export async function findInterpreters(env: Environment): Promise<Interpreter[]> {
  const commands = env.PYTHON === undefined ? candidates : [env.PYTHON];
  const asked = await Promise.all(
    commands.map(async (command): Promise<Interpreter | undefined> => {
      try {
        const { stdout } = await run(command, ['-I', '-c', 'import platform; print(platform.python_version())'], {
          env: { PATH: env.PATH ?? '' },
          timeout: 20_000,
        });
        return stdout.startsWith('3.') ? { command, version: stdout.trim() } : undefined;
      } catch {
        return undefined;
      }
    }),
  );
  return asked.filter((item) => item !== undefined).sort((a, b) => compareVersions(b.version, a.version));
}

/** Orders versions by their numbers: 3.9 before 3.11. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10)));
  for (const index of [0, 1, 2]) {
    const step = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}

async function runProcess(
  { sample, files, main }: Program,
  interpreters: readonly Interpreter[],
  env: Environment,
  signal: AbortSignal,
): Promise<RunResult> {
  const { cpython } = sample.runtimes;
  const min = 'min' in cpython ? cpython.min : '3.0';
  const fitting = interpreters.filter(({ version }) => compareVersions(version, min) >= 0);
  if (fitting[0] === undefined) {
    return {
      kind: 'absent',
      reason: `it needs Python ${min}, and ${interpreters[0] ? `the newest here is ${interpreters[0].version}` : 'there is none here'}`,
    };
  }
  const interpreter = await pickWithPackages(fitting, sample.packages, env);
  if (interpreter === undefined)
    return { kind: 'absent', reason: `no Python here has the packages it needs: ${sample.packages.join(', ')}` };

  const directory = await mkdtemp(join(await realpath(tmpdir()), 'sample-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
    signal.throwIfAborted();
    const result = await runInDirectory(interpreter, main, directory, sample.timeoutMs, env, signal);
    const { version } = interpreter;
    return result.kind === 'exited' ? { ...result, facts: { version, python: version } } : result;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The first interpreter that has all the packages: a distribution installs them for its own Python only. */
async function pickWithPackages(
  interpreters: readonly Interpreter[],
  packages: readonly string[],
  env: Environment,
): Promise<Interpreter | undefined> {
  if (packages.length === 0) return interpreters[0];
  const check = 'import importlib.metadata as m, sys; [m.distribution(name) for name in sys.argv[1:]]';
  for (const interpreter of interpreters) {
    try {
      await run(interpreter.command, ['-I', '-c', check, ...packages], {
        env: { PATH: env.PATH ?? '' },
        timeout: 20_000,
      });
      return interpreter;
    } catch {
      // It lacks one of them, or is not there.
    }
  }
  return undefined;
}

function runInDirectory(
  { command }: Interpreter,
  main: string,
  directory: string,
  timeoutMs: number,
  env: Environment,
  signal: AbortSignal,
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const output = new Output();
    const child = spawn(command, [...flags, main], {
      cwd: directory,
      env: {
        ...env,
        HOME: directory,
        TMPDIR: directory,
        PYTHONHASHSEED: '0',
        PYTHONUTF8: '1',
        NO_COLOR: '1',
        TZ: 'UTC',
      },
      // A group of its own, so that children it leaves behind die with it.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let settled = false;
    // Every run has a folder of its own, whose name would make every traceback another one.
    const readStream = (stream: 'stdout' | 'stderr') => output.read(stream).replaceAll(`${directory}${sep}`, '');
    const read = () => ({ stdout: readStream('stdout'), stderr: readStream('stderr') });
    const settle = (finish: () => void) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      killGroup(child.pid);
      finish();
    };
    const interrupt = () => {
      settle(() => {
        reject(new Error('interrupted'));
      });
    };
    let timer = setTimeout(() => {
      settle(() => {
        resolve({ kind: 'timed-out', ...read() });
      });
    }, timeoutMs);
    signal.addEventListener('abort', interrupt);
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (bytes: Buffer) => {
        if (output.add(stream, bytes)) return;
        settle(() => {
          resolve({ kind: 'crashed', reason: 'it wrote more than 64 kB', ...read() });
        });
      });
    }
    child.on('error', (error) => {
      settle(() => {
        resolve({ kind: 'crashed', reason: error.message, ...read() });
      });
    });
    // At `exit` the last of the output may still be in the pipes, and at `close` it is read. A child left behind would hold
    // them open for ever: it is killed first, and one that left the group is not waited for.
    child.on('exit', (code, killedBy) => {
      killGroup(child.pid);
      const finish = () => {
        settle(() => {
          resolve(
            code === null
              ? { kind: 'crashed', reason: `it was ended by ${killedBy ?? 'a signal'}`, ...read() }
              : { kind: 'exited', exit: code, truncated: output.truncated, ...read() },
          );
        });
      };
      clearTimeout(timer);
      timer = setTimeout(finish, drainLimitMs);
      child.once('close', finish);
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

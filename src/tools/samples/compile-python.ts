import type { Sample } from '#schema/sample.ts';
import type { CompilePython } from './runtimes/parse.ts';
import type { Runtime } from './runtimes/runtime.ts';

/** Prints the line and the message of the first syntax error of `body.py`, or nothing. */
const compiler = `
try:
    with open("body.py", encoding="utf-8") as file:
        compile(file.read(), "body.py", "exec", dont_inherit=True)
except SyntaxError as error:
    print(error.lineno or 1, error.msg, sep="\\t")
`;

const timeoutMs = 30_000;

/** Compiles Python in a runtime that the project brings along, so that the check needs nothing on the machine. */
export function createPythonCompiler(python: Runtime, signal: AbortSignal): CompilePython {
  return async (source) => {
    const result = await python.run(
      {
        id: 'compile',
        sample: { timeoutMs } as Sample,
        directory: '',
        files: { 'compile.py': compiler, 'body.py': source },
        main: 'compile.py',
      },
      signal,
    );
    if (result.kind !== 'exited' || result.exit !== 0) {
      throw new Error(`Python could not be compiled: ${result.kind === 'exited' ? result.stderr : result.kind}`);
    }
    const [line, reason] = result.stdout.trim().split('\t');
    return reason === undefined ? undefined : { line: Number(line), reason };
  };
}

import { checkBpl } from '#objectscript/bpl-check.ts';
import { checkClass } from '#objectscript/class-check.ts';
import type { FileProblem, RunResult } from '#runner/run-result.ts';
import type { Program, Runtime } from './runtime.ts';

/** Compiles Python without running it; returns what is wrong, or nothing. */
export type CompilePython = (source: string) => Promise<{ line: number; reason: string } | undefined>;

/**
 * The structural check: ObjectScript classes and BPL documents are parsed, Python is compiled and not run. What passes is
 * well formed; no InterSystems IRIS has compiled it.
 */
export function createParseRuntime(compilePython: CompilePython): Runtime {
  return {
    name: 'parse',
    probe: () =>
      Promise.resolve({ version: 'structure checked, not compiled by IRIS', host: `Node ${process.versions.node}` }),
    run: (program) => checkProgram(program, compilePython),
    close: () => Promise.resolve(),
  };
}

async function checkProgram({ files }: Program, compilePython: CompilePython): Promise<RunResult> {
  const problems: FileProblem[] = [];
  for (const [file, text] of Object.entries(files)) {
    for (const problem of await checkFile(file, text, compilePython)) problems.push({ file, ...problem });
  }
  return { kind: 'checked', problems };
}

async function checkFile(
  name: string,
  text: string,
  compilePython: CompilePython,
): Promise<Omit<FileProblem, 'file'>[]> {
  if (name.endsWith('.bpl.xml')) return checkBpl(text);
  if (name.endsWith('.py')) {
    const fault = await compilePython(text);
    return fault === undefined
      ? []
      : [
          {
            line: fault.line,
            column: 1,
            reason: `Unexpected Python, expected a module that compiles: ${fault.reason}`,
          },
        ];
  }
  if (!name.endsWith('.cls')) return [];
  const { problems, pythonBodies } = checkClass(text);
  const found = [...problems];
  for (const { name: method, parameters, source, line } of pythonBodies) {
    // A body is the inside of a function: `return` must be allowed.
    const body = source.split('\n').map((row) => (row.trim() === '' ? '' : `    ${row}`));
    const fault = await compilePython(
      [`def ${method}(self, ${parameters.join(', ')}):`, ...body, '    pass', ''].join('\n'),
    );
    if (fault !== undefined) {
      found.push({
        line: line + fault.line - 2,
        column: 1,
        reason: `Unexpected Python in \`${method}\`, expected a body that compiles: ${fault.reason}`,
      });
    }
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

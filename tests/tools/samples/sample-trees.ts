import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import type { RuntimeName } from '#schema/sample.ts';

const command = resolve('src/tools/samples/cli.ts');
// Many runs load the same modules: compiled once, each takes half the time.
const compileCache = mkdtempSync(join(tmpdir(), 'samples-cache-'));
const folders = [compileCache];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export interface SampleOptions {
  /** Runtimes it is for, all others are skipped. */
  runtimes?: readonly RuntimeName[];
  minPython?: string;
  expect?: string;
  role?: string;
  timeoutMs?: number;
  /** More lines of the record. */
  more?: string;
  stdout?: string;
  stderr?: string;
  /** More files. */
  files?: Readonly<Record<string, string>>;
}

/** The declaration of a sample that shows a gap by a TypeError. */
export const expectsTypeError =
  '{ outcome: fail, exit: 1, raises: { type: TypeError, message: no await }, reason: It shows a gap. }';

/** The files of a Python sample, by their paths below the tree. */
export function renderSample(
  id: string,
  source: string,
  {
    runtimes = ['cpython'],
    minPython = '3.8',
    expect = '{ outcome: pass, exit: 0 }',
    role = 'recipe',
    timeoutMs = 60_000,
    more = '',
    stdout,
    stderr,
    files = {},
  }: SampleOptions = {},
): Record<string, string> {
  const renderRuntime = (name: RuntimeName) =>
    !runtimes.includes(name) ? '{ skip: Not for it }' : name === 'cpython' ? `{ min: '${minPython}' }` : 'true';
  const folder = `content/samples/${id}`;
  return {
    [`${folder}/sample.yaml`]: `title: A sample
summary: It does a thing.
language: python
role: ${role}
illustrates: [a-gap]
runtimes:
  pyodide: ${renderRuntime('pyodide')}
  cpython: ${renderRuntime('cpython')}
  parse: ${renderRuntime('parse')}
  iris: ${renderRuntime('iris')}
expect: ${expect}
timeoutMs: ${timeoutMs}
reviewedOn: 2026-11-20
${more}`,
    [`${folder}/main.py`]: source,
    ...(stdout !== undefined && { [`${folder}/expected.stdout`]: stdout }),
    ...(stderr !== undefined && { [`${folder}/expected.stderr`]: stderr }),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])),
  };
}

/** Writes files into a folder of their own that goes when the tests of the file have finished. */
export function createSampleTree(...parts: readonly Readonly<Record<string, string | Uint8Array>>[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'samples-')));
  folders.push(root);
  for (const [path, text] of parts.flatMap((files) => Object.entries(files))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

interface CommandOptions {
  cwd: string;
  env?: Readonly<Record<string, string | undefined>>;
}

function createEnvironment(env: CommandOptions['env']): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:CI|IRIS_.*|SAMPLES_REQUIRE|PYTHON)$/.test(name),
  );
  return { ...Object.fromEntries(inherited), NODE_COMPILE_CACHE: compileCache, ...env };
}

/** Runs the real command in a folder, as `npm run samples --` would. */
export function runCommand(args: readonly string[], { cwd, env }: CommandOptions): Promise<Run> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [command, ...args],
      { cwd, env: createEnvironment(env), maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        done({ exitCode: child.exitCode, stdout, stderr });
      },
    );
  });
}

/** Starts the real command, to send it signals. */
export function startCommand(args: readonly string[], { cwd, env }: CommandOptions): ChildProcess {
  return spawn(process.execPath, [command, ...args], {
    cwd,
    env: createEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface JsonVerdict {
  sample: string;
  runtime: RuntimeName;
  outcome: string;
  expected: string;
  file: string;
  reason?: string;
}

/** The verdicts of a JSON report: "outcome: reason" by "sample runtime". */
export function readVerdicts(stdout: string): Record<string, string> {
  const { verdicts } = JSON.parse(stdout) as { verdicts: JsonVerdict[] };
  return Object.fromEntries(
    verdicts.map(({ sample, runtime, outcome, reason }) => [
      `${sample} ${runtime}`,
      reason === undefined ? outcome : `${outcome}: ${reason}`,
    ]),
  );
}

/** Everything below a folder: names, times and texts. */
export function describeTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = lstatSync(join(folder, name));
      return `${name} ${stats.mtimeMs} ${stats.isFile() ? readFileSync(join(folder, name), 'utf8') : ''}`;
    });
}

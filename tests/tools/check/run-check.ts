import { execFile } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

const command = resolve('src/tools/check/cli.ts');
// Hundreds of runs load the same modules: compiled once, each takes half the time.
const compileCache = mkdtempSync(join(tmpdir(), 'check-cache-'));
afterAll(() => {
  rmSync(compileCache, { recursive: true });
});

export interface Run {
  exitCode: number;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  cwd?: string;
  /** `null` leaves the day out of the environment. */
  asOf?: string | null;
}

const atOnce = Math.max(2, availableParallelism());
let running = 0;
const waiting: (() => void)[] = [];

/** Runs the real command, a few at a time. */
export async function runCheck(args: readonly string[], { cwd, asOf = '2026-11-21' }: RunOptions = {}): Promise<Run> {
  if (running >= atOnce) await new Promise<void>((start) => waiting.push(start));
  running += 1;
  try {
    return await execute(args, cwd, asOf);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function execute(args: readonly string[], cwd: string | undefined, asOf: string | null): Promise<Run> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  if (asOf === null) delete env.AS_OF;
  else env.AS_OF = asOf;
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [command, ...args],
      { cwd, env, maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        done({ exitCode: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

/** An empty folder that lives as long as the test. Its path holds no link, so that messages show paths relative to it. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'check-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** A folder of its own that holds a copy of a fixture's `content`. */
export function copyTree(fixture: string): string {
  const folder = makeFolder();
  cpSync(join(fixture, 'content'), join(folder, 'content'), { recursive: true, verbatimSymlinks: true });
  return folder;
}

/** Everything below a folder that a write would change: names, sizes and times. */
export function describeTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs, mode } = lstatSync(join(folder, name));
      return `${name} ${size} ${mtimeMs} ${mode}`;
    });
}

import { availableParallelism } from 'node:os';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { createProgress } from '#report/progress.ts';
import { reporters } from '#report/reporters.ts';
import type { RuntimeName } from '#schema/sample.ts';
import { readContent } from '#store/disk.ts';
import { parseArguments, usage, type SampleOptions } from './arguments.ts';
import { createPythonCompiler } from './compile-python.ts';
import { recordResults } from './record.ts';
import { sampleReporters } from './reporters.ts';
import { runSamples, type Job, type Result } from './run.ts';
import { createCpythonRuntime } from './runtimes/cpython.ts';
import { createIrisRuntime } from './runtimes/iris.ts';
import { createParseRuntime } from './runtimes/parse.ts';
import { createPyodideRuntime } from './runtimes/pyodide.ts';
import type { Runtime } from './runtimes/runtime.ts';
import { listUnreadable, selectJobs } from './selection.ts';

/** Exit code of a command that Ctrl+C ended, as shells count it. */
const interruptedCode = 130;

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode | 'interrupted'> {
  const options = parseArguments(args, env, availableParallelism());
  if (options === 'help') {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  if ('refusal' in options) return refuse(options.refusal);

  const today = new Date().toISOString().slice(0, 10);
  const read = readContent(options.contentDirectory);
  const selection = selectJobs(read, options);
  if ('refusal' in selection) return refuse(selection.refusal);
  const unreadable = listUnreadable(read, options.contentDirectory, today);
  process.stderr.write(reporters.pretty(unreadable));

  let results = await runInterruptibly(selection.jobs, options, env, today);
  if (results === 'interrupted') {
    process.stderr.write('Interrupted: nothing was recorded\n');
    return 'interrupted';
  }
  if (options.update) {
    const recorded = recordResults(results, read.content, options.contentDirectory, today);
    results = recorded.results;
    process.stderr.write(recorded.lines.map((line) => `${line}\n`).join(''));
  }
  process.stdout.write(sampleReporters[options.format](results));
  const lacking = listLacking(results, options.required);
  for (const name of lacking) {
    process.stderr.write(
      `Unexpected \`untested\` in \`${name}\`, expected it to run: \`--require ${name}\` was given\n`,
    );
  }
  if (unreadable.length > 0) return exitCodes.unreadable;
  const outcomes = new Set(results.map(({ judgement }) => judgement.outcome));
  if (outcomes.has('failed') || lacking.length > 0) return exitCodes.findings;
  return outcomes.has('cantTell') ? exitCodes.inconclusive : exitCodes.fine;
}

/** Runs the jobs until they are done or somebody presses Ctrl+C; then every worker and process has ended. */
async function runInterruptibly(
  jobs: readonly Job[],
  options: SampleOptions,
  env: NodeJS.ProcessEnv,
  today: string,
): Promise<Result[] | 'interrupted'> {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      abort.abort();
    });
  }
  const progress = createProgress({
    isTerminal: process.stderr.isTTY && options.format === 'pretty',
    nowMs: () => Date.now(),
    write: (text) => process.stderr.write(text),
  });
  try {
    const results = await runSamples(jobs, {
      runtimes: createRuntimes(env, abort.signal).filter(({ name }) => options.runtimes.includes(name)),
      jobs: options.jobs,
      today,
      signal: abort.signal,
      onProgress: (done, total, { job }) => {
        progress.tell(done, total, job.id);
      },
    });
    return abort.signal.aborted ? 'interrupted' : results;
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    return 'interrupted';
  } finally {
    progress.end();
  }
}

function createRuntimes(env: NodeJS.ProcessEnv, signal: AbortSignal): Runtime[] {
  const pyodide = createPyodideRuntime();
  return [
    pyodide,
    createCpythonRuntime({ env }),
    createParseRuntime(createPythonCompiler(pyodide, signal)),
    createIrisRuntime({ env }),
  ];
}

/** Runtimes that were required and ran nothing. A sample may be untested for a reason of its own, such as a newer Python. */
function listLacking(results: readonly Result[], required: readonly RuntimeName[]): RuntimeName[] {
  return required.filter((name) => {
    const ofRuntime = results.filter(({ runtime }) => runtime === name);
    return ofRuntime.length > 0 && ofRuntime.every(({ judgement }) => judgement.outcome === 'untested');
  });
}

function refuse(message: string): ExitCode {
  process.stderr.write(message);
  return exitCodes.unreadable;
}

try {
  const code = await main(process.argv.slice(2), process.env);
  process.exitCode = code === 'interrupted' ? interruptedCode : code;
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}

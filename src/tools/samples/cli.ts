import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { EntryIn } from '#model/content.ts';
import { renderNearMiss } from '#model/near-miss.ts';
import { isDeclared } from '#model/sample.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { createProgress } from '#report/progress.ts';
import { renderInert } from '#report/inert.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { reporters } from '#report/reporters.ts';
import { identifierPattern } from '#schema/identifier.ts';
import { runtimeNames, type RuntimeName } from '#schema/sample.ts';
import { readContent } from '#store/disk.ts';
import { verdictsFile } from '#store/verdicts.ts';
import { checkContent } from '#tools/check/run.ts';
import { createPythonCompiler } from './compile-python.ts';
import { judgeRun, runSamples, type Job } from './run.ts';
import { sampleFormats, sampleReporters } from './reporters.ts';
import { createCpythonRuntime } from './runtimes/cpython.ts';
import { createIrisRuntime } from './runtimes/iris.ts';
import { createParseRuntime } from './runtimes/parse.ts';
import { createPyodideRuntime } from './runtimes/pyodide.ts';
import type { Runtime } from './runtimes/runtime.ts';
import { listGoldenChanges } from './goldens.ts';
import { keyOf, mergeVerdicts, renderVerdicts, writeWhole } from './verdicts-file.ts';

const usage = `Usage: npm run samples -- [sample ...] [options]

Runs all samples, or those named, in the runtimes they declare, and judges each run: exit code, both outputs, exception.

Options:
  --runtime NAME   only this runtime: ${runtimeNames.join(', ')}; may be repeated
  --require NAME   fail when this runtime is not there, instead of "untested"; may be repeated
  --update         write the outputs and the verdicts of this run to the content; refused in CI
  --jobs N         how many programs run side by side (default: the number of processors)
  --format FORMAT  ${sampleFormats.join(', ')} (default: pretty)
  --content DIR    the content tree (default: content)
  --help           show this text

Environment:
  SAMPLES_REQUIRE  as --require: runtimes that have to be there, with commas between
  PYTHON           the interpreter for cpython (default: the newest python3 on PATH)
  IRIS_HOST, IRIS_PORT, IRIS_NAMESPACE, IRIS_USER, IRIS_PASSWORD   the server for iris

Exit codes: 0 fine, 1 findings, 2 usage or content that cannot be read, 4 internal error, 130 interrupted.
`;

/** Exit code of a command that Ctrl+C ended, as shells count it. */
const interruptedCode = 130;

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode | 'interrupted'> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        runtime: { type: 'string', multiple: true, default: [] },
        require: { type: 'string', multiple: true, default: [] },
        update: { type: 'boolean', default: false },
        jobs: { type: 'string', default: String(availableParallelism()) },
        format: { type: 'string', default: 'pretty' },
        content: { type: 'string', default: 'content' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  const format = sampleFormats.find((name) => name === values.format);
  if (format === undefined) {
    return refuse(
      `Unexpected format \`${values.format}\`, expected ${renderAlternatives(sampleFormats)}; ${renderNearMiss(values.format, sampleFormats, 'see --help')}\n`,
    );
  }
  const required = [...values.require, ...(env.SAMPLES_REQUIRE ?? '').split(',').filter((name) => name !== '')];
  for (const name of [...values.runtime, ...required]) {
    if (!runtimeNames.some((known) => known === name)) {
      return refuse(
        `Unexpected runtime \`${name}\`, expected ${renderAlternatives(runtimeNames)}; ${renderNearMiss(name, runtimeNames, 'see --help')}\n`,
      );
    }
  }
  if (!/^[1-9]\d?$/.test(values.jobs))
    return refuse(`Unexpected \`--jobs ${values.jobs}\`, expected a number from 1 to 99\n`);
  if (values.update && env.CI !== undefined)
    return refuse(
      'Unexpected `--update` in CI, expected a run that only reads: record verdicts on a machine of your own\n',
    );
  if (!statSync(values.content, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(`Unexpected \`--content ${values.content}\`, expected a directory\n`);
  }

  const today = new Date().toISOString().slice(0, 10);
  const { content, problems } = readContent(values.content);
  const { samples } = content.entries;
  const ids = samples.map(({ id }) => id);
  const unknown = positionals.filter((id) => !ids.includes(id) && !content.broken.some((item) => item.id === id));
  if (unknown.length > 0) {
    return refuse(
      unknown
        .map(
          (id) =>
            `Unexpected sample \`${id}\`, expected a folder in ${values.content}/samples; ${renderNearMiss(id, ids, 'see what is there')}\n`,
        )
        .join(''),
    );
  }
  const misnamed = ids.filter((id) => !identifierPattern.test(id));
  if (values.update && misnamed.length > 0) {
    return refuse(
      `Unexpected sample ${renderAlternatives(misnamed.map((id) => `\`${renderInert(id)}\``))}, expected ids to record verdicts under: lower-case letters, digits and single hyphens\n`,
    );
  }
  // A sample that cannot be read is reported as the content check reports it; the others still run.
  const folder = join(resolve(values.content), 'samples', sep);
  const unreadable = problems.filter(({ file }) => resolve(file).startsWith(folder));
  if (unreadable.length > 0) {
    const { messages } = checkContent({ contentDirectory: values.content, today, asOf: today });
    process.stderr.write(
      reporters.pretty(messages.filter(({ file }) => unreadable.some((problem) => problem.file === file))),
    );
  }

  const wanted = positionals.length === 0 ? samples : samples.filter(({ id }) => positionals.includes(id));
  const names: readonly RuntimeName[] =
    values.runtime.length === 0 ? runtimeNames : runtimeNames.filter((name) => values.runtime.includes(name));
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      abort.abort();
    });
  }
  const progress = createProgress({
    isTerminal: process.stderr.isTTY && format === 'pretty',
    nowMs: () => Date.now(),
    write: (text) => process.stderr.write(text),
  });
  let results;
  try {
    results = await runSamples(
      wanted.map((sample) => toJob(sample)),
      {
        runtimes: createRuntimes(env, abort.signal).filter(({ name }) => names.includes(name)),
        jobs: Number(values.jobs),
        today,
        signal: abort.signal,
        onProgress: (done, total, { job }) => {
          progress.tell(done, total, job.id);
        },
      },
    );
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    results = undefined;
  }
  progress.end();
  if (results === undefined || abort.signal.aborted) {
    process.stderr.write('Interrupted: nothing was recorded\n');
    return 'interrupted';
  }

  if (values.update) {
    const changes = listGoldenChanges(results);
    for (const { path, text } of changes) writeWhole(path, text);
    const renewed = new Map(
      readContent(values.content).content.entries.samples.map((sample) => [sample.id, toJob(sample)]),
    );
    results = results.map(({ job, runtime, facts, raw }) =>
      judgeRun(renewed.get(job.id) ?? job, runtime, facts, raw, today),
    );
    // What a sample earned stays when its folder cannot be read today.
    const declared = new Set([
      ...samples.flatMap(({ id, data }) =>
        runtimeNames.filter((name) => isDeclared(data, name)).map((name) => keyOf({ sample: id, runtime: { name } })),
      ),
      ...content.broken.flatMap(({ id }) => runtimeNames.map((name) => keyOf({ sample: id, runtime: { name } }))),
    ]);
    const merged = mergeVerdicts(
      content.verdicts.data,
      results.map(({ verdict }) => verdict),
      declared,
    );
    writeWhole(join(values.content, verdictsFile), renderVerdicts(merged));
    for (const { path, text } of changes) {
      process.stderr.write(`${text === '' ? 'Removed' : 'Wrote'} ${relative(process.cwd(), path)}\n`);
    }
    process.stderr.write(`Wrote ${join(values.content, verdictsFile)}\n`);
  }
  process.stdout.write(sampleReporters[format](results));
  // A sample may be untested for a reason of its own, such as a newer Python; a runtime that is there ran some.
  const lacking = required.filter((name) => {
    const ofRuntime = results.filter(({ runtime }) => runtime === name);
    return ofRuntime.length > 0 && ofRuntime.every(({ judgement }) => judgement.outcome === 'untested');
  });
  for (const name of lacking)
    process.stderr.write(
      `Unexpected \`untested\` in \`${name}\`, expected it to run: \`--require ${name}\` was given\n`,
    );
  const failed = results.some(({ judgement }) => judgement.outcome === 'failed' || judgement.outcome === 'cantTell');
  if (unreadable.length > 0) return exitCodes.unreadable;
  return failed || lacking.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function toJob({ id, file, data, files }: EntryIn<'samples'>): Job {
  if (files === undefined) throw new RangeError(`${file} has no files; the reader reports such samples as broken`);
  return {
    id,
    sample: data,
    directory: resolve(dirname(file)),
    files: files.texts,
    main: files.main,
    golden: { stdout: files.stdout, stderr: files.stderr },
    sha256: files.sha256,
    file: `${dirname(file)}/${files.main}`,
  };
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

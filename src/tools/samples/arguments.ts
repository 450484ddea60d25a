import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { renderNearMiss } from '#model/near-miss.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { runtimeNames, type RuntimeName } from '#schema/sample.ts';
import { sampleFormats, type SampleFormat } from './reporters.ts';

export const usage = `Usage: npm run samples -- [sample ...] [options]

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

Exit codes: 0 fine, 1 findings, 2 usage or content that cannot be read, 3 inconclusive (a probe
could not ask its question), 4 internal error, 130 interrupted.
`;

/** What the command line asks for, checked. */
export interface SampleOptions {
  /** Ids of the samples to run; none means all. */
  ids: readonly string[];
  runtimes: readonly RuntimeName[];
  /** Runtimes that have to be there. */
  required: readonly RuntimeName[];
  update: boolean;
  jobs: number;
  format: SampleFormat;
  contentDirectory: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Parses the command line. A refusal says what was expected, and ends in a newline. */
export function parseArguments(
  args: readonly string[],
  env: Environment,
  processors: number,
): SampleOptions | 'help' | { refusal: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        runtime: { type: 'string', multiple: true, default: [] },
        require: { type: 'string', multiple: true, default: [] },
        update: { type: 'boolean', default: false },
        jobs: { type: 'string', default: String(processors) },
        format: { type: 'string', default: 'pretty' },
        content: { type: 'string', default: 'content' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return { refusal: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
  const { values, positionals: ids } = parsed;
  if (values.help) return 'help';
  const format = sampleFormats.find((name) => name === values.format);
  if (format === undefined) return { refusal: describeUnknown('format', values.format, sampleFormats) };
  const named = [...values.require, ...(env.SAMPLES_REQUIRE ?? '').split(',').filter((name) => name !== '')];
  const stranger = [...values.runtime, ...named].find((name) => !isRuntime(name));
  if (stranger !== undefined) return { refusal: describeUnknown('runtime', stranger, runtimeNames) };
  if (!/^[1-9]\d?$/.test(values.jobs)) {
    return { refusal: `Unexpected \`--jobs ${values.jobs}\`, expected a number from 1 to 99\n` };
  }
  if (values.update && env.CI !== undefined) {
    return {
      refusal:
        'Unexpected `--update` in CI, expected a run that only reads: record verdicts on a machine of your own\n',
    };
  }
  if (!statSync(values.content, { throwIfNoEntry: false })?.isDirectory()) {
    return { refusal: `Unexpected \`--content ${values.content}\`, expected a directory\n` };
  }
  return {
    ids,
    runtimes: values.runtime.length === 0 ? runtimeNames : runtimeNames.filter((name) => values.runtime.includes(name)),
    required: named.filter(isRuntime),
    update: values.update,
    jobs: Number(values.jobs),
    format,
    contentDirectory: values.content,
  };
}

function isRuntime(name: string): name is RuntimeName {
  return runtimeNames.some((known) => known === name);
}

function describeUnknown(what: string, name: string, known: readonly string[]): string {
  return `Unexpected ${what} \`${name}\`, expected ${renderAlternatives(known)}; ${renderNearMiss(name, known, 'see --help')}\n`;
}

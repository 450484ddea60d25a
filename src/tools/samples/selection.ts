import { dirname, join, resolve, sep } from 'node:path';
import type { EntryIn } from '#model/content.ts';
import { renderNearMiss } from '#model/near-miss.ts';
import { renderInert } from '#report/inert.ts';
import type { Message } from '#report/message.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { identifierPattern } from '#schema/identifier.ts';
import type { DiskContent } from '#store/disk.ts';
import { checkContent } from '#tools/check/run.ts';
import type { SampleOptions } from './arguments.ts';
import type { Job } from './run.ts';

/** The samples to run; or why none are run. */
export type Selection = { jobs: Job[] } | { refusal: string };

/** Selects the samples that the command line names. Samples that cannot be read are left out: `listUnreadable` tells of them. */
export function selectJobs({ content }: DiskContent, { ids, update, contentDirectory }: SampleOptions): Selection {
  const { samples } = content.entries;
  const known = samples.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id) && !content.broken.some((item) => item.id === id));
  if (unknown.length > 0) {
    const lines = unknown.map(
      (id) =>
        `Unexpected sample \`${id}\`, expected a folder in ${contentDirectory}/samples; ${renderNearMiss(id, known, 'see what is there')}\n`,
    );
    return { refusal: lines.join('') };
  }
  const misnamed = known.filter((id) => !identifierPattern.test(id));
  if (update && misnamed.length > 0) {
    const named = renderAlternatives(misnamed.map((id) => `\`${renderInert(id)}\``));
    return {
      refusal: `Unexpected sample ${named}, expected ids to record verdicts under: lower-case letters, digits and single hyphens\n`,
    };
  }
  return { jobs: samples.filter(({ id }) => ids.length === 0 || ids.includes(id)).map(toJob) };
}

/** What the content check says of samples that cannot be read. The others still run. */
export function listUnreadable({ problems }: DiskContent, contentDirectory: string, today: string): Message[] {
  const folder = join(resolve(contentDirectory), 'samples', sep);
  const files = new Set(problems.map(({ file }) => file).filter((file) => resolve(file).startsWith(folder)));
  if (files.size === 0) return [];
  const { messages } = checkContent({ contentDirectory, today, asOf: today });
  return messages.filter(({ file }) => files.has(file));
}

/** A sample as the runtimes take it. */
export function toJob({ id, file, data, files }: EntryIn<'samples'>): Job {
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

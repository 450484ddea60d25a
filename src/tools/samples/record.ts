import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Content } from '#model/content.ts';
import { isDeclared } from '#model/sample.ts';
import { keyOf } from '#model/verdicts.ts';
import { runtimeNames } from '#schema/sample.ts';
import { readContent } from '#store/disk.ts';
import { verdictsFile } from '#store/verdicts.ts';
import { writeWhole } from '#store/whole-file.ts';
import { listGoldenChanges, type GoldenChange } from './goldens.ts';
import { judgeRun, type Result } from './run.ts';
import { toJob } from './selection.ts';
import { mergeVerdicts, renderVerdicts } from './verdicts-file.ts';

/**
 * Writes the outputs and the verdicts of a run into the content, and judges the same runs again by what stands there now.
 * Returns the new results, and a line for each file that was written.
 */
export function recordResults(
  results: readonly Result[],
  content: Content,
  contentDirectory: string,
  today: string,
): { results: Result[]; lines: string[] } {
  const changes = listGoldenChanges(results);
  for (const change of changes) writeGolden(change);
  const { samples } = readContent(contentDirectory).content.entries;
  const renewed = new Map(samples.map((sample) => [sample.id, toJob(sample)]));
  const judged = results.map(({ job, runtime, facts, raw }) =>
    judgeRun(renewed.get(job.id) ?? job, runtime, facts, raw, today),
  );
  const fresh = judged.map(({ verdict }) => verdict);
  const path = join(contentDirectory, verdictsFile);
  writeWhole(path, renderVerdicts(mergeVerdicts(content.verdicts.data, fresh, listDeclared(content))));
  const lines = changes.map(
    (change) => `${change.text === '' ? 'Removed' : 'Wrote'} ${relative(process.cwd(), change.path)}`,
  );
  return { results: judged, lines: [...lines, `Wrote ${path}`] };
}

/** Without text there is no file: an empty one says nothing. */
function writeGolden({ path, text }: GoldenChange): void {
  if (text === '') rmSync(path, { force: true });
  else writeWhole(path, text);
}

/** Keys of all verdicts that may stand in the record. What a sample earned stays when its folder cannot be read today. */
function listDeclared({ entries, broken }: Content): Set<string> {
  return new Set([
    ...entries.samples.flatMap(({ id, data }) =>
      runtimeNames.filter((name) => isDeclared(data, name)).map((name) => keyOf({ sample: id, runtime: { name } })),
    ),
    ...broken.flatMap(({ id }) => runtimeNames.map((name) => keyOf({ sample: id, runtime: { name } }))),
  ]);
}

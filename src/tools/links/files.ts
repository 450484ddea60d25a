import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderInert } from '#report/inert.ts';
import { reporters } from '#report/reporters.ts';
import { compareMessages, type Message } from '#report/message.ts';
import { ruleCatalogue } from '#model/rules/catalogue.ts';
import type { LinkHealth } from '#schema/link-health.ts';
import { readContent, type DiskContent } from '#store/disk.ts';
import type { FileProblem } from '#store/file-problems.ts';
import { linkHealthFile } from '#store/link-health.ts';
import type { Citation } from './citation.ts';
import { readLinkHealth } from './history/read.ts';
import { readCitations } from './read-citations.ts';

/** What every command reads first. */
export interface LinkFiles {
  disk: DiskContent;
  citations: readonly Citation[];
  health: LinkHealth;
  healthPath: string;
}

/** What was wrong with the files, as it is printed. */
export interface UnreadableFiles {
  refusal: string;
}

/** Reads the sources and the record. Sources that cannot be read are refused with their places: a run without them would forget them. */
export function readLinkFiles(contentDirectory: string): LinkFiles | UnreadableFiles {
  const disk = readContent(contentDirectory);
  const healthPath = join(contentDirectory, linkHealthFile);
  const { health, problems = [] } = readLinkHealth(healthPath, healthPath);
  const ofSources = disk.problems.filter(({ file }) => /\/(sources\/[^/]+|waivers\.yaml)$/.test(file));
  if (health === undefined || ofSources.length > 0) return { refusal: renderProblems([...ofSources, ...problems]) };
  return { disk, citations: readCitations(disk, readText), health, healthPath };
}

/** Prints problems as the check of the content does. */
export function renderProblems(problems: readonly FileProblem[]): string {
  const messages = problems.map(({ ruleId, file, place, reason, hint }): Message => ({
    ruleId,
    level: ruleCatalogue[ruleId].level,
    file: renderInert(file),
    ...place,
    reason,
    ...(hint !== undefined && { hint }),
  }));
  return reporters.pretty(messages.sort(compareMessages));
}

/** The text of a file; undefined when it is not there. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

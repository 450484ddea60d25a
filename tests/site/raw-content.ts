import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';

/** A dated judgement as its file has it: an assessment, a verdict or what settled a question. */
export interface RawJudgement {
  on: string;
  word: string | undefined;
  maturity: string | undefined;
  isCorrection: boolean;
  evidence: { kind: string; stance: string }[];
}

export interface RawEntry {
  collection: string;
  id: string;
  /** Path of its page. */
  path: string;
  title: string;
  summary: string;
  record: Record<string, unknown>;
  judgements: RawJudgement[];
  /** The days of its judgements, oldest first. */
  days: string[];
}

const claimCollections = ['patterns', 'edges', 'proposals', 'findings', 'guides', 'background', 'questions'] as const;

/**
 * Reads the claims out of their files. It shares no code with the site, so that a number which both arrive at is not
 * wrong in both for one reason.
 */
export function readRawClaims(content: string): RawEntry[] {
  return claimCollections.flatMap((collection) =>
    readdirSync(join(content, collection))
      .sort()
      .map((name): RawEntry => {
        const [, head = ''] = readFileSync(join(content, collection, name), 'utf8').split(/^---$/m);
        const record = parse(head) as Record<string, unknown>;
        const id = basename(name, extname(name));
        const judgements = readJudgements(record);
        return {
          collection,
          id,
          path: `/${collection}/${id}/`,
          title: String(record.title),
          summary: String(record.summary),
          record,
          judgements,
          days: judgements.map(({ on }) => on),
        };
      }),
  );
}

function readJudgements(record: Record<string, unknown>): RawJudgement[] {
  const lists = [record.assessments, record.verdicts, record.settled === undefined ? [] : [record.settled]];
  return lists
    .flatMap((list) => (list ?? []) as Record<string, unknown>[])
    .map((item) => ({
      on: String(item.on),
      word: (item.status ?? item.verdict) as string | undefined,
      maturity: item.maturity as string | undefined,
      isCorrection: item.correction !== undefined,
      evidence: (item.evidence ?? []) as RawJudgement['evidence'],
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** How many have each value. */
export function countBy<T>(items: readonly T[], read: (item: T) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = read(item);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

import { renderNearMiss } from '#model/near-miss.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { identifierPattern } from '#schema/identifier.ts';
import { linkFormats, type LinkFormat } from './report/reporters.ts';

/** A command line that cannot be carried out, with the line that says why. */
export class Refusal extends Error {}

/** What the values of options look like. */
export const budgetShape = 'a time from `1s` to `24h`, such as `90s`, `5m` or `1h`';
export const shardShape = 'a part such as `2/5`, of at most 99';
export const refShape = 'a commit such as `main` or `HEAD~1`';
export const idShape = 'the id of a source: lower-case letters, digits and single hyphens';

const unitMs = { s: 1000, m: 60_000, h: 3_600_000 } as const;
const longestBudgetMs = 24 * unitMs.h;

export function parseBudget(text: string): number {
  const [, count = '', unit = 's'] = /^([1-9]\d{0,4})([smh])$/.exec(text) ?? [];
  const budgetMs = Number(count) * unitMs[unit as keyof typeof unitMs];
  if (budgetMs === 0 || budgetMs > longestBudgetMs)
    throw new Refusal(`Unexpected \`--budget ${text}\`, expected ${budgetShape}`);
  return budgetMs;
}

export function parseShard(text: string): { index: number; count: number } {
  const [, index, count] = (/^([1-9]\d?)\/([1-9]\d?)$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index > count)
    throw new Refusal(`Unexpected \`--shard ${text}\`, expected ${shardShape}`);
  return { index, count };
}

/** A commit. It is handed to another program, which must not take it for an option. */
export function parseRef(text: string): string {
  if (!/^[^-\s\p{Cc}][^\s\p{Cc}]*$/u.test(text))
    throw new Refusal(`Unexpected \`--changed-since ${text}\`, expected ${refShape}`);
  return text;
}

export function parseId(text: string): string {
  if (!identifierPattern.test(text)) throw new Refusal(`Unexpected id \`${text}\`, expected ${idShape}`);
  return text;
}

/** A citation by its URL or by its id. */
export function parseTarget(text: string): { url: string } | { id: string } {
  if (identifierPattern.test(text)) return { id: text };
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return { url: text };
  throw new Refusal(`Unexpected \`${text}\`, expected a URL such as \`https://host/path\`, or ${idShape}`);
}

export function parseFormat(text: string): LinkFormat {
  const format = linkFormats.find((name) => name === text);
  if (format !== undefined) return format;
  const near = renderNearMiss(text, linkFormats, 'see --help');
  throw new Refusal(`Unexpected format \`${text}\`, expected ${renderAlternatives(linkFormats)}; ${near}`);
}

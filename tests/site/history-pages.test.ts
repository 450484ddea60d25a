import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPages, type BuiltPage } from './dist.ts';

/** A judgement as the raw file has it. */
interface RawJudgement {
  on: string;
  status?: string;
  verdict?: string;
  maturity?: string;
  correction?: string;
}

/** Worst first; counted here once more, so that the model does not judge itself. */
const gapOrder = ['open', 'community-workaround', 'partially-addressed', 'shipped experimental', 'shipped production'];
const patternOrder = ['works-with-limits', 'works'];

const collections = ['patterns', 'edges', 'proposals', 'findings', 'guides', 'background'];
let pages: BuiltPage[];
let histories: { collection: string; id: string; judgements: RawJudgement[] }[];
let events: { on: string; kind: string; collection: string; id: string }[];

beforeAll(() => {
  pages = readPages('dist');
  histories = collections.flatMap((collection) =>
    readdirSync(`content/${collection}`).map((name) => {
      const text = readFileSync(`content/${collection}/${name}`, 'utf8').split(/^---$/m)[1] ?? '';
      const record = parse(text) as { assessments?: RawJudgement[]; verdicts?: RawJudgement[] };
      return { collection, id: basename(name, '.mdx'), judgements: record.assessments ?? record.verdicts ?? [] };
    }),
  );
  events = histories.flatMap(({ collection, id, judgements }) =>
    judgements.map((judgement, index) => ({
      on: judgement.on,
      kind: classify(judgements[index - 1], judgement),
      collection,
      id,
    })),
  );
});

function classify(before: RawJudgement | undefined, after: RawJudgement): string {
  if (before === undefined) return 'added';
  const state = ({ status, verdict, maturity }: RawJudgement) =>
    [status ?? verdict, maturity].filter((word) => word !== undefined).join(' ');
  const [from, to] = [state(before), state(after)];
  const order = [gapOrder, patternOrder].find((words) => words.includes(from) && words.includes(to));
  const step = order === undefined ? 0 : order.indexOf(to) - order.indexOf(from);
  if (step > 0) return 'improved';
  if (step < 0) return after.correction === undefined ? 'regressed' : 'corrected';
  if (after.verdict !== undefined && from !== to) return after.verdict === 'holds' ? 're-verified' : 'corrected';
  return after.correction === undefined ? 're-verified' : 'corrected';
}

function readText(path: string): string {
  const html = pages.find((page) => page.path === path)?.html ?? '';
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

const listDays = () => [...new Set(events.map(({ on }) => on))].sort();
const countKind = (kind: string) => events.filter((event) => event.kind === kind).length;

describe('the pages on history', () => {
  test('are those of the filters, days, pairs of days and collections that the raw files give', () => {
    const days = listDays();
    expect(days.length).toBeGreaterThan(1);
    const expected = new Set([
      '/changes/',
      '/as-of/',
      '/corrections/',
      ...events.flatMap(({ kind, collection }) => [
        `/changes/${kind}/`,
        `/changes/${collection}/`,
        `/changes/${collection}/${kind}/`,
      ]),
      ...days.flatMap((to) => [
        `/changes/${to}/`,
        `/as-of/${to}/`,
        ...days.filter((from) => from < to).map((from) => `/changes/${from}..${to}/`),
        ...histories
          .filter(({ judgements }) => judgements.some(({ on }) => on <= to))
          .map(({ collection }) => `/as-of/${to}/${collection}/`),
      ]),
    ]);
    const built = pages
      .map(({ path }) => path)
      .filter((path) => /^\/(changes|as-of|corrections)\//.test(path) && !/\/\d+\/$/.test(path));
    expect(built.toSorted()).toEqual([...expected].sort());
  });

  test('count on the timeline what the raw files give', () => {
    const text = readText('/changes/');
    expect(text).toContain(`${events.length} judgements of ${histories.length} entries, on ${listDays().length} days`);
    expect(text).toContain(`All ${events.length} `);
    const words = ['Regressed', 'Improved', 'Corrected', 'Retired', 'Added', 'Re-verified'];
    for (const word of words) {
      const count = countKind(word.toLowerCase());
      expect(text.includes(` ${word} ${count} `), `${word} ${count}`).toBe(count > 0);
    }
    for (const collection of collections) {
      const count = events.filter((event) => event.collection === collection).length;
      expect(readText(`/changes/${collection}/`)).toContain(`${count} judgements of `);
    }
  });

  test('list every event once on the timeline, and once on its day', () => {
    const expected = events.map(({ collection, id, on }) => `/${collection}/${id}/#on-${on}`).sort();
    const listed = (pattern: RegExp) =>
      pages
        .filter(({ path }) => pattern.test(path))
        .flatMap(({ html }) => [...html.matchAll(/<p class="event-head">.*?href="([^"]+)"/gs)].map(([, href]) => href))
        .sort();
    expect(listed(/^\/changes\/(\d+\/)?$/)).toEqual(expected);
    expect(listed(/^\/changes\/\d{4}-\d{2}-\d{2}\/(\d+\/)?$/)).toEqual(expected);
  });

  test('count on the difference of the first and the newest day of the edges what the raw files give', () => {
    const days = listDays();
    const [from = '', to = ''] = [days[0], days.at(-1)];
    const changed = histories.filter(({ judgements }) => judgements.some(({ on }) => on > from && on <= to));
    const assessed = histories.filter(({ judgements }) => judgements.some(({ on }) => on <= to));
    const added = changed.filter(({ judgements }) => !judgements.some(({ on }) => on <= from));
    const text = readText(`/changes/${from}..${to}/`);
    expect(text).toContain(`Of ${assessed.length} entries assessed by ${to} , `);
    expect(text).toContain(`${added.length} added`);
    const shown = pages
      .filter(({ path }) => path.startsWith(`/changes/${from}..${to}/`))
      .flatMap(({ html }) => [...html.matchAll(/<p class="event-head">/g)]);
    expect(shown).toHaveLength(changed.length);
  });

  test('show as of each day the entries that had been assessed, each with its anchor', () => {
    for (const day of listDays()) {
      const missing = histories
        .filter(({ judgements }) => judgements.some(({ on }) => on <= day))
        .filter(
          ({ collection, id }) =>
            !pages.some(({ path, ids }) => path.startsWith(`/as-of/${day}/${collection}/`) && ids.has(id)),
        );
      expect(missing).toEqual([]);
    }
  });

  test('log every correction', () => {
    const corrected = histories.flatMap(({ id, judgements }) =>
      judgements.filter(({ correction }) => correction !== undefined).map(({ on }) => `${id}-${on}`),
    );
    const log = pages.filter(({ path }) => path.startsWith('/corrections/'));
    expect(corrected.filter((id) => !log.some(({ ids }) => ids.has(id)))).toEqual([]);
    expect(readText('/corrections/')).toContain(`${corrected.length} corrections on record`);
  });
});

test('the chart of a collection and its table hold the same numbers', () => {
  const html = pages.find(({ path }) => path === '/changes/')?.html ?? '';
  const charts = [...html.matchAll(/<desc id="(edges|proposals)-chart-text">([^<]*)/g)];
  expect(charts).toHaveLength(2);
  for (const [, collection = '', description = ''] of charts) {
    const judged = histories.filter((history) => history.collection === collection);
    const newest = judged.map(({ judgements }) => judgements.at(-1)?.status);
    const open = newest.filter((status) => status === 'open').length;
    expect(description).toMatch(new RegExp(`On ${listDays().at(-1) ?? ''}: .*\\b${open} open\\.`));
  }
});

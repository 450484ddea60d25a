import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCalendar } from '../model/view/calendars.ts';

interface RawJudgement {
  on: string;
  status?: string;
  disputed?: string;
  evidence: { kind: string; stance: string }[];
}
interface RawEntry {
  path: string;
  collection: string;
  record: {
    severity?: string;
    draft?: boolean;
    acceptance?: string[];
    settled?: RawJudgement;
    assessments?: RawJudgement[];
    verdicts?: RawJudgement[];
  };
}

const lives: Record<string, number> = {
  'sample-run': 90,
  measurement: 90,
  'absence-search': 90,
  'vendor-doc': 180,
  'release-note': 180,
  'source-code': 365,
  'issue-thread': 365,
  'community-post': 365,
};
const collections = ['patterns', 'edges', 'proposals', 'findings', 'guides', 'background', 'questions'];

function readEntries(): RawEntry[] {
  return collections.flatMap((collection) =>
    readdirSync(`content/${collection}`).map((name) => ({
      path: `/${collection}/${name.replace(/\.mdx$/, '')}/`,
      collection,
      record: parse(
        readFileSync(`content/${collection}/${name}`, 'utf8').split(/^---$/m)[1] ?? '',
      ) as RawEntry['record'],
    })),
  );
}

/** The judgement that counts, and the day it is due, by other means than those of the site. */
function judge({ record }: RawEntry): { judgement: RawJudgement; dueOn: string | undefined } | undefined {
  const judgements = record.assessments ?? record.verdicts ?? (record.settled ? [record.settled] : []);
  const judgement = judgements.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
  if (judgement === undefined || record.draft) return undefined;
  const deciding = judgement.evidence.filter(({ kind, stance }) => kind in lives && stance !== 'context');
  if (!deciding.some(({ stance }) => stance === 'supports')) return { judgement, dueOn: undefined };
  const due = new Date(`${judgement.on}T12:00:00Z`);
  due.setUTCDate(due.getUTCDate() + Math.min(...deciding.map(({ kind }) => lives[kind] ?? Infinity)));
  return { judgement, dueOn: due.toISOString().slice(0, 10) };
}

function readPage(path: string): string {
  return readFileSync(`dist${path}index.html`, 'utf8');
}

function countRows(html: string, tables: string): number {
  const bodies = [...html.matchAll(new RegExp(`<table class="${tables}".*?<tbody>(.*?)</tbody>`, 'gs'))];
  return bodies.reduce((sum, [, body = '']) => sum + (body.match(/<tr/g)?.length ?? 0), 0);
}

let entries: RawEntry[];
let judged: { entry: RawEntry; judgement: RawJudgement; dueOn: string | undefined }[];

beforeAll(() => {
  entries = readEntries();
  judged = entries.flatMap((entry) => {
    const found = judge(entry);
    return found === undefined ? [] : [{ entry, ...found }];
  });
});

describe('reviews', () => {
  const listDated = () => judged.filter(({ dueOn }) => dueOn !== undefined);

  test('the page lists each claim that can grow old once, with the day it is due', () => {
    const html = readPage('/reviews/');
    const rows = [
      ...html.matchAll(
        /<th scope="row">\s*<span class="entry-link">\s*<a href="([^"]+)".*?<time class="day" datetime="([^"]+)"/gs,
      ),
    ];
    const found = rows.map(([, path, day]) => `${day ?? ''} ${path ?? ''}`).sort();
    expect(found).toEqual(
      listDated()
        .map(({ entry, dueOn }) => `${dueOn ?? ''} ${entry.path}`)
        .sort(),
    );
    expect(found.length).toBeGreaterThan(20);
    expect(countRows(html, 'reviews')).toBe(found.length);
  });

  test('what is overdue on the day of the build comes first, and nothing else is called so', () => {
    const html = readPage('/reviews/');
    const asOf = /Freshness judged on<\/dt>\s*<dd>([^<]+)/.exec(html)?.[1] ?? '';
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    const overdue = listDated().filter(({ dueOn }) => (dueOn ?? '') < asOf).length;
    expect(html.match(/ days? overdue</g)?.length ?? 0).toBe(overdue);
    expect(html.includes('<h2 id="due-overdue">')).toBe(overdue > 0);
  });

  test('the calendar has one event for each row, on its day, with a link to the entry', () => {
    const { events } = readCalendar(readFileSync('dist/reviews.ics', 'utf8'));
    const found = events.map(({ start, url }) => `${start} ${new URL(url).pathname}`).sort();
    expect(found).toEqual(
      listDated()
        .map(({ entry, dueOn }) => `${dueOn ?? ''} ${entry.path}`)
        .sort(),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(events.every(({ isWholeDay }) => isWholeDay)).toBe(true);
  });
});

describe('verification', () => {
  const states = 'Verified|Unverified|Stale|Disputed|Not publicly checkable|Not judged yet';

  test('stands on the page of every claim', () => {
    const missing = entries.filter(
      ({ path }) => !new RegExp(`<dt>Verification</dt>\\s*<dd>\\s*<a[^>]*>(${states})</a>`).test(readPage(path)),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('stands in every row of every index', () => {
    const counts = collections.map((name) => [
      name,
      readPage(`/${name}/`).match(new RegExp(`<td>(${states})</td>`, 'g'))?.length ?? 0,
    ]);
    expect(counts).toEqual(
      collections.map((name) => [name, entries.filter(({ collection }) => collection === name).length]),
    );
  });

  test('stands beside every claim of the home page', () => {
    const html = readPage('/');
    const inRows = html.match(new RegExp(`<td>(${states})</td>`, 'g'))?.length;
    const inEdges = html.match(new RegExp(`<span class="kind">(${states})</span>`, 'g'))?.length;
    const count = (name: string) => entries.filter(({ collection }) => collection === name).length;
    expect([inEdges, inRows]).toEqual([count('edges'), count('findings') + count('patterns') + count('proposals')]);
  });
});

describe('the pages for readers', () => {
  const of = (name: string) => entries.filter(({ collection }) => collection === name);

  test('builders find every pattern that is not retired', () => {
    const usable = judged.filter(
      ({ entry, judgement }) => entry.collection === 'patterns' && judgement.status !== 'retired',
    );
    const html = readPage('/for/builders/');
    expect(usable.filter(({ entry }) => !html.includes(`<h2 id="${entry.path.split('/')[2] ?? ''}">`))).toEqual([]);
    const works = usable.filter(({ judgement }) => judgement.status?.startsWith('works')).length;
    expect(html).toContain(`${works} of ${of('patterns').length} patterns can be used today`);
  });

  test('the product team finds every proposal with every criterion', () => {
    const html = readPage('/for/product-team/');
    const criteria = of('proposals').flatMap(({ record }) => record.acceptance ?? []);
    const list = [...html.matchAll(/<ol class="measure">(.*?)<\/ol>/gs)].map(([, items = '']) => items).join('');
    expect(list.match(/<li>/g)?.length).toBe(criteria.length);
    expect(html).toContain(`${of('proposals').length} proposals: `);
  });

  test('architects find every sharp edge under its severity, and what is disputed', () => {
    const html = readPage('/for/architects/');
    for (const severity of ['blocker', 'major', 'minor']) {
      const count = of('edges').filter(({ record }) => record.severity === severity).length;
      expect(html).toMatch(new RegExp(`<h2 id="${severity}">\\s*\\w+\\s*<span class="kind">${count}</span>`));
    }
    const noted = judged.filter(({ judgement }) => judgement.disputed !== undefined);
    expect(noted.filter(({ entry }) => !html.includes(`href="${entry.path}"`))).toEqual([]);
  });

  test('contributors find every open question and how many citations were never read', () => {
    const html = readPage('/for/contributors/');
    const open = of('questions').filter(({ record }) => record.settled === undefined);
    expect(open.filter(({ path }) => !html.includes(`href="${path}"`))).toEqual([]);
    expect(html).toContain(`${open.length} open questions. `);
  });
});

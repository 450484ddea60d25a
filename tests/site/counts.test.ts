import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPages, type BuiltPage } from './dist.ts';
import { countBy, readRawClaims, type RawEntry } from './raw-content.ts';

/** Words of the site, spelt here once more: a count under another word is a wrong count. */
const words: Record<string, string> = {
  open: 'open',
  'community-workaround': 'worked round',
  'partially-addressed': 'partly addressed',
  shipped: 'shipped',
  unknown: 'unknown',
  works: 'works',
  'works-with-limits': 'works with limits',
  retired: 'retired',
  claimed: 'claimed',
  unverifiable: 'unverifiable',
  outdated: 'outdated',
  'too-strong': 'too strong',
  holds: 'holds',
};

let claims: RawEntry[];
let pages: BuiltPage[];

beforeAll(() => {
  claims = readRawClaims('content');
  pages = readPages('dist');
});

function listOf(collection: string): RawEntry[] {
  return claims.filter((entry) => entry.collection === collection);
}

function countWords(collection: string): Record<string, number> {
  return countBy(listOf(collection), ({ judgements }) => judgements.at(-1)?.word);
}

/** How many parts the words of a text must hold: "4 partly addressed". */
function listParts(collection: string): string[] {
  return Object.entries(countWords(collection)).map(([word, count]) => `${count} ${words[word] ?? word}`);
}

function toText(html: string): string {
  return html
    .replaceAll(/<script.*?<\/script>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** What a page says between its head and its foot. */
function readMain(path: string): string {
  const html = pages.find((page) => page.path === path)?.html;
  if (html === undefined) throw new Error(`There is no page ${path}`);
  return toText(/<main.*<\/main>/s.exec(html)?.[0] ?? '');
}

const countNoun = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The newest judgement of all. */
function findNewestDay(): string {
  const days = claims.flatMap(({ judgements }) => judgements.map(({ on }) => on));
  return days.sort().at(-1) ?? '';
}

describe('the home page counts what the files have', () => {
  test('of each collection', () => {
    const text = readMain('/');
    const questions = listOf('questions').filter(({ record }) => record.settled === undefined);
    expect(text).toContain(`${countNoun(listOf('patterns').length, 'pattern')} and what each costs`);
    expect(text).toContain(`${countNoun(listOf('proposals').length, 'proposal')}, with criteria`);
    expect(text).toContain(`${countNoun(listOf('edges').length, 'sharp edge')} and the ways round`);
    expect(text).toContain(`${countNoun(questions.length, 'open question')} to settle`);
    const [needs, routes] = [readdirSync('content/needs').length, readdirSync('content/routes').length];
    expect(text).toContain(`${countNoun(needs, 'need')} on ${countNoun(routes, 'route')}`);
    expect(text).toContain(`As of ${findNewestDay()} `);
  });

  test('of sharp edges by status, and of blockers that are left', () => {
    const text = readMain('/');
    const answer = /Of \d+ sharp edges?, .*?\./.exec(text)?.[0].replaceAll(/ (is|are) /g, ' ') ?? '';
    expect(answer).toContain(`Of ${countNoun(listOf('edges').length, 'sharp edge')}, `);
    for (const part of listParts('edges')) expect(answer).toContain(part);
    for (const [word, count] of Object.entries(countWords('edges'))) {
      expect(text.toLowerCase()).toContain(` ${words[word] ?? word} ${count} `);
    }
    const left = listOf('edges').filter(
      ({ record, judgements }) => record.severity === 'blocker' && judgements.at(-1)?.word !== 'shipped',
    );
    expect(text).toContain(
      left.length === 0 ? 'no sharp edge that blocks' : `${countNoun(left.length, 'sharp edge')} that block`,
    );
  });

  test('row by row: every edge, finding, pattern, proposal and open question stands there', () => {
    const html = pages.find(({ path }) => path === '/')?.html ?? '';
    const missing = claims
      .filter(({ collection }) => ['edges', 'findings', 'patterns', 'proposals', 'questions'].includes(collection))
      .filter(({ record }) => record.settled === undefined)
      .filter(({ collection, id }) => !html.includes(`href="/${collection}/${id}/"`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});

describe('the pages by reader count what the files have', () => {
  test('builders', () => {
    const usable = listOf('patterns').filter(({ judgements }) => judgements.at(-1)?.word?.startsWith('works'));
    const limited = usable.filter(({ judgements }) => judgements.at(-1)?.word === 'works-with-limits');
    expect(readMain('/for/builders/')).toContain(
      `${usable.length} of ${countNoun(listOf('patterns').length, 'pattern')} can be used today, ${limited.length} of them within limits`,
    );
  });

  test('the product team', () => {
    const text = readMain('/for/product-team/');
    const answer = /\d+ proposals?: .*?\./.exec(text)?.[0] ?? '';
    expect(answer).toContain(`${countNoun(listOf('proposals').length, 'proposal')}: `);
    for (const part of listParts('proposals')) expect(answer).toContain(part);
  });

  test('architects', () => {
    const text = readMain('/for/architects/');
    const severities = countBy(listOf('edges'), ({ record }) => String(record.severity));
    const answer = /\d+ sharp edges?: .*?\./.exec(text)?.[0] ?? '';
    expect(answer).toContain(`${countNoun(listOf('edges').length, 'sharp edge')}: `);
    for (const [severity, count] of Object.entries(severities)) {
      expect(answer).toMatch(new RegExp(`\\b${count} ${severity}s?\\b`));
    }
  });

  test('contributors', () => {
    const open = listOf('questions').filter(({ record }) => record.settled === undefined);
    expect(readMain('/for/contributors/')).toContain(`${countNoun(open.length, 'open question')}. `);
  });
});

test('the report sums up what the files have', () => {
  const html = pages.find(({ path }) => path === '/report/')?.html ?? '';
  const items = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => toText(item).trim());
  for (const collection of ['findings', 'patterns', 'edges', 'proposals']) {
    const noun = collection === 'edges' ? 'sharp edge' : collection.slice(0, -1);
    const item = items.find((text) => text.startsWith(`${countNoun(listOf(collection).length, noun)}: `));
    expect(item, noun).toBeDefined();
    for (const [word, count] of Object.entries(countWords(collection))) {
      expect(item).toContain(`${words[word] ?? word} ${count}`);
    }
  }
});

test('the foot of every page counts the samples that passed and the citations that were read', () => {
  interface Verdict {
    sample: string;
    runtime: { name: string };
    outcome: string;
  }
  const { verdicts } = JSON.parse(readFileSync('content/generated/sample-verdicts.json', 'utf8')) as {
    verdicts: Verdict[];
  };
  const titles = { pyodide: 'Pyodide', cpython: 'CPython', parse: 'Structure check', iris: 'IRIS' };
  const tallies = Object.entries(titles).map(([name, title]) => {
    const declared = readdirSync('content/samples').filter((id) => {
      const { runtimes } = parse(readFileSync(`content/samples/${id}/sample.yaml`, 'utf8')) as {
        runtimes: Record<string, unknown>;
      };
      const runtime = runtimes[name];
      return runtime === true || (typeof runtime === 'object' && runtime !== null && !('skip' in runtime));
    });
    const passed = verdicts.filter(({ runtime, outcome }) => runtime.name === name && outcome === 'passed');
    return `${title} ${passed.length} of ${declared.length}`;
  });
  const html = pages.filter(({ path }) => path !== '/404.html').map((page) => page.html);
  const feet = new Set(html.map((text) => toText(/<footer class="colophon".*<\/footer>/s.exec(text)?.[0] ?? '')));
  expect(feet.size).toBe(1);
  const [foot = ''] = feet;
  expect(foot).toContain(`Samples proven ${tallies.join(', ')} `);
  expect(foot).toContain(`Data as of ${findNewestDay()} `);
  if (!existsSync('content/generated/link-health.json')) {
    expect(foot).toMatch(/Citations verified live 0 of \d+: no live check has run yet/);
  }
});

test('the snapshot counts what the files have', () => {
  const { counts } = JSON.parse(readFileSync('content/generated/model.json', 'utf8')) as {
    counts: { entries: Record<string, number>; statuses: Record<string, Record<string, number>> };
  };
  for (const [collection, count] of Object.entries(counts.entries)) {
    expect(readdirSync(`content/${collection}`), collection).toHaveLength(count);
  }
  for (const collection of ['edges', 'findings', 'patterns', 'proposals']) {
    expect(counts.statuses[collection]).toEqual(countWords(collection));
  }
});

import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeReports } from '#tools/links/history/merge.ts';
import {
  parseObservationReport,
  renderObservationReport,
  type ObservationReport,
} from '#tools/links/history/observation-report.ts';
import { seed } from './arbitraries.ts';
import { createObservation, dayAt } from './observations.ts';

const planned = ['a', 'b', 'c', 'd', 'e'];

function createReport(index: number, count: number, ids: string, overrides: Partial<ObservationReport> = {}) {
  const report: ObservationReport = {
    version: 1,
    today: dayAt(0),
    shard: { index, count },
    planned,
    skipped: [],
    hosts: [],
    canaries: [createObservation('ok', 0, { citation: `canary-${index}` })],
    observations: Array.from(ids, (citation) => createObservation('ok', 0, { citation })),
    ...overrides,
  };
  return { file: `${index}.json`, report };
}

function listProblems(...reports: ReturnType<typeof createReport>[]): string[] | undefined {
  return mergeReports(reports).problems;
}

describe('the reports of all shards', () => {
  test('are put together, in the order of citations, whichever comes first', () => {
    const second = createReport(2, 3, 'eb', { skipped: ['d'] });
    const { report } = mergeReports([createReport(3, 3, ''), second, createReport(1, 3, 'ca')]);
    expect(report).toMatchObject({ shard: { index: 1, count: 1 }, planned, skipped: ['d'], today: dayAt(0) });
    expect(report?.observations.map(({ citation }) => citation)).toEqual(['a', 'b', 'c', 'e']);
    expect(report?.canaries.map(({ citation }) => citation)).toEqual(['canary-1', 'canary-2', 'canary-3']);
  });

  test('keep both passes over a citation, in the order of time', () => {
    const late = createObservation('ok', 0, { citation: 'a', at: `${dayAt(0)}T07:00:00Z` });
    const early = createObservation('gone', 0, { citation: 'a' });
    const one = createReport(1, 2, 'bcde', { planned });
    const { report } = mergeReports([createReport(2, 2, '', { observations: [late, early] }), one]);
    expect(report?.observations.slice(0, 2)).toEqual([early, late]);
  });

  test('give the same in whatever way the citations are dealt out', () => {
    const whole = mergeReports([createReport(1, 1, 'abcde', { canaries: [] })]).report;
    assert(
      property(integer({ min: 0, max: 3 ** 5 - 1 }), (deal) => {
        const hands = [0, 1, 2].map((hand) =>
          planned.filter((_, index) => Math.floor(deal / 3 ** index) % 3 === hand).join(''),
        );
        const reports = hands.map((ids, index) => createReport(index + 1, 3, ids, { canaries: [] }));
        expect(mergeReports(reports.toReversed()).report).toEqual(whole);
      }),
      { seed },
    );
  });
});

describe('reports are refused', () => {
  test('when there are none', () => {
    expect(listProblems()).toEqual(['Unexpected lack of reports, expected one for each shard']);
  });

  test('when shards are missing or come twice, by their names', () => {
    expect(
      listProblems(createReport(1, 4, 'abc'), createReport(3, 4, 'de'), { ...createReport(3, 4, ''), file: 'x.json' }),
    ).toEqual([
      'Missing shard `2/4`, expected a report of it',
      'Unexpected shard `3/4` in 3.json and x.json, expected one report of it',
      'Missing shard `4/4`, expected a report of it',
    ]);
  });

  test('when a citation is missing, comes twice or was not planned, by its name', () => {
    expect(listProblems(createReport(1, 2, 'abcz'), createReport(2, 2, 'be', { skipped: ['c'] }))).toEqual([
      'Unexpected citation `b` in 1.json and 2.json, expected it in one',
      'Unexpected citation `c` in 1.json and 2.json, expected it in one',
      'Missing citation `d`, expected one shard to have checked or skipped it',
      '1.json: Unexpected citation `z`, expected one of the plan',
    ]);
  });

  test('when they are not of one run', () => {
    expect(listProblems(createReport(1, 2, 'abc'), createReport(2, 2, 'de', { today: dayAt(1) }))).toEqual([
      '2.json: Unexpected day `2026-03-03`, expected `2026-03-02` as in 1.json',
    ]);
    expect(listProblems(createReport(1, 2, 'abc'), createReport(2, 3, 'de'))).toEqual([
      '2.json: Unexpected shard `2/3`, expected `2/2` as in 1.json',
    ]);
    expect(
      listProblems(createReport(1, 2, 'abc'), createReport(2, 2, 'de', { planned: ['a', 'b', 'd', 'e'] })),
    ).toEqual(['2.json: Unexpected plan: `c` stands in only one of 1.json and it, expected the same in both']);
  });
});

describe('a report', () => {
  test('is read as what was written', () => {
    const { report } = createReport(2, 3, 'ab', {
      observations: [
        createObservation('moved', 0, {
          hops: [
            { url: 'https://a.example/', status: 301, location: '/b', address: '192.0.2.1' },
            { url: 'https://a.example/b', status: 200, via: 'meta-refresh' },
          ],
          notes: ['The title changed'],
          suggestion: { kind: 'permanent-redirect', value: 'https://a.example/b', confidence: 'high' },
          validators: { etag: '"1"' },
        }),
      ],
    });
    expect(parseObservationReport(renderObservationReport(report), '2.json')).toEqual({ report });
  });

  test('is told whatever a server said: that is cut', () => {
    const long = 'x'.repeat(70_000);
    const hop = { url: `https://a.example/${long}`, status: 301, location: `/${long}` };
    const { report } = createReport(1, 1, '', {
      observations: [
        createObservation('gone', 0, {
          detail: long,
          notes: Array.from({ length: 101 }, () => long),
          hops: Array.from({ length: 101 }, () => hop),
          suggestion: { kind: 'archive', value: long, confidence: 'low' },
          validators: { etag: long },
        }),
      ],
    });
    expect(parseObservationReport(renderObservationReport(report), '1.json').report?.observations).toEqual([
      createObservation('gone', 0, {
        detail: long.slice(0, 2000),
        notes: Array.from({ length: 100 }, () => long.slice(0, 2000)),
        hops: Array.from({ length: 100 }, () => ({
          url: hop.url.slice(0, 8192),
          status: 301,
          location: hop.location.slice(0, 8192),
        })),
      }),
    ]);
  });

  test('is refused at the place where it is not what a check writes', () => {
    const { report } = createReport(1, 1, 'a');
    const text = renderObservationReport(report);
    const list = (broken: string) =>
      parseObservationReport(broken, '1.json').problems?.map(
        ({ file, place, reason }) => `${file}:${place.line}:${place.column} ${reason}`,
      );
    expect(list(text.replace('"index": 1', '"index": 2'))).toEqual([
      '1.json:4:12 Unexpected group of keys in `shard`, expected a shard such as 2 of 5',
    ]);
    expect(list(text.replace('"ok"', '"okay"'))).toEqual([
      expect.stringMatching(/^1\.json:22:18 Unexpected `okay` in `canaries\[0\]\.verdict`, expected `ok`, /),
    ]);
    expect(list(text.replace('T06:00:00.000Z', 'T06:00:00+01:00'))).toEqual([
      '1.json:21:13 Unexpected `2026-03-02T06:00:00+01:00` in `canaries[0].at`, expected an instant in UTC such as `2026-11-20T06:00:00Z`',
    ]);
    expect(list(text.slice(0, -3))).toEqual([expect.stringMatching(/ Unexpected end of the file, expected JSON$/)]);
  });
});

test('of two shards that know a host, the one that asked it later is believed', () => {
  const createHost = (host: string, on: string) => ({
    host,
    control: { on, probe: `https://${host}/x`, status: 404, shingles: [], text: '' },
  });
  const [old, fresh] = [createHost('a.example', dayAt(-9)), createHost('a.example', dayAt(0))];
  const other = createHost('b.example', dayAt(-1));
  const { report } = mergeReports([
    createReport(1, 2, 'abc', { hosts: [other, fresh] }),
    createReport(2, 2, 'de', { hosts: [old] }),
  ]);
  expect(report?.hosts).toEqual([fresh, other]);
});

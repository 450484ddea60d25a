import { describe, expect, test } from 'vitest';
import { linkStates, linkVerdicts, suggestionKinds, type HostRecord, type LinkRecord } from '#schema/link-health.ts';
import { deriveLinkHealthPage } from '#model/view/link-health-page.ts';
import { deriveLinkTally, renderTally } from '#model/view/link-tally.ts';
import { linkFindingTerms, linkStateTerms, suggestionTerms } from '#model/vocabulary.ts';
import { createLinkHealth, createLinkRecord, createModel, createSource } from '../entries.ts';

type Record = Partial<LinkRecord> & { citation: string };

const urlOf = (id: string) => `https://${id.split('-')[0] ?? ''}.example/${id}`;

/** A site with a source for every id, and the records given. */
function createSite(
  ids: readonly string[],
  records: readonly Record[] = [],
  hosts: readonly HostRecord[] = [],
  asOf?: string,
) {
  return createModel(
    {
      sources: ids.map((id) => createSource({ id, title: `The page ${id}`, url: urlOf(id) })),
      linkHealth: createLinkHealth(
        records.map((record) => createLinkRecord({ url: urlOf(record.citation), ...record })),
        hosts,
      ),
    },
    asOf,
  );
}

const page = (...args: Parameters<typeof createSite>) => deriveLinkHealthPage(createSite(...args));

describe('before any check has run', () => {
  const { verdict, hasRun, of, counts, hosts, citations } = page(['a-1', 'b-1', 'a-2']);

  test('the page says so first, and counts every citation as not checked', () => {
    expect(verdict).toBe('No citation has been verified live yet: no link check has run.');
    expect([hasRun, of]).toEqual([false, 3]);
    expect([...counts.main, ...counts.others].map(({ mark, count }) => `${mark.word}: ${count}`)).toEqual([
      'Verified: 0',
      'Unverifiable: 0',
      'Dead: 0',
      'Suspect: 0',
      'Waived: 0',
      'Not checked: 3',
    ]);
  });

  test('hosts and citations stand there with nothing found', () => {
    expect(hosts).toEqual([
      { host: 'a.example', citations: 2, verified: 0, lastChecked: 'Never', forMissing: 'Not known' },
      { host: 'b.example', citations: 1, verified: 0, lastChecked: 'Never', forMissing: 'Not known' },
    ]);
    expect(citations.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'b-1']);
    expect(citations[0]).toEqual({
      id: 'a-1',
      title: 'The page a-1',
      path: '/sources/a-1/',
      mark: linkStateTerms.new,
      since: '',
      lastVerified: 'Never',
      finding: undefined,
      suggestion: undefined,
    });
  });

  test('a site without sources has nothing to count', () => {
    expect(page([])).toMatchObject({ of: 0, withoutAddress: 0, hosts: [], citations: [] });
  });

  test('what a person has read is said to be read by a person', () => {
    const sources = [createSource({ accessedOn: '2026-11-20' }), createSource({ id: 'unread' })];
    expect(deriveLinkHealthPage(createModel({ sources })).verdict).toBe(
      'Verified live: 1 of 2 citations, all of them by a person. No link check has run yet.',
    );
  });
});

describe('after a check', () => {
  const records: Record[] = [
    { citation: 'a-good' },
    { citation: 'a-moved', last: { verdict: 'moved', code: 'HTTP_301', detail: '' } },
    { citation: 'b-dead', state: 'dead', lastOk: '2026-11-02', lastChecked: '2026-11-19' },
    { citation: 'b-doubt', state: 'suspect', lastOk: null },
    { citation: 'c-wall', state: 'unverifiable', lastOk: null },
    { citation: 'c-excused', state: 'waived', lastOk: null },
  ];
  const ids = [...records.map(({ citation }) => citation), 'd-new'];

  test('all states are counted apart, and the numbers add up', () => {
    const model = createSite(ids, records);
    const tally = deriveLinkTally(model);
    expect(tally).toEqual({
      of: 7,
      counts: { new: 1, healthy: 2, suspect: 1, dead: 1, unverifiable: 1, waived: 1 },
      checkedOn: '2026-11-20',
    });
    expect(renderTally(tally)).toBe('2 verified, 1 unverifiable, 1 dead, 1 suspect, 1 waived, 1 not checked');
    expect(deriveLinkHealthPage(model).verdict).toBe(
      'Verified live: 2 of 7 citations. The newest check ran on 2026-11-20.',
    );
  });

  test('citations that need a look stand first', () => {
    expect(page(ids, records).citations.map(({ id, mark }) => `${mark.word} ${id}`)).toEqual([
      'Dead b-dead',
      'Suspect b-doubt',
      'Unverifiable c-wall',
      'Waived c-excused',
      'Not checked d-new',
      'Verified a-good',
      'Verified a-moved',
    ]);
  });

  test('a row says since when, when it was last verified and what the newest check found', () => {
    expect(page(ids, records).citations.find(({ id }) => id === 'b-dead')).toMatchObject({
      since: '2026-11-01',
      lastVerified: '2026-11-02',
      finding: { word: 'As cited', code: 'HTTP_200', detail: 'The page has the term.', on: '2026-11-19' },
    });
  });

  test('a page that is as cited only every so often is said to be so', () => {
    const details = (detail: string) =>
      page(['a'], [{ citation: 'a', unstable: true, last: { verdict: 'ok', code: 'HTTP_200', detail } }]).citations[0]
        ?.finding?.detail;
    expect(details('Found.')).toBe('Found. It is as cited only every so often.');
    expect(details('')).toBe('It is as cited only every so often.');
  });

  test('a check that verified nothing is not hidden', () => {
    expect(page(['a'], [{ citation: 'a', state: 'suspect', lastOk: null }]).verdict).toBe(
      'No citation has been verified live yet. The newest check ran on 2026-11-20, and could not verify any.',
    );
  });

  test('an old check is called old from the 31st day on', () => {
    const verdict = (asOf: string) => page(['a'], [{ citation: 'a' }], [], asOf).verdict;
    expect(verdict('2026-12-20')).toBe('Verified live: 1 of 1 citations. The newest check ran on 2026-11-20.');
    expect(verdict('2026-12-21')).toBe(
      'Verified live: 1 of 1 citations. The newest check ran on 2026-11-20. That was 31 days before 2026-12-21: what it found may no longer hold.',
    );
  });

  test('records of another URL and of sources that are gone count for nothing', () => {
    const { counts, hosts, citations } = page(
      ['a'],
      [{ citation: 'a', url: 'https://a.example/old' }, { citation: 'z' }],
    );
    expect(counts.main.map(({ count }) => count)).toEqual([0, 0, 0]);
    expect(hosts[0]).toMatchObject({ verified: 0, lastChecked: 'Never' });
    expect(citations.map(({ id, finding }) => [id, finding])).toEqual([['a', undefined]]);
  });

  test('retired sources are no citations, and those without an address are counted apart', () => {
    const sources = [
      createSource({ id: 'old', retired: { reason: 'It moved.', use: 'manual' } }),
      createSource({ id: 'report', url: undefined }),
      createSource(),
    ];
    expect(deriveLinkHealthPage(createModel({ sources }))).toMatchObject({ of: 1, withoutAddress: 1 });
  });
});

describe('hosts', () => {
  const control = { on: '2026-11-19', probe: 'https://a.example/none', status: 200, shingles: [], text: 'Home' };

  test('say what they answer for a page that does not exist', () => {
    const hosts = [
      { host: 'a.example', control: { ...control, title: 'Home' } },
      { host: 'b.example', control: { ...control, status: 404 } },
      { host: 'c.example' },
      { host: 'unused.example', control },
    ];
    const rows = page(['a', 'b', 'c'], [{ citation: 'a' }], hosts).hosts;
    expect(
      rows.map(({ host, verified, lastChecked, forMissing }) => [host, verified, lastChecked, forMissing]),
    ).toEqual([
      ['a.example', 1, '2026-11-20', '200, “Home”, on 2026-11-19'],
      ['b.example', 0, 'Never', '404, on 2026-11-19'],
      ['c.example', 0, 'Never', 'Not known'],
    ]);
  });

  test('with several kinds of pages answer for each', () => {
    const hosts = [
      { host: 'a.example (books)', control: { ...control, title: 'Home' } },
      { host: 'a.example (classes)', control: { ...control, status: 404 } },
    ];
    expect(page(['a'], [], hosts).hosts[0]?.forMissing).toBe('200, “Home”, on 2026-11-19; 404, on 2026-11-19');
  });

  test('cannot steer a terminal or a page with their titles', () => {
    const [row] = page(
      ['a'],
      [],
      [{ host: 'a.example', control: { ...control, title: 'Not \u202efound\u001b[31m\n' } }],
    ).hosts;
    expect(row?.forMissing).toBe('200, “Not \\u202efound\\u001b[31m”, on 2026-11-19');
  });
});

describe('what comes from the network', () => {
  const rowWith = (overrides: Partial<LinkRecord>) => page(['a'], [{ citation: 'a', ...overrides }]).citations[0];

  test('is shown with its controls spelt out, and otherwise as it is: the page escapes markup', () => {
    const detail = '<script>alert(1)</script> \u202egnp.exe\u2066 \u001b[2J\u0085\n';
    expect(rowWith({ last: { verdict: 'drifted', code: 'EXPECT_TERM', detail } })?.finding?.detail).toBe(
      '<script>alert(1)</script> \\u202egnp.exe\\u2066 \\u001b[2J\\u0085',
    );
  });

  test.each<[string, string, string, string | undefined]>([
    ['an https address', 'https://example.com/new?a=1', 'https://example.com/new?a=1', 'https://example.com/new?a=1'],
    ['plain http', 'http://example.com/new', 'http://example.com/new', undefined],
    ['a script', 'javascript:alert(1)//https://example.com', 'javascript:alert(1)//https://example.com', undefined],
    ['data', 'data:text/html,<script>alert(1)</script>', 'data:text/html,<script>alert(1)</script>', undefined],
    ['a host with a user in front', 'https://python.org@evil.example/', 'https://python.org@evil.example/', undefined],
    ['a relative address', '//evil.example/', '//evil.example/', undefined],
    ['an anchor', 'asyncio.Task', 'asyncio.Task', undefined],
    ['text that does not parse', 'https://[', 'https://[', undefined],
    ['controls outside of an address', '\u202ehttp://a\u0007', '\\u202ehttp://a\\u0007', undefined],
    [
      'controls and markup inside of an address',
      'https://example.com/\u202egnp"><script>',
      'https://example.com/%E2%80%AEgnp%22%3E%3Cscript%3E',
      'https://example.com/%E2%80%AEgnp%22%3E%3Cscript%3E',
    ],
    ['a look-alike host', 'https://ex\u0430mple.com/', 'https://xn--exmple-4nf.com/', 'https://xn--exmple-4nf.com/'],
  ])('is linked as a suggestion only when it is an https address: %s', (_what, value, text, href) => {
    expect(rowWith({ suggestion: { kind: 'permanent-redirect', value, confidence: 'low' } })?.suggestion).toEqual({
      word: 'New address, not confirmed',
      text,
      href,
    });
  });

  test('says whether the expectation was met at the suggestion', () => {
    const suggestion = { kind: 'versioned', value: 'https://example.com/v1', confidence: 'high' } as const;
    expect(rowWith({ suggestion })?.suggestion?.word).toBe('Versioned page, confirmed');
  });
});

test('every state, finding and suggestion has a word of its own', () => {
  expect(Object.keys(linkStateTerms).toSorted()).toEqual(linkStates.toSorted());
  expect(Object.keys(linkFindingTerms).toSorted()).toEqual(linkVerdicts.toSorted());
  expect(Object.keys(suggestionTerms).toSorted()).toEqual(suggestionKinds.toSorted());
  for (const terms of [linkStateTerms, linkFindingTerms, suggestionTerms]) {
    const words = Object.values(terms).map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
  }
  const shapes = Object.values(linkStateTerms).map(({ shape }) => shape);
  expect(new Set(shapes).size).toBe(shapes.length);
});

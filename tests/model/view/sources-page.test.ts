import { describe, expect, test } from 'vitest';
import { deriveSourcePage } from '#model/view/source-page.ts';
import { deriveSourceRow, deriveSourcesPage, renderSourceKind } from '#model/view/sources-page.ts';
import {
  createCitingProse,
  createEdge,
  createLinkHealth,
  createLinkRecord,
  createModel,
  createRulePage,
  createSource,
} from '../entries.ts';

const old = createSource({
  id: 'old',
  url: 'https://example.org/old',
  kind: 'community-post',
  retired: { reason: 'It moved.', use: 'manual' },
});
const report = createSource({ id: 'report', kind: 'document', url: undefined, locator: 'Page 7' });
const manual = createSource({ accessedOn: '2026-11-20', language: 'de', publishedOn: '2026-04-20', locator: 'Part 2' });
const model = createModel({
  edges: [createEdge({ docs: ['manual'], prose: createCitingProse('manual', 'report') })],
  rules: [createRulePage({ prose: createCitingProse('manual') })],
  sources: [manual, old, report, createSource({ id: 'z', url: 'https://example.com/z' })],
});

describe('the page of all sources', () => {
  const page = deriveSourcesPage(model);

  test('counts them, and says how those fare that are in use and have an address', () => {
    expect(page.count).toBe(4);
    expect(page.health).toEqual({ of: 2, tally: '1 verified, 0 unverifiable, 0 dead, 1 not checked', verified: 1 });
  });

  test('groups them by host, the host of most sources first', () => {
    expect(page.hosts.map(({ host, id, rows }) => [host, id, rows.map((row) => row.id)])).toEqual([
      ['example.com', 'example-com', ['manual', 'z']],
      ['Without an address', 'without-an-address', ['report']],
      ['example.org', 'example-org', ['old']],
    ]);
  });

  test('groups them by kind', () => {
    expect(page.kinds.map(({ kind, rows }) => [kind, rows.map(({ id }) => id)])).toEqual([
      ['Community post', ['old']],
      ['Document', ['report']],
      ['Documentation', ['manual', 'z']],
    ]);
  });
});

test('a source names the entries that cite it once each, and neither rules nor sources', () => {
  const citedBy = (source: typeof manual) => deriveSourceRow(model, source).citedBy.map(({ path }) => path);
  expect(citedBy(manual)).toEqual(['/edges/edge/']);
  expect(citedBy(report)).toEqual(['/edges/edge/']);
  expect(citedBy(old)).toEqual([]);
});

test('a kind is written as words', () => {
  expect(renderSourceKind('class-reference')).toBe('Class reference');
  expect(renderSourceKind('talk')).toBe('Talk');
});

describe('the page of a source', () => {
  test('says what part is meant, when it was published and read, and in what language it is', () => {
    const page = deriveSourcePage(model, manual);
    expect(page.description).toBe('A manual, A publisher: what it is cited for, and by which entries.');
    expect(page.facts).toEqual([
      { term: 'Publisher', value: 'A publisher' },
      { term: 'Kind', value: 'Documentation' },
      { term: 'Part', value: 'Part 2' },
      { term: 'Published', value: '2026-04-20' },
      { term: 'Language', value: 'de' },
      {
        term: 'Live check',
        value: 'Last verified 2026-11-20',
        mark: expect.objectContaining({ shape: 'check' }) as unknown,
      },
    ]);
    expect(page.expectations).toEqual([{ term: 'Words', values: ['a term'] }]);
    expect([page.previous?.path, page.next?.path]).toEqual([undefined, '/sources/old/']);
  });

  test('says that nobody has read it, and what to cite instead once it is retired', () => {
    expect(deriveSourcePage(model, old).facts).toEqual([
      { term: 'Publisher', value: 'A publisher' },
      { term: 'Kind', value: 'Community post' },
      {
        term: 'Live check',
        value: 'Not verified yet',
        mark: expect.objectContaining({ shape: 'square-empty' }) as unknown,
        note: 'No live reading of the page is on record.',
      },
      { term: 'Retired', value: 'Cite manual instead', note: 'It moved.', path: '/sources/manual/' },
    ]);
  });

  const liveCheckOf = (source: ReturnType<typeof createSource>, record?: ReturnType<typeof createLinkRecord>) => {
    const linkHealth = createLinkHealth(record === undefined ? [] : [record]);
    const { facts } = deriveSourcePage(createModel({ sources: [source], linkHealth }), source);
    return facts.find(({ term }) => term === 'Live check');
  };

  test('says what the newest check found, and when it was last as cited', () => {
    const record = createLinkRecord({
      state: 'dead',
      since: '2026-11-12',
      lastOk: '2026-11-01',
      streak: { kind: 'negative', n: 3, from: '2026-11-08' },
      last: { verdict: 'gone', code: 'HTTP_404', detail: 'It answered 404.' },
    });
    expect(liveCheckOf(createSource(), record)).toMatchObject({
      value: 'Answers no longer as cited since 2026-11-08',
      mark: { word: 'Answers no longer as cited since 2026-11-08', shape: 'cross' },
      note: 'Last verified 2026-11-01. The newest check on 2026-11-20 found: gone. It answered 404.',
    });
  });

  test('says of a document without an address that no check can look at it, or when somebody read it', () => {
    expect(liveCheckOf(report)).toEqual({ term: 'Live check', value: 'Not possible: it has no public address' });
    const read = createSource({ url: undefined, accessedOn: '2026-11-20' });
    expect(liveCheckOf(read)).toEqual({ term: 'Live check', value: 'Last read 2026-11-20' });
  });

  test('gives every part of what is expected, in one order', () => {
    const source = createSource({
      expect: { lines: 'L1', quote: 'Words.', terms: ['a', 'b'], heading: 'H', title: 'T' },
    });
    expect(deriveSourcePage(createModel({ sources: [source] }), source).expectations).toEqual([
      { term: 'Title', values: ['T'] },
      { term: 'Heading', values: ['H'] },
      { term: 'Words', values: ['a', 'b'] },
      { term: 'Sentence', values: ['Words.'] },
      { term: 'Lines', values: ['L1'] },
    ]);
  });
});

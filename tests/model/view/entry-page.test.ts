import { describe, expect, test } from 'vitest';
import type { ClaimEntry } from '#model/content.ts';
import { deriveEntryPage, deriveNeighbours } from '#model/view/entry-page.ts';
import {
  createBackground,
  createCitingProse,
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createGuide,
  createModel,
  createPattern,
  createProposal,
  createProse,
  createQuestion,
  createSample,
  createSource,
} from '../entries.ts';

const sources = [
  createSource({ id: 'analysis', title: 'The analysis', kind: 'document', url: undefined }),
  createSource({ title: 'The manual', accessedOn: '2026-11-20' }),
];

/** The page of an entry that stands alone, with two sources. */
function derivePage(entry: ClaimEntry, asOf?: string) {
  return deriveEntryPage(createModel({ [entry.collection]: [entry], sources }, asOf), entry);
}

const assessed = [
  { term: 'Last assessed', value: '2026-11-20' },
  {
    term: 'Verification',
    value: 'Verified',
    note: 'All that supports it has been read live or searched, with the day on record.',
    path: '/about/#verification',
  },
  { term: 'Review', value: 'Due by 2027-05-19', note: 'To renew it: read 1 source.', path: '/reviews/' },
];
const origin = { term: 'Origin', value: 'The analysis', note: 'A section, item 1', path: '/sources/analysis/' };

describe('the facts of an entry', () => {
  test('are for an edge its severity and who owns it', () => {
    expect(derivePage(createEdge({ owner: 'A name' })).facts).toEqual([
      { term: 'Severity', value: 'Major', note: 'A reason.' },
      ...assessed,
      { term: 'Owner', value: 'A name' },
      origin,
    ]);
  });

  test('are for a pattern the need, the process and the languages', () => {
    expect(derivePage(createPattern({ languages: ['Python', 'ObjectScript'] })).facts).toEqual([
      { term: 'Need', value: 'A need' },
      { term: 'Runs in', value: 'A process' },
      { term: 'Languages', value: 'Python, ObjectScript' },
      ...assessed,
      origin,
    ]);
  });

  test('are for a proposal its priority, what is asked for and what there was', () => {
    expect(derivePage(createProposal()).facts).toEqual([
      { term: 'Priority', value: '1', note: 'Rank in the analysis; 1 is asked for first.' },
      { term: 'Ask', value: 'What is asked for.' },
      { term: 'Baseline 2025-08-17', value: 'What there was.' },
      ...assessed,
      origin,
    ]);
  });

  test('are for findings, guides and background entries one line of their own', () => {
    expect(derivePage(createFinding()).facts).toEqual([{ term: 'Claim', value: 'A claim.' }, ...assessed, origin]);
    expect(derivePage(createGuide()).facts).toEqual([{ term: 'For', value: 'A team.' }, ...assessed, origin]);
    expect(derivePage(createBackground()).facts).toEqual([
      { term: 'On IRIS', value: 'What it means.' },
      ...assessed,
      origin,
    ]);
  });

  test('are for an open question what would settle it, and no judgement', () => {
    expect(derivePage(createQuestion()).facts).toEqual([
      { term: 'State', value: 'Open' },
      { term: 'Raised on', value: '2026-11-20' },
      { term: 'Settled by', value: 'A measurement.' },
      {
        term: 'Verification',
        value: 'Not judged yet',
        note: 'An open question claims nothing.',
        path: '/about/#verification',
      },
      origin,
    ]);
  });

  test('are for a settled question the day of the answer', () => {
    const settled = { on: '2026-11-20', answer: 'Yes.', evidence: [createEvidence()] };
    expect(derivePage(createQuestion({ settled })).facts).toEqual([
      { term: 'State', value: 'Settled on 2026-11-20' },
      { term: 'Raised on', value: '2026-11-20' },
      { term: 'Settled by', value: 'A measurement.' },
      ...assessed,
      origin,
    ]);
  });

  test('say that a judgement is stale the day after it was due, and not on the day', () => {
    const verification = (asOf: string) =>
      derivePage(createEdge(), asOf).facts.find(({ term }) => term === 'Verification')?.value;
    expect(verification('2027-05-19')).toBe('Verified');
    expect(verification('2027-05-20')).toBe('Stale');
  });

  test('set no day for what rests on documents that are not public, and ask for others', () => {
    const internal = createEdge({
      assessments: [createGapAssessment({ evidence: [createEvidence({ kind: 'internal-report' })] })],
    });
    expect(derivePage(internal).facts.find(({ term }) => term === 'Review')).toEqual({
      term: 'Review',
      value: 'No day set',
      note: 'To renew it: find evidence that can be looked at.',
      path: '/reviews/',
    });
  });

  test('name a source that could not be read by its id', () => {
    const edge = createEdge({ origin: { document: 'no-such', section: 'A section', item: '1' } });
    expect(derivePage(edge).facts.at(-1)?.value).toBe('no-such');
  });
});

describe('the lists of an entry', () => {
  test('are the limits of a pattern', () => {
    expect(derivePage(createPattern({ limits: ['One.', 'Two.'] })).lists).toEqual([
      { id: 'limits', title: 'Limits', ordered: false, items: ['One.', 'Two.'] },
    ]);
  });

  test('are the numbered criteria of a proposal', () => {
    expect(derivePage(createProposal()).lists).toEqual([
      { id: 'acceptance', title: 'Acceptance criteria', ordered: true, items: ['A criterion.'] },
    ]);
  });

  test('are none for an edge', () => {
    expect(derivePage(createEdge()).lists).toEqual([]);
  });
});

test('samples stand on the page once each, those that the prose shows marked as such, and unknown ones left out', () => {
  const place = { line: 20, column: 1 };
  const proposal = createProposal({
    samples: ['c', 'a', 'no-such'],
    prototypes: ['b', 'a'],
    prose: createProse({ elements: [{ name: 'Sample', attributes: { id: 'b', region: null }, place }] }),
  });
  const samples = ['a', 'b', 'c', 'other'].map((id) => createSample({ id }));
  const page = deriveEntryPage(createModel({ proposals: [proposal], samples, sources }), proposal);
  expect(
    page.samples.map(({ figure, isInProse }) => `${figure.id} ${isInProse ? 'in the prose' : 'by itself'}`),
  ).toEqual(['c by itself', 'a by itself', 'b in the prose']);
});

test('sources are numbered as a reader meets them: marks in the prose first, each source once', () => {
  const edge = createEdge({
    docs: ['manual'],
    assessments: [createGapAssessment({ evidence: [createEvidence({ source: 'essay' }), createEvidence()] })],
    prose: createCitingProse('second', 'essay', 'second'),
  });
  expect(derivePage(edge).sources.map(({ number, id, title }) => [number, id, title])).toEqual([
    [1, 'second', 'second'],
    [2, 'essay', 'essay'],
    [3, 'analysis', 'The analysis'],
    [4, 'manual', 'The manual'],
  ]);
});

test('the head of the page names the entry, its kind and the mark that counts today', () => {
  const edge = createEdge({
    id: 'an-edge',
    title: 'An edge',
    summary: 'It hurts.',
    docs: ['manual'],
    assessments: [
      createGapAssessment({ on: '2026-11-20', status: 'shipped', maturity: 'experimental' }),
      createGapAssessment({ on: '2025-08-17', status: 'open' }),
    ],
  });
  expect(derivePage(edge)).toMatchObject({
    collection: 'edges',
    kind: 'Sharp edge',
    id: 'an-edge',
    path: '/edges/an-edge/',
    file: 'content/edges/an-edge.mdx',
    title: 'An edge',
    summary: 'It hurts.',
    mark: {
      word: 'Shipped, experimental',
      shape: 'circle-full',
      meaning: 'The vendor calls it experimental, early access or preview.',
    },
    docs: [
      {
        id: 'manual',
        title: 'The manual',
        publisher: 'A publisher',
        path: '/sources/manual/',
        url: 'https://example.com/manual',
        locator: undefined,
        live: { href: 'https://example.com/manual' },
        archived: undefined,
        health: { state: 'healthy', mark: { word: 'Last verified 2026-11-20', shape: 'check' } },
      },
    ],
    previous: undefined,
    next: undefined,
  });
});

describe('the neighbours of an entry', () => {
  const proposals = [
    createProposal({ id: 'third', priority: 3 }),
    createProposal({ id: 'first', priority: 1 }),
    createProposal({ id: 'second', priority: 2 }),
  ];
  const model = createModel({ proposals });

  test.each([
    ['first', undefined, '/proposals/second/'],
    ['second', '/proposals/first/', '/proposals/third/'],
    ['third', '/proposals/second/', undefined],
  ])('of the %s one follow the order of the collection', (id, previous, next) => {
    const entry = model.find('proposals', id);
    if (entry === undefined) throw new Error(`there is no ${id}`);
    const found = deriveNeighbours(model, entry);
    expect([found.previous?.path, found.next?.path]).toEqual([previous, next]);
  });
});

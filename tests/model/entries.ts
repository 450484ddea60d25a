import type { FindingVerdict, GapAssessment, PatternAssessment, Review } from '#schema/assessment.ts';
import { collectionNames, type CollectionName, type DataOf } from '#schema/collections.ts';
import type { Evidence } from '#schema/evidence.ts';
import type { Need } from '#schema/need.ts';
import type { HostRecord, LinkRecord } from '#schema/link-health.ts';
import type { Content, Entries, EntryIn } from '#model/content.ts';
import { buildModel, type Model } from '#model/model.ts';
import type { Prose } from '#model/prose.ts';

/** Fields of an entry that differ from the plain one; `id` and `prose` stand beside them. */
type Overrides<C extends CollectionName> = Partial<DataOf[C]> & { id?: string; prose?: Prose };

function createEntry<C extends CollectionName>(
  collection: C,
  extension: '.mdx' | '.yaml' | '/sample.yaml',
  defaultId: string,
  data: DataOf[C],
  { id = defaultId, prose, ...overrides }: Overrides<C>,
): EntryIn<C> {
  return {
    collection,
    id,
    file: `content/${collection}/${id}${extension}`,
    data: { ...data, ...overrides },
    ...(prose && { prose }),
  };
}

const common = {
  title: 'A title',
  summary: 'A summary.',
  draft: false,
  origin: { document: 'analysis', section: 'A section', item: '1' },
  related: [],
  samples: [],
  docs: [],
};

export function createEvidence(overrides: Partial<Evidence> = {}): Evidence {
  return {
    source: 'manual',
    stance: 'supports',
    kind: 'vendor-doc',
    shows: 'What it shows.',
    confidence: 'high',
    ...overrides,
  };
}

export function createGapAssessment(overrides: Partial<GapAssessment> = {}): GapAssessment {
  return { on: '2026-11-20', status: 'open', summary: 'What was known.', evidence: [createEvidence()], ...overrides };
}

export function createPatternAssessment(overrides: Partial<PatternAssessment> = {}): PatternAssessment {
  return { on: '2026-11-20', status: 'works', summary: 'What was known.', evidence: [createEvidence()], ...overrides };
}

export function createVerdict(overrides: Partial<FindingVerdict> = {}): FindingVerdict {
  return { on: '2026-11-20', verdict: 'holds', why: 'Why it holds.', evidence: [createEvidence()], ...overrides };
}

export function createReview(overrides: Partial<Review> = {}): Review {
  return { on: '2026-11-20', summary: 'What was read.', evidence: [createEvidence()], ...overrides };
}

export function createEdge(overrides: Overrides<'edges'> = {}): EntryIn<'edges'> {
  const data = {
    ...common,
    severity: 'major' as const,
    severityReason: 'A reason.',
    workarounds: [],
    proposals: [],
    assessments: [createGapAssessment()],
  };
  return createEntry('edges', '.mdx', 'edge', data, overrides);
}

export function createPattern(overrides: Overrides<'patterns'> = {}): EntryIn<'patterns'> {
  const data = {
    ...common,
    need: 'A need',
    area: 'messaging' as const,
    runsIn: 'A process',
    languages: ['Python'],
    limits: [],
    eases: [],
    assessments: [createPatternAssessment()],
  };
  return createEntry('patterns', '.mdx', 'pattern', data, overrides);
}

export function createProposal(overrides: Overrides<'proposals'> = {}): EntryIn<'proposals'> {
  const data = {
    ...common,
    priority: 1,
    ask: 'What is asked for.',
    baseline: 'What there was.',
    acceptance: ['A criterion.'],
    prototypes: [],
    closes: [],
    extends: [],
    assessments: [createGapAssessment()],
  };
  return createEntry('proposals', '.mdx', 'proposal', data, overrides);
}

export function createFinding(overrides: Overrides<'findings'> = {}): EntryIn<'findings'> {
  return createEntry(
    'findings',
    '.mdx',
    'finding',
    { ...common, order: 1, claim: 'A claim.', verdicts: [createVerdict()] },
    overrides,
  );
}

export function createGuide(overrides: Overrides<'guides'> = {}): EntryIn<'guides'> {
  return createEntry(
    'guides',
    '.mdx',
    'guide',
    { ...common, order: 1, audience: 'A team.', assessments: [createReview()] },
    overrides,
  );
}

export function createBackground(overrides: Overrides<'background'> = {}): EntryIn<'background'> {
  return createEntry(
    'background',
    '.mdx',
    'background-entry',
    { ...common, order: 1, onIris: 'What it means.', assessments: [createReview()] },
    overrides,
  );
}

export function createQuestion(overrides: Overrides<'questions'> = {}): EntryIn<'questions'> {
  return createEntry(
    'questions',
    '.mdx',
    'question',
    { ...common, order: 1, raisedOn: '2026-11-20', settledBy: 'A measurement.', blocks: [] },
    overrides,
  );
}

export function createSample(overrides: Overrides<'samples'> = {}): EntryIn<'samples'> {
  const data = {
    title: 'A sample',
    summary: 'What it shows.',
    language: 'python' as const,
    role: 'recipe' as const,
    illustrates: ['edge'],
    runtimes: {
      pyodide: true as const,
      cpython: { min: '3.11' },
      parse: { skip: 'It is Python.' },
      iris: { skip: 'It needs no server.' },
    },
    expect: { outcome: 'pass' as const, exit: 0 },
    timeoutMs: 10_000,
    normalise: [],
    packages: [],
    reviewedOn: '2026-11-20',
  };
  const files = {
    main: 'main.py',
    texts: { 'main.py': 'print(1)\n' },
    stdout: '1\n',
    stderr: '',
    sha256: 'a'.repeat(64),
  };
  return { ...createEntry('samples', '/sample.yaml', 'sample', data, overrides), files };
}

export function createSource(overrides: Overrides<'sources'> = {}): EntryIn<'sources'> {
  const data = {
    title: 'A manual',
    publisher: 'A publisher',
    kind: 'documentation' as const,
    url: 'https://example.com/manual',
    language: 'en',
    expect: { terms: ['a term'] },
    fallbacks: [],
    replaces: [],
    draft: false,
  };
  return createEntry('sources', '.yaml', 'manual', data, overrides);
}

/** The record of a citation that was as cited on 2026-11-20: of the source that `createSource` makes. */
export function createLinkRecord(overrides: Partial<LinkRecord> = {}): LinkRecord {
  return {
    citation: 'manual',
    url: 'https://example.com/manual',
    state: 'healthy',
    since: '2026-11-01',
    firstSeen: '2026-11-01',
    lastChecked: '2026-11-20',
    lastOk: '2026-11-20',
    streak: null,
    last: { verdict: 'ok', code: 'HTTP_200', detail: 'The page has the term.' },
    expectHash: '0123456789abcdef',
    nextDue: '2026-11-27',
    ...overrides,
  };
}

export function createNeed(overrides: Overrides<'needs'> = {}): EntryIn<'needs'> {
  const data = { title: 'A need', question: 'Can it be done?', order: 1, draft: false, cells: [] };
  return createEntry('needs', '.yaml', 'need', data, overrides);
}

/** A cell of the route that `createRoute` makes. */
export function createCell(overrides: Partial<Need['cells'][number]> = {}): Need['cells'][number] {
  return { route: 'route', status: 'works', note: 'How it works.', proof: ['pattern'], ...overrides };
}

export function createRoute(overrides: Overrides<'routes'> = {}): EntryIn<'routes'> {
  const data = { title: 'A route', summary: 'Where the code runs.', order: 1, draft: false };
  return createEntry('routes', '.yaml', 'route', data, overrides);
}

export function createRulePage(overrides: Overrides<'rules'> = {}): EntryIn<'rules'> {
  return createEntry(
    'rules',
    '.mdx',
    'bad-id',
    { title: 'A rule', summary: 'What it refuses.', group: 'files' },
    overrides,
  );
}

export function createProse(overrides: Partial<Prose> = {}): Prose {
  return { links: [], headings: [], fences: [], elements: [], code: [], texts: [], ...overrides };
}

/** Prose that cites sources, a mark a line from line 20 on. */
export function createCitingProse(...sources: readonly string[]): Prose {
  return createProse({
    elements: sources.map((source, index) => ({
      name: 'Cite',
      attributes: { source },
      place: { line: 20 + index, column: 3 },
    })),
  });
}

/** Content of the entries given; collections that are left out are empty. */
export function createContent({
  waivers = { file: 'content/waivers.yaml', data: [] },
  verdicts = { file: 'content/generated/verdicts.json', data: [] },
  linkHealth = createLinkHealth([]),
  redirects = createRedirects(),
  snapshot = { file: 'content/generated/model.json' },
  broken = [],
  ...entries
}: Partial<Entries> & Partial<Omit<Content, 'entries'>> = {}): Content {
  const empty = Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Entries;
  return { entries: { ...empty, ...entries }, waivers, verdicts, linkHealth, redirects, snapshot, broken };
}

/** Entries that are gone, as content holds them: each is given as where from and where to. */
export function createRedirects(...pairs: readonly (readonly [from: string, to: string])[]): Content['redirects'] {
  const data = pairs.map(([from, to]) => ({ from, to, on: '2026-11-20', reason: 'A reason.' }));
  return { file: 'content/redirects.yaml', data };
}

/** What the link check has on record, as content holds it. */
export function createLinkHealth(
  links: readonly LinkRecord[],
  hosts: readonly HostRecord[] = [],
): Content['linkHealth'] {
  return { file: 'content/generated/link-health.json', data: { hosts, links } };
}

/** A model of the entries given. */
export function createModel(entries: Parameters<typeof createContent>[0] = {}, asOf = '2026-11-21'): Model {
  return buildModel(createContent(entries), { asOf });
}

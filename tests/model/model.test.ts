import { describe, expect, test } from 'vitest';
import type { CollectionName } from '#schema/collections.ts';
import type { Model } from '#model/model.ts';
import {
  createBackground,
  createCitingProse,
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createLinkHealth,
  createLinkRecord,
  createModel,
  createPattern,
  createProposal,
  createQuestion,
  createRulePage,
  createSource,
  createVerdict,
} from './entries.ts';

/** Mentions as `who: field`, in the order the model gives them. */
function listMentions(model: Model, collection: CollectionName, id: string): string[] {
  return model
    .mentionsOf(collection, id)
    .map(({ from, reference }) => `${from.collection}/${from.id}: ${reference.field}`);
}

describe('mentions', () => {
  test('of edges and proposals are known from both sides', () => {
    const model = createModel({
      edges: [createEdge({ proposals: ['proposal'] })],
      proposals: [createProposal({ closes: ['edge'] })],
    });
    expect(listMentions(model, 'proposals', 'proposal')).toEqual(['edges/edge: proposals']);
    expect(listMentions(model, 'edges', 'edge')).toEqual(['proposals/proposal: closes']);
  });

  test('of edges and patterns are known from both sides', () => {
    const model = createModel({
      edges: [createEdge({ workarounds: ['pattern'] })],
      patterns: [createPattern({ eases: ['edge'] })],
    });
    expect(listMentions(model, 'patterns', 'pattern')).toEqual(['edges/edge: workarounds']);
    expect(listMentions(model, 'edges', 'edge')).toEqual(['patterns/pattern: eases']);
  });

  test('that only one side makes are known on the other', () => {
    const model = createModel({ edges: [createEdge()], proposals: [createProposal({ closes: ['edge'] })] });
    expect(listMentions(model, 'edges', 'edge')).toEqual(['proposals/proposal: closes']);
    expect(listMentions(model, 'proposals', 'proposal')).toEqual([]);
  });

  test('of a source come from origins, documentation, evidence, marks in prose and retired sources', () => {
    const evidence = [createEvidence({ source: 'essay' })];
    const model = createModel({
      background: [createBackground({ origin: { document: 'essay', section: 'A', item: '1' } })],
      edges: [createEdge({ docs: ['essay'] })],
      findings: [createFinding({ verdicts: [createVerdict({ evidence })] })],
      questions: [
        createQuestion({ prose: createCitingProse('essay', 'essay') }),
        createQuestion({ id: 'settled', settled: { on: '2026-11-20', answer: 'Yes.', evidence } }),
      ],
      rules: [createRulePage({ prose: createCitingProse('essay') })],
      sources: [
        createSource({ id: 'essay' }),
        createSource({ id: 'old', retired: { reason: 'Moved.', use: 'essay' } }),
      ],
    });
    expect(listMentions(model, 'sources', 'essay').toSorted()).toEqual([
      'background/background-entry: origin.document',
      'edges/edge: docs',
      'findings/finding: evidence.source',
      'questions/question: Cite',
      'questions/question: Cite',
      'questions/settled: evidence.source',
      'rules/bad-id: Cite',
      'sources/old: retired.use',
    ]);
    expect(listMentions(model, 'sources', 'old')).toEqual([]);
  });

  test('of an id that nothing has are kept, so that a check can report them', () => {
    const model = createModel({ edges: [createEdge({ proposals: ['no-such'] })] });
    expect(listMentions(model, 'proposals', 'no-such')).toEqual(['edges/edge: proposals']);
  });

  test('are the references of entries, seen from the other end', () => {
    const edge = createEdge({ proposals: ['proposal'] });
    const model = createModel({ edges: [edge], proposals: [createProposal()] });
    const [mention] = model.mentionsOf('proposals', 'proposal');
    expect(mention?.from).toBe(edge);
    expect(model.referencesOf(edge)).toContain(mention?.reference);
  });
});

describe('finding', () => {
  const model = createModel({
    edges: [createEdge({ id: 'same' })],
    sources: [createSource({ id: 'same', title: 'A source' })],
    rules: [createRulePage({ id: 'a-rule' })],
  });

  test('an entry needs its collection, because a source may have the same id', () => {
    expect(model.find('edges', 'same')?.collection).toBe('edges');
    expect(model.find('sources', 'same')?.collection).toBe('sources');
    expect(model.find('patterns', 'same')).toBeUndefined();
  });

  test('a claim by its id alone never finds a source or a rule', () => {
    expect(model.findClaim('same')?.collection).toBe('edges');
    expect(model.findClaim('a-rule')).toBeUndefined();
  });

  test('a source gives its data', () => {
    expect(model.findSource('same')?.title).toBe('A source');
    expect(model.findSource('no-such')).toBeUndefined();
  });

  test('nothing by the name of a property that every object has', () => {
    expect(model.findClaim('constructor')).toBeUndefined();
    expect(model.findSource('toString')).toBeUndefined();
    expect(model.mentionsOf('edges', 'constructor')).toEqual([]);
  });
});

describe('the health of a source', () => {
  const record = createLinkRecord({ lastOk: '2026-11-20' });
  const withSource = (source: Parameters<typeof createSource>[0], links = [record]) =>
    createModel({ sources: [createSource(source)], linkHealth: createLinkHealth(links) });

  test('is the record of its URL', () => {
    expect(withSource({}).findHealth('manual')).toBe(record);
    expect(withSource({}, []).findHealth('manual')).toBeUndefined();
  });

  test('is unknown when the record is of a URL that the source no longer has', () => {
    const moved = withSource({ url: 'https://example.com/manual/2' });
    expect(moved.findHealth('manual')).toBeUndefined();
    expect(moved.lastReadOf('manual')).toBeUndefined();
    expect(withSource({ url: undefined }).findHealth('manual')).toBeUndefined();
  });

  test('is unknown for a source that is not there, whatever is on record', () => {
    expect(createModel({ linkHealth: createLinkHealth([record]) }).findHealth('manual')).toBeUndefined();
    expect(withSource({}).findHealth('constructor')).toBeUndefined();
  });

  test('makes it read on the later of two days: when a person read it, and when the check found it as cited', () => {
    expect(withSource({}).lastReadOf('manual')).toBe('2026-11-20');
    expect(withSource({ accessedOn: '2026-11-19' }).lastReadOf('manual')).toBe('2026-11-20');
    expect(withSource({ accessedOn: '2026-11-21' }).lastReadOf('manual')).toBe('2026-11-21');
    expect(withSource({ accessedOn: '2026-11-19' }, []).lastReadOf('manual')).toBe('2026-11-19');
    const neverGood = createLinkRecord({ state: 'suspect', lastOk: null });
    expect(withSource({}, [neverGood]).lastReadOf('manual')).toBeUndefined();
  });

  test('verifies what it supports as long as the page was found as cited within the life of the evidence', () => {
    const edge = createEdge({ assessments: [createGapAssessment({ on: '2026-03-01' })] });
    const stateWith = (lastOk: string) => {
      const linkHealth = createLinkHealth([createLinkRecord({ state: 'dead', lastOk })]);
      const model = createModel({ edges: [edge], sources: [createSource()], linkHealth }, '2026-08-28');
      const current = model.currentOf(edge);
      return current && model.verificationOf(current).state;
    };
    expect(stateWith('2026-03-01')).toBe('verified');
    expect(stateWith('2026-02-28')).toBe('unverified');
  });
});

test('the current judgement of an entry is the newest one, and its verification is judged on the day of the model', () => {
  const edge = createEdge({
    assessments: [
      createGapAssessment({ on: '2026-03-01', status: 'shipped' }),
      createGapAssessment({ on: '2026-01-01', status: 'open' }),
    ],
  });
  const sources = [createSource({ accessedOn: '2026-03-01' })];
  const early = createModel({ edges: [edge], sources }, '2026-03-02');
  const late = createModel({ edges: [edge], sources }, '2027-03-02');
  const current = early.currentOf(edge);
  if (current === undefined) throw new Error('an edge has a current judgement');
  expect(current.status).toBe('shipped');
  expect(early.verificationOf(current)).toEqual({ state: 'verified', freshUntil: '2026-08-28' });
  expect(late.verificationOf(current)).toEqual({ state: 'stale', freshUntil: '2026-08-28' });
});

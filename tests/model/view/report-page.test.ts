import { describe, expect, test } from 'vitest';
import { deriveReportPage } from '#model/view/report-page.ts';
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
  createQuestion,
  createSample,
  createSource,
} from '../entries.ts';

const sources = ['analysis', 'essay', 'guide-only', 'manual', 'talk'].map((id) =>
  createSource({ id, title: `The ${id}`, url: `https://example.com/${id}` }),
);
const origin = { section: 'Sharp edges', item: '2' };

function derive(entries: Parameters<typeof createModel>[0]) {
  return deriveReportPage(createModel({ sources, ...entries }));
}

describe('the chapters', () => {
  const page = derive({
    findings: [createFinding({ id: 'claim' })],
    edges: [
      createEdge({ id: 'slow', origin: { document: 'analysis', ...origin } }),
      createEdge({ id: 'early', origin: { document: 'analysis', ...origin, item: '1' } }),
    ],
    guides: [createGuide({ id: 'first' })],
  });

  test('stand in one order, numbered from 1, and the one on judging follows them', () => {
    expect(page.chapters.map(({ number, title, isWhole }) => ({ number, title, isWhole }))).toEqual([
      { number: 1, title: 'Findings', isWhole: true },
      { number: 2, title: 'Patterns', isWhole: true },
      { number: 3, title: 'Sharp edges', isWhole: true },
      { number: 4, title: 'Proposals', isWhole: true },
      { number: 5, title: 'Open questions', isWhole: true },
      { number: 6, title: 'Guides', isWhole: false },
      { number: 7, title: 'Background', isWhole: false },
    ]);
    expect(page.methodNumber).toBe(8);
  });

  test('number their entries in the order of the collection, and places say the same by path', () => {
    expect(page.chapters.flatMap(({ entries }) => entries.map(({ number, path }) => [number, path]))).toEqual([
      ['1.1', '/findings/claim/'],
      ['3.1', '/edges/early/'],
      ['3.2', '/edges/slow/'],
      ['6.1', '/guides/first/'],
    ]);
    expect(Object.fromEntries(page.places)).toEqual({
      '/findings/claim/': { number: '1.1', anchor: 'findings-claim' },
      '/edges/early/': { number: '3.1', anchor: 'edges-early' },
      '/edges/slow/': { number: '3.2', anchor: 'edges-slow' },
      '/guides/first/': { number: '6.1', anchor: 'guides-first' },
    });
  });
});

describe('the references', () => {
  test('are numbered once over all entries, marks in the prose first', () => {
    const { references } = derive({
      findings: [createFinding({ id: 'claim', prose: createCitingProse('talk') })],
      edges: [createEdge({ prose: createCitingProse('essay', 'talk') })],
    });
    expect(references.map(({ number, id }) => `${number} ${id}`)).toEqual([
      '1 talk',
      '2 analysis',
      '3 manual',
      '4 essay',
    ]);
  });

  test('leave out what only a guide or background cites: it stands in short, and its page lists them', () => {
    const { references } = derive({
      guides: [createGuide({ prose: createCitingProse('guide-only'), docs: ['essay'] })],
      background: [createBackground({ origin: { document: 'talk', ...origin } })],
    });
    expect(references.map(({ id }) => id)).toEqual(['analysis', 'talk']);
  });
});

describe('an entry', () => {
  const page = derive({
    patterns: [createPattern({ id: 'queue', eases: ['slow'] })],
    edges: [
      createEdge({
        id: 'slow',
        title: 'It is slow',
        summary: 'Slow.',
        workarounds: ['queue'],
        docs: ['talk', 'manual'],
        samples: ['sample'],
        assessments: [
          createGapAssessment({ on: '2025-08-17', evidence: [createEvidence({ source: 'analysis' })] }),
          createGapAssessment({
            on: '2026-11-20',
            status: 'partially-addressed',
            summary: 'Half of it.',
            remaining: 'The other half.',
            correction: 'It was less.',
            evidence: [
              createEvidence({ source: 'talk' }),
              createEvidence({ source: 'manual' }),
              createEvidence({ source: 'talk' }),
              createEvidence({ source: 'essay', stance: 'contradicts' }),
            ],
          }),
        ],
      }),
    ],
    questions: [createQuestion({ id: 'why', blocks: ['slow'] })],
    guides: [createGuide({ id: 'first', title: 'First' })],
    samples: [createSample({ title: 'A sample' })],
  });
  const [edge, guide] = ['edges-slow', 'guides-first'].map((anchor) =>
    page.chapters.flatMap(({ entries }) => entries).find((entry) => entry.anchor === anchor),
  );
  const numberOf = (id: string) => page.references.find((reference) => reference.id === id)?.number;

  test('has its facts without the note on verification, which the chapter on judging explains', () => {
    expect(edge?.facts).toEqual([
      { term: 'Severity', value: 'Major', note: 'A reason.' },
      { term: 'Last assessed', value: '2026-11-20' },
      { term: 'Verification', value: 'Disputed' },
      { term: 'Review', value: 'Due by 2027-05-19' },
    ]);
    expect(edge?.origin).toEqual({ part: 'A section, item 1', number: numberOf('analysis') });
  });

  test('has the judgement that counts with remarks, and the numbers of its evidence by stance', () => {
    expect(edge?.record?.current).toEqual({
      summary: 'Half of it.',
      remarks: [
        { term: 'Still missing', text: 'The other half.' },
        { term: 'Correction', text: 'It was less.' },
      ],
      evidence: [
        { stance: 'Supports', numbers: [numberOf('manual'), numberOf('talk')] },
        { stance: 'Contradicts', numbers: [numberOf('essay')] },
      ],
    });
  });

  test('has the earlier judgements in short', () => {
    expect(edge?.record?.earlier).toEqual([
      {
        on: '2025-08-17',
        mark: { word: 'Open', shape: 'circle-empty', meaning: 'Nothing that helps is on record.' },
        numbers: [numberOf('analysis')],
      },
    ]);
  });

  test('names what is related by number, its documentation by reference and its samples with their verdicts', () => {
    expect(edge?.record?.related).toEqual([
      { title: 'Patterns that ease it', places: [{ number: '2.1', anchor: 'patterns-queue' }] },
      { title: 'Open questions about it', places: [{ number: '5.1', anchor: 'questions-why' }] },
    ]);
    expect(edge?.record?.documentation).toEqual([numberOf('manual'), numberOf('talk')]);
    expect(edge?.record?.samples).toEqual([
      {
        title: 'A sample',
        path: '/samples/sample/',
        verdicts: [
          { runtime: 'Pyodide', word: 'Untested', shape: 'question' },
          { runtime: 'CPython', word: 'Untested', shape: 'question' },
        ],
      },
    ]);
  });

  test('of a chapter in short has facts and no more of its record', () => {
    expect(guide).toMatchObject({ number: '6.1', title: 'First', path: '/guides/first/', record: undefined });
    expect(guide?.facts.map(({ term }) => term)).toEqual(['For', 'Last assessed', 'Verification', 'Review']);
  });
});

test('the summary counts statuses, trust and questions in words', () => {
  const settled = { on: '2026-11-20', answer: 'So.', evidence: [createEvidence()] };
  const { summary } = derive({
    findings: [createFinding()],
    edges: [
      createEdge({ id: 'a' }),
      createEdge({ id: 'b' }),
      createEdge({ id: 'c', assessments: [createGapAssessment({ status: 'shipped', maturity: 'experimental' })] }),
    ],
    proposals: [createProposal()],
    questions: [createQuestion({ id: 'q' }), createQuestion({ id: 'r', settled })],
  });
  expect(summary).toEqual([
    '1 finding: holds 1',
    '0 patterns',
    '3 sharp edges: open 2, shipped 1',
    '1 proposal: open 1',
    'How far these 5 judgements can be trusted: unverified 5',
    '2 questions: open 1, settled 1',
  ]);
});

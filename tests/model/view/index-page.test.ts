import { describe, expect, test } from 'vitest';
import { entryCollectionNames } from '#schema/collections.ts';
import { deriveIndexPage } from '#model/view/index-page.ts';
import {
  createBackground,
  createEdge,
  createEvidence,
  createFinding,
  createGuide,
  createModel,
  createPattern,
  createProposal,
  createQuestion,
  createSource,
} from '../entries.ts';

const model = createModel({
  patterns: [createPattern()],
  edges: [createEdge()],
  proposals: [createProposal()],
  findings: [createFinding()],
  guides: [createGuide()],
  background: [createBackground()],
  questions: [
    createQuestion({ id: 'open' }),
    createQuestion({
      id: 'settled',
      order: 2,
      settled: { on: '2026-11-20', answer: 'Yes.', evidence: [createEvidence()] },
    }),
  ],
  sources: [createSource({ accessedOn: '2026-11-20' })],
});

describe('the index', () => {
  test('of every collection has columns of its own, and as many cells', () => {
    const tables = entryCollectionNames.map((name) => {
      const { title, columns, rows } = deriveIndexPage(model, name);
      return { title, columns, rows: rows.map(({ cells }) => cells) };
    });
    expect(tables).toEqual([
      {
        title: 'Patterns',
        columns: ['Runs in', 'Assessed', 'Verification'],
        rows: [['A process', '2026-11-20', 'Verified']],
      },
      {
        title: 'Sharp edges',
        columns: ['Severity', 'Assessed', 'Verification'],
        rows: [['Major', '2026-11-20', 'Verified']],
      },
      {
        title: 'Proposals',
        columns: ['Priority', 'Assessed', 'Verification'],
        rows: [['1', '2026-11-20', 'Verified']],
      },
      { title: 'Findings', columns: ['Assessed', 'Verification'], rows: [['2026-11-20', 'Verified']] },
      { title: 'Guides', columns: ['For', 'Reviewed', 'Verification'], rows: [['A team.', '2026-11-20', 'Verified']] },
      { title: 'Background', columns: ['Reviewed', 'Verification'], rows: [['2026-11-20', 'Verified']] },
      {
        title: 'Open questions',
        columns: ['State', 'Verification', 'Settled by'],
        rows: [
          ['Open', 'Not judged yet', 'A measurement.'],
          ['Settled', 'Verified', 'A measurement.'],
        ],
      },
    ]);
  });

  test('of an empty collection has no columns and no rows', () => {
    expect(deriveIndexPage(createModel(), 'edges')).toMatchObject({ title: 'Sharp edges', columns: [], rows: [] });
  });

  test('links each entry with its mark and summary', () => {
    expect(deriveIndexPage(model, 'edges').rows[0]).toMatchObject({
      link: { path: '/edges/edge/', title: 'A title', kind: 'Sharp edge', mark: { word: 'Open' } },
      summary: 'A summary.',
    });
  });
});

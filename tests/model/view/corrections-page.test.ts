import { expect, test } from 'vitest';
import { deriveCorrectionsPages } from '#model/view/corrections-page.ts';
import {
  createEdge,
  createFinding,
  createGapAssessment,
  createModel,
  createSource,
  createVerdict,
} from '../entries.ts';

test('the log holds every judgement that corrects, the newest first, with what was said before', () => {
  const model = createModel({
    edges: [
      createEdge({
        title: 'An edge',
        assessments: [
          createGapAssessment({ on: '2025-01-01', status: 'open', summary: 'There was none.' }),
          createGapAssessment({
            on: '2025-06-01',
            status: 'partially-addressed',
            summary: 'There was one.',
            correction: 'It had been there all along.',
          }),
          createGapAssessment({ on: '2026-01-01', status: 'partially-addressed' }),
        ],
      }),
    ],
    findings: [
      createFinding({
        verdicts: [createVerdict({ on: '2026-01-01', verdict: 'too-strong', correction: 'It said too much.' })],
      }),
    ],
    sources: [createSource()],
  });
  const [page] = deriveCorrectionsPages(model);
  expect([page?.title, page?.path, page?.total]).toEqual(['Corrections', '/corrections/', 2]);
  expect(page?.corrections).toMatchObject([
    { id: 'finding-2026-01-01', on: '2026-01-01', wrong: 'It said too much.', before: undefined },
    {
      id: 'edge-2025-06-01',
      link: { title: 'An edge' },
      wrong: 'It had been there all along.',
      before: { on: '2025-01-01', state: { word: 'Open' }, summary: 'There was none.' },
      after: {
        state: { word: 'Partly addressed' },
        judgement: { summary: 'There was one.', evidence: [{ source: { id: 'manual' } }] },
      },
    },
  ]);
});

test('a site without corrections has one page that lists none', () => {
  expect(deriveCorrectionsPages(createModel()).map(({ path, total }) => [path, total])).toEqual([['/corrections/', 0]]);
});

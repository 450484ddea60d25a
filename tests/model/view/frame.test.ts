import { expect, test } from 'vitest';
import { deriveFrame } from '#model/view/frame.ts';
import {
  createEdge,
  createGapAssessment,
  createLinkHealth,
  createLinkRecord,
  createModel,
  createSource,
} from '../entries.ts';

const build = { builtAt: '2026-11-21 09:30 UTC', commit: '0123456789ab' };

test('the frame says as of when the data is, and how many citations are verified', () => {
  const model = createModel(
    {
      edges: [createEdge({ assessments: [createGapAssessment({ on: '2026-03-01' })] })],
      sources: [
        createSource({ id: 'read', accessedOn: '2026-11-20' }),
        createSource({ id: 'unread' }),
        createSource({ id: 'report', url: undefined, accessedOn: '2026-11-20' }),
        createSource({ id: 'retired', accessedOn: '2026-11-20', retired: { reason: 'It moved.', use: 'read' } }),
      ],
    },
    '2026-11-21',
  );
  expect(deriveFrame(model, build)).toEqual({
    dataAsOf: '2026-03-01',
    asOf: '2026-11-21',
    build,
    samples: [],
    citations: { verified: 1, of: 2, hasRun: false },
  });
});

test('the frame of a site without judgements is as of its own day', () => {
  expect(deriveFrame(createModel({}, '2026-11-21'), build).dataAsOf).toBe('2026-11-21');
});

test('the frame says whether a link check ever ran, also when it verified nothing', () => {
  const record = createLinkRecord({ state: 'new', lastOk: null, lastChecked: '2026-11-20' });
  const model = createModel({ sources: [createSource()], linkHealth: createLinkHealth([record]) });
  expect(deriveFrame(model, build).citations).toEqual({ verified: 0, of: 1, hasRun: true });
});

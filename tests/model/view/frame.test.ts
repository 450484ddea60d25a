import { expect, test } from 'vitest';
import { deriveFrame } from '#model/view/frame.ts';
import { createEdge, createGapAssessment, createModel, createSource } from '../entries.ts';

const build = { builtAt: '2026-11-21 09:30 UTC', commit: '0123456789ab' };

test('the frame says as of when the data is, and how many sources in use were read', () => {
  const model = createModel(
    {
      edges: [createEdge({ assessments: [createGapAssessment({ on: '2026-03-01' })] })],
      sources: [
        createSource({ id: 'read', accessedOn: '2026-11-20' }),
        createSource({ id: 'unread' }),
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
    citations: { read: 1, of: 2 },
  });
});

test('the frame of a site without judgements is as of its own day', () => {
  expect(deriveFrame(createModel({}, '2026-11-21'), build).dataAsOf).toBe('2026-11-21');
});

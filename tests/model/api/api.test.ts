import { expect, test } from 'vitest';
import { createApi, deriveEnvelope } from '#model/api/api.ts';
import { deriveFrame } from '#model/view/frame.ts';
import { createEdge, createGapAssessment, createModel } from '../entries.ts';
import { createTestApi } from './apis.ts';

test('the head of a document says which day the data, the judgement of freshness and the build are of', () => {
  const model = createModel({ edges: [createEdge({ assessments: [createGapAssessment({ on: '2026-11-02' })] })] });
  expect(deriveEnvelope(createTestApi(model), { schema: 'edge', path: '/api/v1/edges/edge.json' })).toEqual({
    $schema: 'https://site.example/sub/api/v1/schema/edge.json',
    self: 'https://site.example/sub/api/v1/edges/edge.json',
    schema_version: '1.0',
    data_as_of: '2026-11-02',
    as_of: '2026-11-21',
    built_at: '2026-11-21T09:30:00Z',
    source_commit: '0123456789ab',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
  });
});

test('a commit that nobody knows is null', () => {
  const model = createModel();
  const frame = deriveFrame(model, { builtAt: '2026-11-21 09:30 UTC', commit: 'unknown' });
  const api = createApi(model, frame, { site: 'https://site.example', base: '/' });
  expect(deriveEnvelope(api, { schema: 'index', path: '/api/v1/index.json' }).source_commit).toBeNull();
});

test.each([
  ['https://site.example', '/', 'https://site.example/edges/a/'],
  ['https://site.example/', '/sub', 'https://site.example/sub/edges/a/'],
  ['https://site.example/', '/sub/', 'https://site.example/sub/edges/a/'],
])('URLs are absolute: %s served under %s', (site, base, expected) => {
  expect(createTestApi(createModel(), { site, base }).urlOf('/edges/a/')).toBe(expected);
});

import { expect, test } from 'vitest';
import { listRoutes, renderEntryPath, renderIndexPath } from '#model/routes.ts';
import { createContent, createEdge, createRulePage, createSource } from './entries.ts';

test('paths stand below the root and end in a slash', () => {
  expect(renderIndexPath('edges')).toBe('/edges/');
  expect(renderEntryPath({ collection: 'sources', id: 'pep-249' })).toBe('/sources/pep-249/');
});

test('the routes of an empty site are its fixed pages and the indexes', () => {
  expect(listRoutes(createContent().entries)).toEqual([
    '/',
    '/gotchas/',
    '/about/',
    '/contributing/',
    '/fields/',
    '/link-health/',
    '/matrix/',
    '/changes/',
    '/corrections/',
    '/as-of/',
    '/reviews/',
    '/for/',
    '/search/',
    '/api/',
    '/report/',
    '/for/builders/',
    '/for/product-team/',
    '/for/architects/',
    '/for/contributors/',
    '/patterns/',
    '/edges/',
    '/proposals/',
    '/findings/',
    '/guides/',
    '/background/',
    '/questions/',
    '/samples/',
    '/sources/',
    '/rules/',
    '/matrix/statuses/works/',
    '/matrix/statuses/works-with-limits/',
    '/matrix/statuses/unknown/',
    '/matrix/statuses/does-not-work/',
    '/matrix/statuses/not-applicable/',
  ]);
});

test('needs and routes stand below the matrix, which is their index', () => {
  expect(renderIndexPath('needs')).toBe('/matrix/');
  expect(renderEntryPath({ collection: 'needs', id: 'streaming' })).toBe('/matrix/needs/streaming/');
  expect(renderEntryPath({ collection: 'routes', id: 'db-api' })).toBe('/matrix/routes/db-api/');
});

test('every entry has a route, also sources and rules, and what was judged has its history', () => {
  const entries = createContent({
    edges: [createEdge({ id: 'one' }), createEdge({ id: 'two' })],
    sources: [createSource()],
    rules: [createRulePage()],
  }).entries;
  const withoutEntries = new Set(listRoutes(createContent().entries));
  expect(listRoutes(entries).filter((route) => !withoutEntries.has(route))).toEqual([
    '/edges/one/',
    '/edges/two/',
    '/sources/manual/',
    '/rules/bad-id/',
    '/changes/edges/',
    '/changes/added/',
    '/changes/edges/added/',
    '/changes/2026-11-20/',
    '/as-of/2026-11-20/',
    '/as-of/2026-11-20/edges/',
  ]);
});

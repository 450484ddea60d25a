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
  ]);
});

test('every entry has a route, also sources and rules', () => {
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
  ]);
});

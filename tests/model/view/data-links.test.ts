import { expect, test } from 'vitest';
import { listChangesData, listCollectionData, listEntryData, listMatrixData } from '#model/view/data-links.ts';

test('an entry that makes claims has a document, its page as Markdown, feeds and a badge', () => {
  expect(listEntryData({ collection: 'edges', id: 'a' })).toEqual([
    { title: 'JSON', path: '/api/v1/edges/a.json', type: 'application/json' },
    { title: 'Markdown', path: '/edges/a/index.md', type: 'text/markdown' },
    { title: 'Atom', path: '/edges/a/feed.xml', type: 'application/atom+xml' },
    { title: 'JSON Feed', path: '/edges/a/feed.json', type: 'application/feed+json' },
    { title: 'Badge', path: '/edges/a/badge.json', type: 'application/json' },
  ]);
});

test('a sample has a document and its page as Markdown: its verdicts are no claim of this site', () => {
  const paths = listEntryData({ collection: 'samples', id: 'a' }).map(({ path }) => path);
  expect(paths).toEqual(['/api/v1/samples/a.json', '/samples/a/index.md']);
});

test('a collection of claims can be had as JSON and as CSV, another one as JSON', () => {
  expect(listCollectionData('guides').map(({ path }) => path)).toEqual(['/api/v1/guides.json', '/api/v1/guides.csv']);
  expect(listCollectionData('sources').map(({ path }) => path)).toEqual(['/api/v1/sources.json']);
});

test('the timeline can be had as JSON and as feeds', () => {
  expect(listChangesData().map(({ path }) => path)).toEqual(['/api/v1/events.json', '/feed.xml', '/feed.json']);
});

test('the support matrix can be had as JSON and as CSV', () => {
  expect(listMatrixData()).toEqual([
    { title: 'JSON', path: '/api/v1/matrix.json', type: 'application/json' },
    { title: 'CSV', path: '/api/v1/matrix.csv', type: 'text/csv' },
  ]);
});

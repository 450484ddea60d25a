import { expect, test } from 'vitest';
import { renderItemId } from '#feeds/item-id.ts';

// Readers know an item by its id: a change of these values shows every item to them as new.
test('the id of an item is a version 5 UUID of its key, and never changes', () => {
  expect(renderItemId('edges/no-native-asgi-hosting/2026-11-20')).toBe('urn:uuid:2ee55f1a-df8c-59ed-8b78-8508c7521f9d');
  expect(renderItemId('/feed.xml')).toBe('urn:uuid:edcfb6c5-0a6d-5764-8741-c1e90ea1c5c7');
});

test('other keys have other ids', () => {
  const ids = ['edges/a/2026-11-20', 'edges/a/2026-11-21', 'edges/b/2026-11-20', 'patterns/a/2026-11-20'].map(
    renderItemId,
  );
  expect(new Set(ids).size).toBe(4);
});

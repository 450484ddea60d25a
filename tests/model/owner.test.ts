import { expect, test } from 'vitest';
import { deriveOwnerSlugs, renderOwner } from '#model/owner.ts';
import { createGuide } from './entries.ts';

test('an owner is one line, whatever the record holds', () => {
  expect(renderOwner(createGuide({ owner: 'The data\n  team' }))).toBe('The data team');
  expect(renderOwner(createGuide())).toBeUndefined();
});

test('every owner has a path of its own, whatever the order they are met in', () => {
  const owners = ['Zoë Ünal', 'A. B.', 'a b', '数据', '---'];
  const expected = [
    ['---', 'owner'],
    ['A. B.', 'a-b'],
    ['Zoë Ünal', 'zoe-unal'],
    ['a b', 'a-b-2'],
    ['数据', 'owner-2'],
  ];
  expect([...deriveOwnerSlugs(owners)]).toEqual(expected);
  expect([...deriveOwnerSlugs([...owners, ...owners].reverse())]).toEqual(expected);
});

test('a numbered path does not take that of an owner who is called so', () => {
  const slugs = [...deriveOwnerSlugs(['a', 'A', 'a-2']).values()];
  expect(new Set(slugs).size).toBe(3);
});

import { expect, test } from 'vitest';
import { identifierSchema } from '#schema/identifier.ts';

test.each(['a', '2026', 'pep-249', 'a1-b2-c3', 'true', 'constructor'])('%s is an id', (id) => {
  expect(identifierSchema.parse(id)).toBe(id);
});

test.each(['', '-', 'a-', '-a', 'a--b', 'A', 'a_b', 'a b', 'a.b', 'a/b', '../a', 'é', 'a\n', 'a\u202e'])(
  '%j is no id',
  (id) => {
    expect(identifierSchema.safeParse(id).error?.issues.map(({ message }) => message)).toEqual([
      'an id: lower-case letters, digits and single hyphens',
    ]);
  },
);

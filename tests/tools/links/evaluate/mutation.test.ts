import { describe, expect, test } from 'vitest';
import { evaluate } from '#tools/links/evaluate/evaluate.ts';
import { rules } from '#tools/links/evaluate/rules.ts';
import { behaviours } from './behaviours/behaviours.ts';
import { createCircumstances, createCitation } from './exchanges.ts';

function listVerdicts(order: typeof rules): string[] {
  return behaviours.map(
    ({ row, citation, exchange, given }) =>
      `${row}: ${evaluate(createCitation(citation), exchange, createCircumstances(given), order).verdict}`,
  );
}

const whole = listVerdicts(rules);

describe('the table of behaviours notices', () => {
  test.each(rules)('when the rule `$name` is left out', (left) => {
    const changed = listVerdicts(rules.filter((rule) => rule !== left)).filter((line) => !whole.includes(line));
    expect(changed).not.toEqual([]);
  });

  test('when a rule that takes what another one explains better is asked first', () => {
    const greedy = rules.filter((rule) => {
      const order = [rule, ...rules.filter((other) => other !== rule)];
      return listVerdicts(order).some((line) => !whole.includes(line));
    });
    expect(greedy.map(({ name }) => name)).toEqual([
      'refused',
      'unreachable',
      'gone',
      'server-error',
      'other-status',
      'truncated',
      'empty',
      'says-not-found',
      'drifted',
      'redirects',
    ]);
  });
});

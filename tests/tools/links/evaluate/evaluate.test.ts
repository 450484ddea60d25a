import { expect, test } from 'vitest';
import { linkRecordSchema } from '#schema/link-health.ts';
import { evaluate } from '#tools/links/evaluate/evaluate.ts';
import { behaviours } from './behaviours/behaviours.ts';
import type { Behaviour } from './behaviours/behaviour.ts';
import { createCircumstances, createCitation } from './exchanges.ts';

function evaluateRow({ citation, exchange, given }: Behaviour) {
  return evaluate(createCitation(citation), exchange, createCircumstances(given));
}

test.each(behaviours)('row $row: a server that $does', (row) => {
  expect(evaluateRow(row)).toEqual(row.finding);
});

test.each(behaviours)('what is found in row $row fits the health record', (row) => {
  const { verdict, code, detail, suggestion } = evaluateRow(row);
  const fields = linkRecordSchema.pick({ last: true, suggestion: true });
  expect(fields.parse({ last: { verdict, code, detail }, suggestion })).toEqual({
    last: { verdict, code, detail },
    suggestion,
  });
});

test('every row has a name of its own', () => {
  expect(new Set(behaviours.map(({ row }) => row)).size).toBe(behaviours.length);
});

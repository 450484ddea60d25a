import { describe, expect, test } from 'vitest';
import { deriveRuleGroups, deriveRuleRow } from '#model/view/rules-page.ts';
import { createModel, createRulePage } from '../entries.ts';

describe('a rule', () => {
  test.each([
    ['bad-id', 'error', 1],
    ['yaml-syntax', 'error', 2],
    ['stale-assessment', 'warning', 0],
  ] as const)('%s is shown with its level and the exit code of a run that breaks it', (id, level, exitCode) => {
    expect(deriveRuleRow(createRulePage({ id }))).toEqual({
      id,
      path: `/rules/${id}/`,
      title: 'A rule',
      summary: 'What it refuses.',
      level,
      exitCode,
    });
  });

  test('that the code does not know is refused', () => {
    expect(() => deriveRuleRow(createRulePage({ id: 'no-such' }))).toThrow(
      new RangeError(
        'content/rules/no-such.mdx describes no rule; the rules are listed in src/model/rules/catalogue.ts',
      ),
    );
  });
});

test('rules are grouped by what they look at, and groups without rules are left out', () => {
  const rules = [
    createRulePage({ id: 'heading-level', group: 'prose' }),
    createRulePage({ id: 'file-empty', group: 'files' }),
    createRulePage({ id: 'bad-id', group: 'files' }),
  ];
  expect(
    deriveRuleGroups(createModel({ rules })).map((group) => [group.title, group.rules.map(({ id }) => id)]),
  ).toEqual([
    ['Files', ['file-empty', 'bad-id']],
    ['Prose', ['heading-level']],
  ]);
});

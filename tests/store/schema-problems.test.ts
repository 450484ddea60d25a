import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeIssues } from '#store/schema-problems.ts';
import { parseYaml } from '#store/yaml-document.ts';

const schema = z.strictObject({
  title: z.string().min(3, 'three letters').describe('The name.'),
  kind: z.enum(['blocker', 'major']).describe('How bad it is.'),
  on: z
    .preprocess((value) => value, z.iso.date('a day'))
    .optional()
    .describe('The day.'),
  parts: z
    .array(
      z.strictObject({
        word: z.string().describe('Its word.'),
        count: z.int().min(1).optional().describe('How many.'),
      }),
    )
    .optional()
    .describe('The parts.'),
});

/** What is said of a record, as `line:column rule reason | hint`. */
function describeText(text: string): string[] {
  const yaml = parseYaml(text);
  const issues = schema.safeParse(yaml.data).error?.issues ?? [];
  return describeIssues(issues, schema, yaml, 'a.yaml').map(
    ({ place, ruleId, reason, hint }) => `${place.line}:${place.column} ${ruleId} ${reason} | ${hint ?? ''}`,
  );
}

describe('what a schema refuses', () => {
  test('is nothing in a record that fits', () => {
    expect(describeText('title: A title\nkind: major\non: 2026-11-20\nparts:\n  - word: a\n')).toEqual([]);
  });

  test.each([
    [
      'a key that nobody knows, with its near miss',
      'title: A title\nkind: major\nkinds: major\n',
      ['3:1 unknown-key Unexpected key `kinds`, expected one of `title`, `kind`, `on`, `parts` | did you mean `kind`?'],
    ],
    [
      'a key that nobody knows in an item of a list',
      'title: A title\nkind: major\nparts:\n  - word: a\n    something: 1\n',
      ['5:5 unknown-key Unexpected key `something` in `parts[0]`, expected one of `word`, `count` | remove it'],
    ],
    [
      'a key that is missing, with its description',
      'title: A title\n',
      ['1:1 missing-key Missing key `kind`, expected `blocker` or `major` | how bad it is'],
    ],
    [
      'a key that is missing in an item of a list',
      'title: A title\nkind: major\nparts:\n  - count: 1\n',
      ['4:5 missing-key Missing key `word` in `parts[0]`, expected text | its word'],
    ],
    [
      'a word that is none of those to choose from, with its near miss',
      'title: A title\nkind: mayor\n',
      ['2:7 invalid-value Unexpected `mayor` in `kind`, expected `blocker` or `major` | did you mean `major`?'],
    ],
    [
      'a number where there should be text',
      'title: 2026\nkind: major\n',
      ["1:8 invalid-value Unexpected `2026` in `title`, expected text | put it in quotes: `'2026'`"],
    ],
    [
      'text that is too short',
      'title: ab\nkind: major\n',
      ['1:8 invalid-value Unexpected `ab` in `title`, expected three letters | the name'],
    ],
    [
      'a number that is too small',
      'title: A title\nkind: major\nparts:\n  - word: a\n    count: 0\n',
      ['5:12 invalid-value Unexpected `0` in `parts[0].count`, expected at least 1 | how many'],
    ],
    [
      'a day that does not exist',
      'title: A title\nkind: major\non: 2026-02-30\n',
      ['3:5 invalid-value Unexpected `2026-02-30` in `on`, expected a day | the day'],
    ],
    [
      'a value that is empty',
      'title: A title\nkind:\n',
      ['2:6 invalid-value Unexpected empty value in `kind`, expected `blocker` or `major` | how bad it is'],
    ],
    [
      'a group where there should be a list',
      'title: A title\nkind: major\nparts: {word: a}\n',
      ['3:8 invalid-value Unexpected group of keys in `parts`, expected a list | the parts'],
    ],
    [
      'a list as the record',
      '- title\n',
      [
        '1:1 invalid-value Unexpected list in `the record`, expected a group of keys | write the fields that the collection has',
      ],
    ],
    [
      'long text, cut',
      `title: A title\nkind: ${'x'.repeat(80)}\n`,
      [
        `2:7 invalid-value Unexpected \`${'x'.repeat(60)}…\` in \`kind\`, expected \`blocker\` or \`major\` | how bad it is`,
      ],
    ],
  ])('is %s', (_name, text, expected) => {
    expect(describeText(text)).toEqual(expected);
  });
});

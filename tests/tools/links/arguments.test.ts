import { assert, constantFrom, array, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments, usage } from '#tools/links/arguments.ts';

const contentDirectory = 'content';

describe('a command line that can be carried out', () => {
  test.each([
    [['check'], { command: 'check', scope: { kind: 'due' }, format: 'pretty' }],
    [['check', '--due'], { command: 'check', scope: { kind: 'due' }, format: 'pretty' }],
    [['check', '--all', '--format', 'sarif'], { command: 'check', scope: { kind: 'all' }, format: 'sarif' }],
    [
      ['check', '--changed-since', 'origin/main~1', '--format=github'],
      { command: 'check', scope: { kind: 'changed-since', ref: 'origin/main~1' }, format: 'github' },
    ],
    [
      ['--id', 'pep-492', 'check', '--id=asgiref', '--id', 'pep-492'],
      { command: 'check', scope: { kind: 'ids', ids: ['pep-492', 'asgiref'] }, format: 'pretty' },
    ],
    [
      ['check', '--all', '--budget', '5m', '--shard', '2/5', '--out', 'shard-2.json', '--format', 'jsonl'],
      {
        command: 'check',
        scope: { kind: 'all' },
        budgetMs: 300_000,
        shard: { index: 2, count: 5 },
        outFile: 'shard-2.json',
        format: 'jsonl',
      },
    ],
    [['merge', 'one.json', 'two.json'], { command: 'merge', files: ['one.json', 'two.json'] }],
    [['report'], { command: 'report', format: 'pretty' }],
    [['report', '--format', 'junit'], { command: 'report', format: 'junit' }],
    [['explain', 'pep-492'], { command: 'explain', target: { id: 'pep-492' } }],
    [
      ['explain', 'https://example.org/a?KEY=B#c'],
      { command: 'explain', target: { url: 'https://example.org/a?KEY=B#c' } },
    ],
    [['fix'], { command: 'fix', write: false }],
    [['fix', '--write'], { command: 'fix', write: true }],
    [['accept', 'pep-492'], { command: 'accept', id: 'pep-492' }],
    [['archive', 'lookup', 'pep-492'], { command: 'archive-lookup', id: 'pep-492' }],
  ])('%j', (args, options) => {
    expect(parseArguments(args)).toEqual({ contentDirectory, ...options });
  });

  test('takes another content tree', () => {
    expect(parseArguments(['report', '--content', 'tests'])).toEqual({
      contentDirectory: 'tests',
      command: 'report',
      format: 'pretty',
    });
  });

  test.each([
    ['90s', 90_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['24h', 86_400_000],
    ['1s', 1000],
  ])('reads the budget %s', (budget, budgetMs) => {
    expect(parseArguments(['check', '--budget', budget])).toMatchObject({ budgetMs });
  });

  test('asks for help, wherever it stands', () => {
    for (const args of [['--help'], ['-h'], ['check', '--help'], ['chek', '--nonsense', '-h']])
      expect(parseArguments(args)).toBe('help');
  });
});

const commands = 'expected check, merge, report, lint, explain, fix, accept or archive';
const formats = 'pretty, json, jsonl, sarif, junit or github';
const id = 'the id of a source: lower-case letters, digits and single hyphens';
const budget = 'a time from `1s` to `24h`, such as `90s`, `5m` or `1h`';
const shard = 'a part such as `2/5`, of at most 99';

describe('a command line that cannot be carried out is refused in one line', () => {
  test.each([
    [[], `Missing command, ${commands}; see --help`],
    [['chek'], `Unexpected command \`chek\`, ${commands}; did you mean \`check\`?`],
    [['everything'], `Unexpected command \`everything\`, ${commands}; see --help`],
    [
      ['check', '--budgt', '5m'],
      'Unexpected option `--budgt`, expected one that `check` takes; did you mean `--budget`?',
    ],
    [['check', '--nonsense'], 'Unexpected option `--nonsense`, expected one that `check` takes; see --help'],
    [['check', '-x'], 'Unexpected option `-x`, expected one that `check` takes; see --help'],
    [['check', '--write'], 'Unexpected option `--write`, expected one that `check` takes; it is one of `fix`'],
    [
      ['fix', '--format', 'json'],
      'Unexpected option `--format`, expected one that `fix` takes; it is one of `check` or `report`',
    ],
    [['check', '--no-due'], 'Unexpected option `--no-due`, expected one that `check` takes; see --help'],
    [['check', '--all', '--due'], 'Unexpected `--all` beside `--due`, expected one of them'],
    [['check', '--id', 'a', '--all'], 'Unexpected `--id` beside `--all`, expected one of them'],
    [
      ['check', '--changed-since', 'main', '--id', 'a'],
      'Unexpected `--id` beside `--changed-since`, expected one of them',
    ],
    [['check', '--budget'], `Missing value of \`--budget\`, expected ${budget}`],
    [['check', '--budget='], `Missing value of \`--budget\`, expected ${budget}`],
    [['check', '--budget', '--all'], `Missing value of \`--budget\`, expected ${budget}`],
    [['check', '--budget', '5'], `Unexpected \`--budget 5\`, expected ${budget}`],
    [['check', '--budget', '0s'], `Unexpected \`--budget 0s\`, expected ${budget}`],
    [['check', '--budget', '1d'], `Unexpected \`--budget 1d\`, expected ${budget}`],
    [['check', '--budget', '1.5h'], `Unexpected \`--budget 1.5h\`, expected ${budget}`],
    [['check', '--budget=-5m'], `Unexpected \`--budget -5m\`, expected ${budget}`],
    [['check', '--budget', '25h'], `Unexpected \`--budget 25h\`, expected ${budget}`],
    [['check', '--budget', '99999999999h'], `Unexpected \`--budget 99999999999h\`, expected ${budget}`],
    [['check', '--budget', '5m', '--budget', '6m'], 'Unexpected second `--budget`, expected one'],
    [['check', '--shard', '0/5'], `Unexpected \`--shard 0/5\`, expected ${shard}`],
    [['check', '--shard', '6/5'], `Unexpected \`--shard 6/5\`, expected ${shard}`],
    [['check', '--shard', '2'], `Unexpected \`--shard 2\`, expected ${shard}`],
    [['check', '--shard', '1/100'], `Unexpected \`--shard 1/100\`, expected ${shard}`],
    [['check', '--out'], 'Missing value of `--out`, expected a file'],
    [['check', '--id', 'Pep_492'], `Unexpected id \`Pep_492\`, expected ${id}`],
    [['check', '--id'], `Missing value of \`--id\`, expected ${id}`],
    [
      ['check', '--changed-since=--output=x'],
      'Unexpected `--changed-since --output=x`, expected a commit such as `main` or `HEAD~1`',
    ],
    [
      ['check', '--changed-since', 'a b'],
      'Unexpected `--changed-since a b`, expected a commit such as `main` or `HEAD~1`',
    ],
    [['check', '--format', 'jsn'], `Unexpected format \`jsn\`, expected ${formats}; did you mean \`json\`?`],
    [['report', '--format', 'powerpoint'], `Unexpected format \`powerpoint\`, expected ${formats}; see --help`],
    [['check', '--all=yes'], 'Unexpected value of `--all`, expected none'],
    [['check', 'pep-492'], 'Unexpected `pep-492` behind `check`; see --help'],
    [['report', 'all'], 'Unexpected `all` behind `report`; see --help'],
    [['fix', 'pep-492'], 'Unexpected `pep-492` behind `fix`; see --help'],
    [['merge'], 'Missing file of `merge`, expected the reports of all shards'],
    [['explain'], 'Missing URL or id of `explain`; see --help'],
    [['explain', 'a', 'b'], 'Unexpected `b` behind `explain a`; see --help'],
    [
      ['explain', 'ftp://example.org/'],
      `Unexpected \`ftp://example.org/\`, expected a URL such as \`https://host/path\`, or ${id}`,
    ],
    [['explain', 'https://'], `Unexpected \`https://\`, expected a URL such as \`https://host/path\`, or ${id}`],
    [['accept'], 'Missing id of `accept`; see --help'],
    [['accept', '../secret'], `Unexpected id \`../secret\`, expected ${id}`],
    [['archive'], 'Missing `lookup` of `archive`; see --help'],
    [['archive', 'lookup'], 'Missing id of `archive`; see --help'],
    [['archive', 'save', 'pep-492'], 'Unexpected `save` of `archive`, expected `lookup`'],
    [['report', '--content', 'nowhere'], 'Unexpected `--content nowhere`, expected a directory'],
    [['report', '--content', 'package.json'], 'Unexpected `--content package.json`, expected a directory'],
  ])('%j', (args, message) => {
    expect(parseArguments(args)).toEqual({ refusal: `${message}\n` });
  });

  test('whatever it is, without a character that steers the terminal', () => {
    const words = constantFrom(
      'check',
      'explain',
      'archive',
      'lookup',
      '--id',
      '--budget',
      '--shard',
      '--all',
      '--out',
      '--',
    );
    assert(
      property(array(oneof(words, string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 }), (args) => {
        const parsed = parseArguments(args);
        if (typeof parsed === 'object' && 'refusal' in parsed)
          expect(parsed.refusal).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+\n$/u);
      }),
    );
  });
});

test('the help names every command and every option', () => {
  for (const command of ['check', 'merge FILE...', 'report', 'explain URL|ID', 'fix', 'accept ID', 'archive lookup ID'])
    expect(usage).toContain(`\n  ${command} `);
  for (const option of [
    'due',
    'all',
    'changed-since',
    'id',
    'budget',
    'shard',
    'out',
    'format',
    'write',
    'content',
    'help',
  ])
    expect(usage).toContain(`\n  --${option} `);
});

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apiChangelog, type ApiRelease } from '#schema/api/changelog.ts';
import { deriveContract, type Contract } from '#model/api/contract.ts';
import type { JsonSchema } from '#model/api/json-schema.ts';
import { reporters } from '#report/reporters.ts';
import { renderContractFile } from '#tools/api/contract-file.ts';
import { checkApi } from '#tools/api/run.ts';

const file = 'content/generated/api-contract.json';
const first = { version: '1.0', on: '2026-11-21', changes: ['First.'] };
const second = { version: '1.1', on: '2026-12-01', changes: ['More.'] };
const edge: JsonSchema = {
  type: 'object',
  properties: { id: { type: 'string' }, status: { type: 'string', enum: ['open', 'shipped'] } },
  required: ['id', 'status'],
};
const published = renderContractFile('1.0', { edge });

/** Checks a contract against the published one, and gives the report as a reader sees it. */
function check(contract: Contract, changelog: readonly [ApiRelease, ...ApiRelease[]] = [first], text = published) {
  const { messages, exitCode, text: next } = checkApi({ file, text, contract, changelog });
  return { report: reporters.pretty(messages), exitCode, mayWrite: next !== undefined };
}

function change(mutate: (schema: JsonSchema & { properties: Record<string, JsonSchema> }) => void): Contract {
  const copy = structuredClone(edge) as JsonSchema & { properties: Record<string, JsonSchema> };
  mutate(copy);
  return { edge: copy };
}

const more = change((schema) => {
  schema.properties.more = { type: 'string' };
  schema.required?.push('more');
});
const fewer = change((schema) => {
  schema.properties = { id: { type: 'string' } };
  schema.required = ['id'];
});

test('a contract as on record has no message', () => {
  expect(check({ edge })).toEqual({ report: '', exitCode: 0, mayWrite: true });
});

describe('a change that breaks readers is refused', () => {
  const report = `content/generated/api-contract.json:7:45: error api-breaking-change  Unexpected removal of \`edge.status\`, expected every property to stay
  hint: readers of version 1 rely on it: undo it, or publish the new form under \`/api/v2/\`
`;

  test('under the same version', () => {
    expect(check(fewer)).toEqual({ report, exitCode: 1, mayWrite: false });
  });

  test('and under the next one too', () => {
    expect(check(fewer, [second, first])).toEqual({ report, exitCode: 1, mayWrite: false });
  });

  test('all of them in one run', () => {
    const worse = change((schema) => {
      schema.properties = { id: { type: 'integer' } };
      schema.required = [];
    });
    expect(check(worse).report.match(/error api-breaking-change/g)).toHaveLength(3);
  });
});

describe('an addition', () => {
  test('takes a version and a line in the changelog', () => {
    expect(check(more)).toEqual({
      report: `content/generated/api-contract.json:5:5: error api-unannounced-change  Unexpected new \`edge.more\` under version 1.0, expected it to be announced
  hint: add version 1.1 to src/schema/api/changelog.ts, then run \`npm run api -- --update\`
`,
      exitCode: 1,
      mayWrite: false,
    });
  });

  test('that is announced is to be recorded', () => {
    expect(check(more, [second, first])).toEqual({
      report: `content/generated/api-contract.json:1:1: error api-contract-stale  Unexpected contract of version 1.0, expected that of 1.1
  hint: run \`npm run api -- --update\`
`,
      exitCode: 1,
      mayWrite: true,
    });
  });
});

test.each(['1.2', '0.9', '2.0'])('version %s does not follow 1.0', (version) => {
  expect(check({ edge }, [{ ...second, version }, first])).toEqual({
    report: `src/schema/api/changelog.ts:1:1: error api-version  Unexpected version \`${version}\`, expected \`1.0\` or \`1.1\`
  hint: one step of the minor number at a time; a new major version is an API of its own under \`/api/v2/\`
`,
    exitCode: 1,
    mayWrite: false,
  });
});

describe('the record', () => {
  test('that is missing is to be written', () => {
    const { messages, exitCode, text } = checkApi({ file, text: undefined, contract: { edge }, changelog: [first] });
    expect(reporters.pretty(messages)).toBe(
      'content/generated/api-contract.json:1:1: error api-contract-stale  Unexpected lack of the file, expected the contract of the API\n  hint: run `npm run api -- --update`\n',
    );
    expect({ exitCode, text }).toEqual({ exitCode: 1, text: published });
  });

  test('that was edited by hand is to be written anew', () => {
    expect(check({ edge }, [first], `${published}\n`).report).toBe(
      'content/generated/api-contract.json:1:1: error api-contract-stale  Unexpected text, expected what the tool writes for version 1.0\n  hint: run `npm run api -- --update`\n',
    );
  });

  test('with the marks of a merge cannot be read, and is not overwritten', () => {
    const text = published.replace('"edge"', '<<<<<<< HEAD\n    "edge"');
    expect(check({ edge }, [first], text)).toEqual({
      report:
        'content/generated/api-contract.json:5:5: error api-contract-unreadable  Unexpected `<<<<<<<`, expected JSON\n  hint: take the file from the last commit\n',
      exitCode: 2,
      mayWrite: false,
    });
  });

  test('of another form cannot be read', () => {
    const { report, exitCode } = check({ edge }, [first], published.replace('"documents"', '"dokuments"'));
    expect(report).toContain('error api-contract-unreadable  Unexpected key `dokuments`');
    expect(exitCode).toBe(2);
  });
});

describe('the real contract', () => {
  const contract = deriveContract();
  const text = renderContractFile(apiChangelog[0].version, contract);
  const names = Object.keys(contract);

  test('is the one on record', () => {
    expect(checkApi({ file, text: readFileSync(file, 'utf8'), contract, changelog: apiChangelog }).messages).toEqual(
      [],
    );
  });

  test.each(names)('loses no property of %s unseen', (name) => {
    const copy = structuredClone(contract) as Record<string, JsonSchema>;
    const schema = copy[name];
    const last = Object.keys(schema?.properties ?? {}).at(-1) ?? '';
    const rest = Object.fromEntries(Object.entries(schema?.properties ?? {}).filter(([key]) => key !== last));
    copy[name] = { ...schema, properties: rest, required: Object.keys(rest) };
    const { messages } = checkApi({ file, text, contract: copy, changelog: apiChangelog });
    expect(messages).toMatchObject([
      {
        ruleId: 'api-breaking-change',
        reason: `Unexpected removal of \`${name}.${last}\`, expected every property to stay`,
      },
    ]);
    // The place is that of the property in the record.
    expect(text.split('\n')[(messages[0]?.line ?? 0) - 1]).toContain(`"${last}"`);
  });
});

test('versions of the changelog go down by one, their days do not go up, and each says what changed', () => {
  const versions = apiChangelog.map(({ version }) => version);
  expect(versions).toEqual(versions.map((_, index) => `1.${versions.length - 1 - index}`));
  const days = apiChangelog.map(({ on }) => on);
  expect(days).toEqual(days.toSorted().reverse());
  expect(apiChangelog.filter(({ changes }) => changes.length === 0)).toEqual([]);
});

describe('the command', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'api-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    return new Promise((done) => {
      const child = execFile(process.execPath, ['src/tools/api/cli.ts', ...args], (_error, stdout, stderr) => {
        done({ code: child.exitCode, stdout, stderr });
      });
    });
  }

  test('finds the contract on record as it is', async () => {
    const { version } = apiChangelog[0];
    expect(await run()).toEqual({
      code: 0,
      stdout: '',
      stderr: `0 errors in the contract of the API, version ${version}\n`,
    });
  });

  test('writes a new record, and then has nothing more to say', async () => {
    const record = join(folder, 'contract.json');
    expect((await run('--update', '--file', record)).code).toBe(0);
    expect(readFileSync(record, 'utf8')).toBe(readFileSync(file, 'utf8'));
    expect((await run('--file', record)).code).toBe(0);
  });

  test('refuses to record a break, and leaves the file', async () => {
    const record = join(folder, 'contract.json');
    const broken = readFileSync(file, 'utf8').replace(
      '"self": {"type":"string","format":"uri"}',
      '"self": {"type":"string","format":"uri"}, "lost": {"type":"string"}',
    );
    writeFileSync(record, broken);
    const { code, stdout } = await run('--update', '--file', record);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'error api-breaking-change  Unexpected removal of `index.lost`, expected every property to stay',
    );
    expect(readFileSync(record, 'utf8')).toBe(broken);
    expect(existsSync(`${record}.new`)).toBe(false);
  });

  test('says what it takes', async () => {
    expect((await run('--help')).stdout).toContain('npm run api -- [options]');
    expect(await run('--format', 'jsn')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Unexpected format `jsn`, expected pretty, json or github; did you mean `json`?\n',
    });
    expect((await run('--nope')).code).toBe(2);
  });
});

import { describe, expect, test } from 'vitest';
import { linkVerdicts } from '#schema/link-health.ts';
import { renderSarif } from '#tools/links/report/sarif.ts';
import type { LinkReport } from '#tools/links/report/link-report.ts';
import { createFinding, createLink, createReport, linkOfEachState } from './reports.ts';

interface SarifRule {
  id: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string };
  defaultConfiguration: { level: string };
}

interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: unknown[];
  partialFingerprints: Record<string, string>;
  fixes?: unknown[];
  suppressions?: unknown[];
}

interface SarifLog {
  $schema: string;
  version: string;
  runs: { tool: { driver: { name: string; rules: SarifRule[] } }; columnKind: string; results: SarifResult[] }[];
}

function read(report: LinkReport) {
  const log = JSON.parse(renderSarif(report)) as SarifLog;
  const [run] = log.runs;
  if (run === undefined) throw new Error('Unexpected lack of a run, expected one');
  return { log, rules: run.tool.driver.rules, results: run.results, run };
}

describe('the SARIF report', () => {
  test('is one run of version 2.1.0 by a named tool', () => {
    const { log, run } = read(createReport([]));
    expect(log).toMatchObject({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' });
    expect(log.runs).toHaveLength(1);
    expect(run).toMatchObject({ tool: { driver: { name: 'links' } }, columnKind: 'utf16CodeUnits', results: [] });
  });

  test('has a rule for each verdict, with sentences that explain it', () => {
    const { rules } = read(createReport([]));
    expect(rules.map(({ id }) => id)).toEqual([...linkVerdicts]);
    for (const { shortDescription, fullDescription, help, defaultConfiguration } of rules) {
      for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(/^[A-Z].+\.$/);
      expect(['warning', 'note']).toContain(defaultConfiguration.level);
    }
  });

  test('has a result for each link that somebody should look at, with the level of its state', () => {
    const { results, rules } = read(createReport(linkOfEachState));
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['gone', 'error'],
      ['moved', 'note'],
      ['unreachable', 'warning'],
      ['blocked', 'note'],
      ['waived', 'note'],
    ]);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('says what, where and since when', () => {
    const { results } = read(createReport(linkOfEachState));
    expect(results[0]).toEqual({
      ruleId: 'gone',
      ruleIndex: 6,
      level: 'error',
      message: {
        text: 'dead-page is dead. gone (HTTP_404): The server answered 404: the page is not there. Instead: https://example.org/20261/page (another edition; nobody has looked there). It was last verified 12 days ago, failing since 2026-11-16 (seen 3 times).',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/sources/dead-page.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 6, endLine: 4, endColumn: 32 },
          },
        },
      ],
      partialFingerprints: {
        'citationAndFile/v1': 'fcc93518df352bccd56481887d04947f',
        primaryLocationLineHash: 'fcc93518df352bccd56481887d04947f:1',
      },
    });
  });

  test('knows a citation again by its id and its file, wherever it stands and whatever is wrong with it', () => {
    const fingerprintOf = (overrides: Parameters<typeof createLink>[0]) =>
      read(createReport([createLink({ state: 'dead', ...overrides })])).results[0]?.partialFingerprints;
    const known = fingerprintOf({});
    expect(fingerprintOf({ line: 40, column: 1, endColumn: 99, url: 'https://other.example/' })).toEqual(known);
    expect(fingerprintOf({ state: 'suspect', finding: createFinding({ verdict: 'drifted' }) })).toEqual(known);
    expect(fingerprintOf({ file: 'content/sources/other.yaml' })).not.toEqual(known);
    expect(fingerprintOf({ citation: 'other', file: 'content/sources/a-page.yaml' })).not.toEqual(known);
  });

  test('offers the replacements that were planned, by region', () => {
    const moved = linkOfEachState[2];
    if (moved === undefined) throw new Error('Unexpected lack of a link, expected one');
    const shared = {
      citation: 'moved-page',
      file: 'content/sources/moved-page.yaml',
      reason: 'It moved.',
      fileSha256: '',
    };
    const { results } = read(
      createReport([moved], {
        replacements: [
          { ...shared, line: 4, column: 6, before: "'https://a'", after: "'https://b'" },
          { ...shared, line: 7, column: 1, before: '', after: "replaces:\n  - url: 'https://a'\n" },
          { ...shared, line: 9, column: 3, before: 'two\nlines', after: 'one' },
          { ...shared, citation: 'other', line: 1, column: 1, before: '', after: 'not of this citation' },
        ],
      }),
    );
    expect(results[0]?.fixes).toEqual([
      {
        description: { text: 'It moved.' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'content/sources/moved-page.yaml', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 4, startColumn: 6, endLine: 4, endColumn: 17 },
                insertedContent: { text: "'https://b'" },
              },
              {
                deletedRegion: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 1 },
                insertedContent: { text: "replaces:\n  - url: 'https://a'\n" },
              },
              {
                deletedRegion: { startLine: 9, startColumn: 3, endLine: 10, endColumn: 6 },
                insertedContent: { text: 'one' },
              },
            ],
          },
        ],
      },
    ]);
  });

  test('suppresses what is waived, with the reason', () => {
    const { results } = read(createReport(linkOfEachState));
    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['gone', undefined],
      ['moved', undefined],
      ['unreachable', undefined],
      ['blocked', undefined],
      [
        'waived',
        [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'waived until 2027-01-31 by editors: The host shows its pages to browsers only.',
          },
        ],
      ],
    ]);
  });

  test('lets no text make a link or a placeholder of a message, or leave its folder', () => {
    const finding = createFinding({ detail: 'a {0} [b](https://evil.example)' });
    const [result] = read(createReport([createLink({ state: 'dead', finding, file: 'a b/ü#?.yaml' })])).results;
    expect(result?.message.text).toContain('a {{0}} \\[b\\](https://evil.example)');
    expect(result?.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%BC%23%3F.yaml' } } },
    ]);
  });
});

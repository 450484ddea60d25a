import { describe, expect, test } from 'vitest';
import { renderStepSummary } from '#tools/links/report/step-summary.ts';
import { createFinding, createLink, createReport, linkOfEachState } from './reports.ts';

describe('the summary of a step', () => {
  test('is the numbers and a table of what needs somebody, the worst first', () => {
    expect(renderStepSummary(createReport(linkOfEachState.toReversed())).split('\n')).toEqual([
      '## Links',
      '',
      '7 citations: 2 verified, 1 unverifiable, 1 dead, 1 suspect, 1 waived, 1 not verified yet',
      '',
      '| State | Citation | Found | Instead | History |',
      '| --- | --- | --- | --- | --- |',
      '| dead | `dead-page`<br>`content/sources/dead-page.yaml:4`<br>`https://example.org/page` | `gone`<br>`The server answered 404: the page is not there.` | `https://example.org/20261/page` | last verified 12 days ago, failing since 2026-11-16 (seen 3 times) |',
      '| suspect | `suspect-page`<br>`content/sources/suspect-page.yaml:4`<br>`https://example.org/page` | `unreachable`<br>`The server broke the connection.` |  | last verified yesterday, failing since 2026-11-20 (seen once) |',
      '| waived | `waived-page`<br>`content/sources/waived-page.yaml:4`<br>`https://example.org/page` | `waived`<br>`blocked: The server answered 403.` |  | last verified 12 days ago |',
      '| unverifiable | `walled-page`<br>`content/sources/walled-page.yaml:4`<br>`https://example.org/page` | `blocked`<br>`The server answered 403, which may hold for the checker only.` |  | not verified yet |',
      "| healthy | `moved-page`<br>`content/sources/moved-page.yaml:4`<br>`https://example.org/page` | `moved`<br>`The page moved to 'https://example.org/new'.` | `https://example.org/new` | last verified today |",
      '',
    ]);
  });

  test('has no table where nobody is needed, and lists what is wrong with the waivers', () => {
    const message = {
      ruleId: 'waiver-unused',
      level: 'warning',
      file: 'content/waivers.yaml',
      line: 8,
      column: 14,
      reason: 'Unexpected `A`, expected B',
    } as const;
    expect(renderStepSummary(createReport([createLink()], { messages: [message] }))).toBe(
      `## Links

1 citation: 1 verified, 0 unverifiable, 0 dead, 0 suspect, 0 waived, 0 not verified yet

- warning at \`content/waivers.yaml:8\`: \`Unexpected 'A', expected B\`
`,
    );
  });

  test('stays below the megabyte that GitHub takes, and says what it left out', () => {
    const text = '日|'.repeat(600_000);
    const finding = createFinding({
      verdict: 'gone',
      detail: text,
      suggestion: { kind: 'archive', value: text, confidence: 'low' },
    });
    const link = createLink({ state: 'dead', citation: text, url: text, file: text, finding });
    const summary = renderStepSummary(createReport(Array.from({ length: 103 }, () => link)));
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary.endsWith('\n3 more rows not shown here\n')).toBe(true);
  });
});

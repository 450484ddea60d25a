import { describe, expect, test } from 'vitest';
import { renderPretty } from '#tools/links/report/pretty.ts';
import { createLink, createReport, linkOfEachState } from './reports.ts';

describe('the pretty report', () => {
  test('groups by source file what somebody should look at, and ends with all numbers', () => {
    expect(renderPretty(createReport(linkOfEachState))).toBe(
      `content/sources/dead-page.yaml
  4:6  dead  dead-page: gone (HTTP_404): The server answered 404: the page is not there.
    url: https://example.org/page
    last verified 12 days ago, failing since 2026-11-16 (seen 3 times)
    suggestion: https://example.org/20261/page (another edition; nobody has looked there)

content/sources/moved-page.yaml
  4:6  healthy  moved-page: moved (REDIRECT_PERMANENT): The page moved to \`https://example.org/new\`.
    url: https://example.org/page
    last verified today
    suggestion: https://example.org/new (moved there for good; it says there what it is cited for)
    note: The title is \`New\`, expected \`Old\`.

content/sources/new-page.yaml
  4:6  new  new-page
    url: https://example.org/page
    not verified yet

content/sources/suspect-page.yaml
  4:6  suspect  suspect-page: unreachable (RESET): The server broke the connection.
    url: https://example.org/page
    last verified yesterday, failing since 2026-11-20 (seen once)
    unstable: it says so only every second time

content/sources/walled-page.yaml
  4:6  unverifiable  walled-page: blocked (HTTP_403): The server answered 403, which may hold for the checker only.
    url: https://example.org/page
    not verified yet

content/sources/waived-page.yaml
  4:6  waived  waived-page: waived (HTTP_403): blocked: The server answered 403.
    url: https://example.org/page
    last verified 12 days ago
    waived until 2027-01-31 by editors: The host shows its pages to browsers only.

7 citations: 2 verified, 1 unverifiable, 1 dead, 1 suspect, 1 waived, 1 not verified yet
`,
    );
  });

  test('puts two citations of one file under one heading', () => {
    const state = { state: 'unverifiable', finding: null, lastOk: '2026-11-20' } as const;
    const links = [
      createLink({ ...state, citation: 'one', file: 'content/sources/both.yaml' }),
      createLink({ ...state, citation: 'two', file: 'content/sources/both.yaml', line: 9 }),
    ];
    expect(renderPretty(createReport(links))).toBe(
      `content/sources/both.yaml
  4:6  unverifiable  one
    url: https://example.org/page
    last verified today
  9:6  unverifiable  two
    url: https://example.org/page
    last verified today

2 citations: 0 verified, 2 unverifiable, 0 dead, 0 suspect, 0 waived, 0 not verified yet
`,
    );
  });

  test('gives the numbers where nothing is wrong, and no more', () => {
    expect(renderPretty(createReport([createLink()]))).toBe(
      '1 citation: 1 verified, 0 unverifiable, 0 dead, 0 suspect, 0 waived, 0 not verified yet\n',
    );
    expect(renderPretty(createReport([]))).toBe(
      '0 citations: 0 verified, 0 unverifiable, 0 dead, 0 suspect, 0 waived, 0 not verified yet\n',
    );
  });

  test('tells remarks on a page that is fine', () => {
    const finding = { verdict: 'ok', code: 'OK', detail: 'Fine.', notes: ['The page says: `Superseded`.'] } as const;
    expect(renderPretty(createReport([createLink({ finding })]))).toContain('    note: The page says: `Superseded`.\n');
  });

  test('says what is wrong with a waiver before the numbers', () => {
    const message = {
      ruleId: 'waiver-expired',
      level: 'error',
      file: 'content/waivers.yaml',
      line: 8,
      column: 14,
      reason: 'Unexpected waiver for `a-page` that ended on 2026-11-01, expected one that still holds',
      hint: 'mend the citation',
    } as const;
    expect(renderPretty(createReport([], { messages: [message] }))).toBe(
      `content/waivers.yaml:8:14: error waiver-expired  Unexpected waiver for \`a-page\` that ended on 2026-11-01, expected one that still holds
  hint: mend the citation

0 citations: 0 verified, 0 unverifiable, 0 dead, 0 suspect, 0 waived, 0 not verified yet
`,
    );
  });

  test('takes a day that is yet to come, which a wrong clock wrote, for today', () => {
    const link = createLink({ state: 'unverifiable', lastOk: '2026-12-24' });
    expect(renderPretty(createReport([link]))).toContain('    last verified today\n');
  });
});

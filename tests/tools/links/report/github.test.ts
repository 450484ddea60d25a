import { describe, expect, test } from 'vitest';
import { renderGithub } from '#tools/links/report/github.ts';
import { createFinding, createLink, createReport, linkOfEachState } from './reports.ts';

function createFailing(state: 'dead' | 'suspect', count: number) {
  return Array.from({ length: count }, (_, index) =>
    createLink({ citation: `${state}-${index}`, state, finding: createFinding({ verdict: 'gone', code: 'HTTP_410' }) }),
  );
}

describe('the report for GitHub', () => {
  test('is an error for what is dead, a warning for what is suspect, and a notice with all numbers', () => {
    expect(renderGithub(createReport(linkOfEachState)).split('\n')).toEqual([
      '::error file=content/sources/dead-page.yaml,line=4,col=6,endColumn=32,title=dead link (gone)::dead-page: gone (HTTP_404): The server answered 404: the page is not there; suggestion: https://example.org/20261/page (another edition; nobody has looked there); last verified 12 days ago, failing since 2026-11-16 (seen 3 times)',
      '::warning file=content/sources/suspect-page.yaml,line=4,col=6,endColumn=32,title=suspect link (unreachable)::suspect-page: unreachable (RESET): The server broke the connection; last verified yesterday, failing since 2026-11-20 (seen once)',
      '::notice title=links::7 citations: 2 verified, 1 unverifiable, 1 dead, 1 suspect, 1 waived, 1 not verified yet',
      '',
    ]);
  });

  test('shows ten of each level, as GitHub does, and says how many more there are', () => {
    const lines = renderGithub(createReport([...createFailing('suspect', 11), ...createFailing('dead', 23)])).split(
      '\n',
    );
    expect(lines.map((line) => /^::\w+/.exec(line)?.[0])).toEqual([
      ...Array.from({ length: 10 }, () => '::error'),
      ...Array.from({ length: 10 }, () => '::warning'),
      '::notice',
      undefined,
    ]);
    expect(lines.at(-2)).toBe(
      '::notice title=links::34 citations: 0 verified, 0 unverifiable, 23 dead, 11 suspect, 0 waived, 0 not verified yet; 13 more errors and 1 more warning not shown here',
    );
  });

  test('counts what is wrong with the waivers among them', () => {
    const message = {
      ruleId: 'waiver-unused',
      level: 'error',
      file: 'content/waivers.yaml',
      line: 8,
      column: 14,
      reason: 'Unexpected A, expected B',
      hint: 'delete 100% of it',
    } as const;
    const lines = renderGithub(createReport(createFailing('dead', 10), { messages: [message] })).split('\n');
    expect(lines[0]).toBe(
      '::error file=content/waivers.yaml,line=8,col=14,title=waiver-unused::Unexpected A, expected B. delete 100%25 of it',
    );
    expect(lines.at(-2)).toMatch(/; 1 more error not shown here$/);
  });

  test('escapes what would end a property or begin an escape', () => {
    const link = createLink({
      state: 'dead',
      file: 'a,b:c%.yaml',
      finding: createFinding({ verdict: 'gone', code: 'HTTP_404', detail: '100%0A, a:b' }),
    });
    expect(renderGithub(createReport([link])).split('\n')[0]).toBe(
      '::error file=a%2Cb%3Ac%25.yaml,line=4,col=6,endColumn=32,title=dead link (gone)::a-page: gone (HTTP_404): 100%250A, a:b; last verified 12 days ago',
    );
  });
});

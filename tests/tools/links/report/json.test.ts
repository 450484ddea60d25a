import { describe, expect, test } from 'vitest';
import { renderJson, renderJsonl } from '#tools/links/report/json.ts';
import { createFinding, createLink, createObservation, createReport, linkOfEachState } from './reports.ts';

const longText = 'x'.repeat(1_000_000);
const cut = `${'x'.repeat(200)}…`;

describe('the JSON report', () => {
  test('has a version, the numbers, and all that is known of each link', () => {
    expect(JSON.parse(renderJson(createReport(linkOfEachState.slice(0, 1))))).toEqual({
      v: 1,
      today: '2026-11-20',
      totals: { citations: 1, verified: 0, unverifiable: 0, dead: 1, suspect: 0, waived: 0, notVerifiedYet: 0 },
      links: [
        {
          citation: 'dead-page',
          url: 'https://example.org/page',
          file: 'content/sources/dead-page.yaml',
          line: 4,
          column: 6,
          endColumn: 32,
          state: 'dead',
          level: 'error',
          since: '2026-11-01',
          lastChecked: '2026-11-20',
          lastOk: '2026-11-08',
          streak: { kind: 'negative', n: 3, from: '2026-11-16' },
          unstable: false,
          finding: {
            verdict: 'gone',
            code: 'HTTP_404',
            detail: 'The server answered 404: the page is not there.',
            notes: [],
            suggestion: { kind: 'versioned', value: 'https://example.org/20261/page', confidence: 'low' },
          },
          waiver: null,
        },
      ],
      messages: [],
    });
  });

  test('has a level for a link that is unstable, and for one that could not be verified yet', () => {
    const blocked = createFinding({ verdict: 'blocked', code: 'HTTP_403' });
    const links = [createLink({ unstable: true }), createLink({ state: 'new', finding: blocked })];
    expect(JSON.parse(renderJson(createReport(links)))).toMatchObject({
      links: [{ level: 'note' }, { level: 'note' }],
    });
  });

  test('has the level of every state', () => {
    const { links } = JSON.parse(renderJson(createReport(linkOfEachState))) as { links: Record<string, unknown>[] };
    expect(links.map(({ state, level, citation }) => [citation, state, level])).toEqual([
      ['dead-page', 'dead', 'error'],
      ['fine-page', 'healthy', null],
      ['moved-page', 'healthy', 'note'],
      ['new-page', 'new', null],
      ['suspect-page', 'suspect', 'warning'],
      ['walled-page', 'unverifiable', 'note'],
      ['waived-page', 'waived', 'note'],
    ]);
  });

  test('cuts foreign text, and keeps a suggestion whole or not at all', () => {
    const suggest = (value: string) => ({ kind: 'archive', value, confidence: 'low' }) as const;
    const suggested = `https://example.org/${'y'.repeat(1000)}`;
    const links = [
      createLink({ finding: createFinding({ detail: longText, notes: [longText], suggestion: suggest(suggested) }) }),
      createLink({ finding: createFinding({ suggestion: suggest(longText) }) }),
    ];
    const report = JSON.parse(renderJson(createReport(links))) as { links: { finding: unknown }[] };
    expect(report.links.map(({ finding }) => finding)).toEqual([
      { ...createFinding({ detail: cut, notes: [cut] }), suggestion: suggest(suggested) },
      createFinding(),
    ]);
  });

  test('does not part a character when it cuts', () => {
    const detail = `${'x'.repeat(199)}🔗🔗`;
    const report = renderJson(createReport([createLink({ finding: createFinding({ detail }) })]));
    expect(report).toContain(`"detail": "${'x'.repeat(199)}\uFFFD…"`);
  });
});

describe('the report of observations', () => {
  test('is one observation a line, with the whole chain', () => {
    const first = createObservation({
      hops: [
        { url: 'http://example.org/page', status: 301, location: 'https://example.org/page', address: '93.184.215.14' },
        { url: 'https://example.org/page', status: 200, via: 'meta-refresh' },
      ],
      validators: { etag: '"abc"', lastModified: 'Fri, 20 Nov 2026 06:00:00 GMT' },
      suggestion: { kind: 'https', value: 'https://example.org/page', confidence: 'high' },
    });
    const second = createObservation({ citation: 'b-page', verdict: 'gone', code: 'HTTP_404', hops: [] });
    const lines = renderJsonl(createReport([], { observations: [first, second] })).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.slice(0, 2).map((line) => JSON.parse(line) as unknown)).toEqual([
      { v: 1, ...first },
      { v: 1, ...second },
    ]);
  });

  test('cuts foreign text', () => {
    const observation = createObservation({
      detail: longText,
      notes: [longText],
      hops: [{ url: longText, status: 301, location: longText }],
      validators: { etag: longText },
    });
    expect(JSON.parse(renderJsonl(createReport([], { observations: [observation] })))).toEqual({
      v: 1,
      ...createObservation({
        detail: cut,
        notes: [cut],
        hops: [{ url: cut, status: 301, location: cut }],
        validators: { etag: cut },
      }),
    });
  });

  test('without a run is what the record says of the newest ones', () => {
    expect(renderJsonl(createReport(linkOfEachState.slice(2, 4)))).toBe(
      '{"v":1,"citation":"moved-page","url":"https://example.org/page","at":"2026-11-20","verdict":"moved","code":"REDIRECT_PERMANENT","detail":"The page moved to `https://example.org/new`.","notes":["The title is `New`, expected `Old`."],"suggestion":{"kind":"permanent-redirect","value":"https://example.org/new","confidence":"high"}}\n',
    );
  });
});

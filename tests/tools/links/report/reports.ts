import { createHash } from 'node:crypto';
import type { Finding, Observation } from '#tools/links/observation.ts';
import type { LinkReport, ReportedLink } from '#tools/links/report/link-report.ts';

/** A citation that was verified, unless something else is said. */
export function createLink(overrides: Partial<ReportedLink> = {}): ReportedLink {
  const citation = overrides.citation ?? 'a-page';
  return {
    citation,
    url: 'https://example.org/page',
    file: `content/sources/${citation}.yaml`,
    line: 4,
    column: 6,
    endColumn: 32,
    state: 'healthy',
    since: '2026-11-01',
    lastChecked: '2026-11-20',
    lastOk: '2026-11-08',
    streak: null,
    unstable: false,
    finding: createFinding(),
    waiver: null,
    ...overrides,
  };
}

export function createFinding(overrides: Partial<Finding> = {}): Finding {
  return { verdict: 'ok', code: 'OK', detail: 'The page says what it is cited for.', notes: [], ...overrides };
}

export function createObservation(overrides: Partial<Observation> = {}): Observation {
  return {
    ...createFinding(),
    citation: 'a-page',
    url: 'https://example.org/page',
    at: '2026-11-20T06:00:00Z',
    hops: [{ url: 'https://example.org/page', status: 200, address: '93.184.215.14' }],
    ms: 812,
    bytes: 12_345,
    truncated: false,
    expectHash: '0123456789abcdef',
    vantage: 'ci',
    ...overrides,
  };
}

export function createReport(links: readonly ReportedLink[], overrides: Partial<LinkReport> = {}): LinkReport {
  return { today: '2026-11-20', links, observations: [], messages: [], replacements: [], ...overrides };
}

/** One link of each state, as checks leave them. */
export const linkOfEachState: readonly ReportedLink[] = [
  createLink({
    citation: 'dead-page',
    state: 'dead',
    streak: { kind: 'negative', n: 3, from: '2026-11-16' },
    finding: createFinding({
      verdict: 'gone',
      code: 'HTTP_404',
      detail: 'The server answered 404: the page is not there.',
      suggestion: { kind: 'versioned', value: 'https://example.org/20261/page', confidence: 'low' },
    }),
  }),
  createLink({
    citation: 'fine-page',
    lastOk: '2026-11-19',
  }),
  createLink({
    citation: 'moved-page',
    lastOk: '2026-11-20',
    finding: createFinding({
      verdict: 'moved',
      code: 'REDIRECT_PERMANENT',
      detail: 'The page moved to `https://example.org/new`.',
      notes: ['The title is `New`, expected `Old`.'],
      suggestion: { kind: 'permanent-redirect', value: 'https://example.org/new', confidence: 'high' },
    }),
  }),
  createLink({
    citation: 'new-page',
    state: 'new',
    since: null,
    lastChecked: null,
    lastOk: null,
    finding: null,
  }),
  createLink({
    citation: 'suspect-page',
    state: 'suspect',
    lastOk: '2026-11-19',
    streak: { kind: 'weak', n: 1, from: '2026-11-20' },
    unstable: true,
    finding: createFinding({ verdict: 'unreachable', code: 'RESET', detail: 'The server broke the connection.' }),
  }),
  createLink({
    citation: 'walled-page',
    state: 'unverifiable',
    lastOk: null,
    finding: createFinding({
      verdict: 'blocked',
      code: 'HTTP_403',
      detail: 'The server answered 403, which may hold for the checker only.',
    }),
  }),
  createLink({
    citation: 'waived-page',
    state: 'waived',
    finding: createFinding({ verdict: 'waived', code: 'HTTP_403', detail: 'blocked: The server answered 403.' }),
    waiver: { reason: 'The host shows its pages to browsers only.', owner: 'editors', expires: '2027-01-31' },
  }),
];

/** Texts that a page, a server or a fork can hand over to forge, hide or break what is printed of them. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a workflow command on a line of its own': 'x\n::error file=a::y',
  'a workflow command at the start': '::error file=a::y',
  'a command in the old spelling': 'x ##[error]y ##vso[task.complete]z',
  'ANSI escapes': '\u001b[31mred\u001b[0m\u009b2J\u001b]8;;https://evil.example\u0007',
  markup: '<script>alert(1)</script><img src=x onerror=y>&amp;"\'',
  'a formula': '=HYPERLINK("https://evil.example","x")',
  'a change of direction': '\u202egnp.exe\u2066\u061c',
  'NUL and other controls': 'a\u0000b\u0008c\u007f\r\u2028d',
  'the end of CDATA': 'x]]>y',
  'a table row': 'a | b \\| c || `d` ``e`` \\',
  'links and mentions':
    '[x](https://evil.example) ![y](z) @somebody #12 https://evil.example www.evil.example a@evil.example',
  'a message with placeholders': '{0} {{1}} [x](1) \\[y]',
  'what XML cannot write': '\uFFFE\uFFFF\uD800',
  'one megabyte': 'x'.repeat(1_000_000),
  percents: '100% %0A %25 a,b:c',
};

/** A report in which every text that comes from outside is the given one. */
export function createHostileReport(text: string): LinkReport {
  const finding = createFinding({
    verdict: 'drifted',
    code: text,
    detail: text,
    notes: [text, text],
    suggestion: { kind: 'permanent-redirect', value: text, confidence: 'high' },
  });
  const place = { url: text, file: `content/sources/${text}.yaml`, citation: text, finding };
  const waiver = { reason: text, owner: text, expires: '2027-01-31' };
  const streak = { kind: 'negative', n: 2, from: '2026-11-16' } as const;
  return createReport(
    [
      createLink({ ...place, state: 'dead', streak }),
      createLink({ ...place, state: 'suspect', streak }),
      createLink({ ...place, state: 'unverifiable' }),
      createLink({ ...place, state: 'waived', waiver }),
      createLink({ ...place, state: 'new' }),
      createLink({ ...place, state: 'healthy' }),
    ],
    {
      observations: [
        createObservation({
          ...finding,
          url: text,
          hops: [{ url: text, status: 301, location: text, address: text }],
          validators: { etag: text, lastModified: text },
        }),
      ],
      replacements: [
        {
          citation: text,
          file: place.file,
          line: 4,
          column: 6,
          before: text,
          after: text,
          reason: text,
          fileSha256: createHash('sha256').update(text).digest('hex'),
        },
      ],
    },
  );
}

import type { Finding } from '#tools/links/observation.ts';
import type { LinkReport, ReportedLink } from '#tools/links/report/link-report.ts';
import { createFinding, createLink, createReport } from '../report/reports.ts';

export const oldUrl = 'https://example.org/old#place';
export const newUrl = 'https://example.org/new/#place';

/** A source as most are written. `url` is the line of its URL, `more` the lines behind the expectation. */
export function renderSource({ url = `url: '${oldUrl}'`, more = '' } = {}): string {
  return `title: A page
publisher: A publisher
kind: documentation
${url}
expect:
  terms:
    - a term
${more}`;
}

/** A link that was found to have moved for good. */
export function createMoved(
  suggestion: Partial<NonNullable<Finding['suggestion']>> = {},
  overrides: Partial<ReportedLink> = {},
): ReportedLink {
  return createLink({
    url: oldUrl,
    finding: createFinding({
      verdict: 'moved',
      code: 'REDIRECT_PERMANENT',
      suggestion: { kind: 'permanent-redirect', value: newUrl, confidence: 'high', ...suggestion },
    }),
    ...overrides,
  });
}

export function createMoveReport(...links: ReportedLink[]): LinkReport {
  return createReport(links);
}

export const sourceFile = 'content/sources/a-page.yaml';

/** Files in memory, and what was written to them. */
export function createFiles(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts));
  return {
    files,
    readFile: (file: string) => files.get(file),
    writeFile: (file: string, text: string) => {
      files.set(file, text);
    },
  };
}

import type { HostRecord } from '#schema/link-health.ts';
import type { Citation } from '#tools/links/citation.ts';
import type { Answer, Body, Exchange, FailureCode, Hop, RefusalCode } from '#tools/links/exchange.ts';
import type { Circumstances } from '#tools/links/evaluate/case.ts';
import { deriveShingles } from '#tools/links/evaluate/shingles.ts';

export const url = 'https://docs.example.org/guide/queues';

/** A citation of the page on queues, which is expected to have a heading and a term. */
export function createCitation(changes: Partial<Citation> = {}): Citation {
  return {
    id: 'queues',
    url,
    expect: { heading: 'Queues', terms: ['asyncio.Queue'] },
    fallbacks: [],
    language: 'en',
    file: 'content/sources/queues.yaml',
    line: 4,
    column: 6,
    endColumn: 43,
    ...changes,
  };
}

export function createCircumstances(changes: Partial<Circumstances> = {}): Circumstances {
  return { allCitationsOfHostGone: false, shellHosts: new Set(), ...changes };
}

/** A page as the documentation writes them. */
export function renderPage({
  title = 'Queues',
  heading = 'Queues',
  body = 'Use asyncio.Queue to pass work on.',
} = {}): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav>Guide</nav><h1 id="queues">${heading}</h1><p>${body}</p></body></html>`;
}

export function createBody(content: string | Uint8Array, fault?: Body['fault']): Body {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { bytes, truncated: fault !== undefined, ...(fault !== undefined && { fault }) };
}

interface AnswerParts {
  status?: number;
  headers?: Record<string, string>;
  content?: string | Uint8Array;
  fault?: Body['fault'];
  hops?: readonly Hop[];
  /** Where it was asked, when no hops are given. */
  at?: string;
}

/** An exchange that ended with an answer; an HTML page on queues unless something else is said. */
export function answer({
  status = 200,
  headers,
  content = renderPage(),
  fault,
  hops,
  at = url,
}: AnswerParts = {}): Exchange {
  const final = hops?.at(-1)?.url ?? at;
  const given: Answer = {
    url: final,
    status,
    headers: headers ?? { 'content-type': 'text/html; charset=utf-8' },
    body: createBody(content, fault),
  };
  return { kind: 'answered', hops: hops ?? [{ url: final, status }], ms: 5, answer: given };
}

/** Hops from the first URL to the last, each with the status that led on; the last one answers with 200. */
export function chain(...steps: (string | number)[]): Hop[] {
  const urls = steps.filter((step) => typeof step === 'string');
  const statuses = steps.filter((step) => typeof step === 'number');
  return urls.map((hopUrl, index) => ({
    url: hopUrl.replace(/#.*$/, ''),
    status: statuses[index] ?? 200,
    ...(urls[index + 1] !== undefined && { location: urls[index + 1] }),
  }));
}

export function fail(code: FailureCode, detail: string): Exchange {
  return { kind: 'failed', hops: [], ms: 5, code, detail };
}

export function refuse(code: RefusalCode, detail: string): Exchange {
  return { kind: 'refused', hops: [], ms: 0, code, detail };
}

export function createControl(text: string, title?: string): NonNullable<HostRecord['control']> {
  return {
    on: '2026-07-01',
    probe: 'https://docs.example.org/guide/x0',
    status: 200,
    ...(title !== undefined && { title }),
    shingles: deriveShingles(text),
    text,
  };
}

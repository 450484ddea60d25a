import type { LinkVerdict } from '#schema/link-health.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../observation.ts';
import type { Case, Page } from './case.ts';

/** One reason for a verdict. The first rule of the list that finds something decides. */
export interface Rule {
  name: string;
  judge(subject: Case): Finding | undefined;
}

/** A rule about what was answered. */
export function pageRule(name: string, judge: (page: Page) => Finding | undefined): Rule {
  return { name, judge: ({ page }) => (page === undefined ? undefined : judge(page)) };
}

/** A rule about a chain that ended without an answer. */
export function failureRule(
  name: string,
  judge: (exchange: Extract<Exchange, { kind: 'failed' }>) => Finding | undefined,
): Rule {
  return { name, judge: ({ exchange }) => (exchange.kind === 'failed' ? judge(exchange) : undefined) };
}

/** A rule about a request that was not made. */
export function refusalRule(
  name: string,
  judge: (exchange: Extract<Exchange, { kind: 'refused' }>) => Finding | undefined,
): Rule {
  return { name, judge: ({ exchange }) => (exchange.kind === 'refused' ? judge(exchange) : undefined) };
}

/** Longest sentence that the health record takes. */
const detailLength = 200;

export function createFinding(
  verdict: LinkVerdict,
  code: string,
  detail: string,
  more: { notes?: readonly string[]; suggestion?: Finding['suggestion'] } = {},
): Finding {
  const sentence = detail.length > detailLength ? `${detail.slice(0, detailLength - 1)}…` : detail;
  const { notes = [], suggestion } = more;
  return { verdict, code, detail: sentence, notes, ...(suggestion !== undefined && { suggestion }) };
}

import type { HostRecord } from '#schema/link-health.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { selectAdapter } from '../adapters/adapters.ts';
import type { Inventory } from '../adapters/inventory.ts';
import { parseLineRange, type LineRange } from '../adapters/line-range.ts';
import type { Citation } from '../citation.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { readFacts } from '../facts/facts.ts';
import type { PageFacts } from '../page-facts.ts';
import { checkExpectation, type ExpectationCheck } from './expectation.ts';
import { deriveFragment } from './fragment.ts';

/** What is known besides the exchange itself. */
export interface Circumstances {
  /** Facts of the answer, where several citations share it and they were read already. */
  facts?: PageFacts;
  /** What the host answers for a page that does not exist. */
  control?: HostRecord['control'];
  /** What the site says about its own pages. */
  inventory?: Inventory;
  /** Whether every other citation of the host, of which there are some, was answered with 404 or 410 in this run. */
  allCitationsOfHostGone: boolean;
  /** Hosts whose pages are made by scripts, so that an anchor may be there for a browser only. */
  shellHosts: ReadonlySet<string>;
  /** Whether the request asked for changes since a check that met the same expectation. */
  isConditional?: boolean;
}

/** All that the rules look at. */
export interface Case {
  citation: Citation;
  exchange: Exchange;
  circumstances: Circumstances;
  page?: Page;
}

/** An answer and what it is worth. */
export interface Page {
  citation: Citation;
  circumstances: Circumstances;
  hops: Exchange['hops'];
  answer: Answer;
  facts: PageFacts;
  cited: URL;
  /** Where the chain ended, with the fragment that holds there. */
  final: URL;
  /** Of the site where the chain ended. */
  adapter: Adapter;
  lines: LineRange | undefined;
  expectation: ExpectationCheck;
}

export function describeCase(citation: Citation, exchange: Exchange, circumstances: Circumstances): Case {
  const cited = URL.parse(citation.url);
  if (exchange.kind !== 'answered' || cited === null) return { citation, exchange, circumstances };
  const { answer, hops } = exchange;
  const facts = circumstances.facts ?? readFacts(answer);
  const final = URL.parse(answer.url) ?? new URL(cited);
  final.hash = deriveFragment(cited, hops);
  const adapter = selectAdapter(final);
  const lines =
    parseLineRange(citation.expect.lines ?? '') ?? (adapter.name === 'github' ? parseLineRange(final.hash) : undefined);
  const expectation = checkExpectation(citation.expect, facts, lines);
  const page = { citation, circumstances, hops, answer, facts, cited, final, adapter, lines, expectation };
  return { citation, exchange, circumstances, page };
}

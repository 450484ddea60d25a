import { renderCount } from '#report/phrase.ts';
import type { ClaimEntry } from '../content.ts';
import type { Model } from '../model.ts';
import { gapTerms, patternTerms, verdictTerms, verificationTerms, type Term } from '../vocabulary.ts';

/** The analysis in a few lines, each counted from the entries: "7 findings: holds 2, too strong 3, outdated 2". */
export function deriveReportSummary(model: Model): string[] {
  const { findings, patterns, edges, proposals, questions } = model.content.entries;
  const judged: readonly ClaimEntry[] = [...findings, ...patterns, ...edges, ...proposals];
  const statusOf = (entry: ClaimEntry) => model.currentOf(entry)?.status;
  const open = questions.filter(({ data }) => data.settled === undefined).length;
  return [
    renderDistribution(renderCount(findings.length, 'finding'), verdictTerms, findings.map(statusOf)),
    renderDistribution(renderCount(patterns.length, 'pattern'), patternTerms, patterns.map(statusOf)),
    renderDistribution(renderCount(edges.length, 'sharp edge'), gapTerms, edges.map(statusOf)),
    renderDistribution(renderCount(proposals.length, 'proposal'), gapTerms, proposals.map(statusOf)),
    renderDistribution(
      `How far these ${renderCount(judged.length, 'judgement')} can be trusted`,
      verificationTerms,
      judged.map((entry) => {
        const current = model.currentOf(entry);
        return current && model.verificationOf(current).state;
      }),
    ),
    `${renderCount(questions.length, 'question')}: open ${open}, settled ${questions.length - open}`,
  ];
}

/** How many have each word of a vocabulary, in its order; words nobody has are left out. */
function renderDistribution(
  what: string,
  terms: Readonly<Record<string, Term>>,
  words: readonly (string | undefined)[],
): string {
  const counts = Object.entries(terms).map(([key, { word }]) => ({
    word,
    count: words.filter((found) => found === key).length,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ word, count }) => `${word.toLowerCase()} ${count}`);
  return parts.length === 0 ? what : `${what}: ${parts.join(', ')}`;
}

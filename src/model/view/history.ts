import type { Evidence } from '#schema/evidence.ts';
import type { ClaimEntry } from '../content.ts';
import { listJudgements, type Judgement } from '../judgements.ts';
import type { Model } from '../model.ts';
import { confidenceTerms, evidenceKindTerms, stanceTerms } from '../vocabulary.ts';
import { findAsOfPaths } from './as-of-path.ts';
import { deriveMark, type Mark } from './mark.ts';
import { deriveSourceLink, type SourceLink } from './source-link.ts';

/** One piece of evidence as a row. */
export interface EvidenceRow extends Pick<Evidence, 'shows' | 'quote' | 'locator' | 'absence'> {
  stance: string;
  kind: string;
  confidence: string;
  source: SourceLink;
}

/** One judgement as readers see it. */
export interface HistoryItem extends Pick<
  Judgement,
  'on' | 'summary' | 'remaining' | 'correction' | 'disputed' | 'target'
> {
  mark: Mark | undefined;
  isCurrent: boolean;
  evidence: EvidenceRow[];
  /** Where the entry stands as of that day; absent where no page shows the day. */
  asOfPath?: string | undefined;
}

/** All judgements of an entry, newest first. */
export function deriveHistory(model: Model, entry: ClaimEntry): HistoryItem[] {
  const judgements = listJudgements(entry);
  const paths = findAsOfPaths(
    model,
    entry,
    judgements.map(({ on }) => on),
  );
  return judgements
    .map((judgement) => ({ ...deriveHistoryItem(model, entry, judgement), asOfPath: paths.get(judgement.on) }))
    .reverse();
}

export function deriveHistoryItem(model: Model, entry: ClaimEntry, judgement: Judgement): HistoryItem {
  return {
    on: judgement.on,
    summary: judgement.summary,
    remaining: judgement.remaining,
    correction: judgement.correction,
    disputed: judgement.disputed,
    target: judgement.target,
    mark: deriveMark(entry.collection, judgement),
    isCurrent: judgement.on === model.currentOf(entry)?.on,
    evidence: judgement.evidence.map(({ source, stance, kind, confidence, ...rest }): EvidenceRow => ({
      ...rest,
      stance: stanceTerms[stance].word,
      kind: evidenceKindTerms[kind].word,
      confidence: confidenceTerms[confidence].word,
      source: deriveSourceLink(model, source),
    })),
  };
}

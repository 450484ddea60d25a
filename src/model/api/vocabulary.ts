import type { VocabularyName } from '#schema/api/vocabulary.ts';
import { eventTerms } from '../change-vocabulary.ts';
import { cellTerms } from '../matrix-vocabulary.ts';
import {
  confidenceTerms,
  evidenceKindTerms,
  gapTerms,
  linkFindingTerms,
  linkStateTerms,
  maturityTerms,
  outcomeTerms,
  patternTerms,
  runtimeTerms,
  severityTerms,
  stanceTerms,
  verdictTerms,
  verificationTerms,
  type Term,
} from '../vocabulary.ts';

const lists: Readonly<Record<VocabularyName, Readonly<Record<string, Term>>>> = {
  gap_status: gapTerms,
  pattern_status: patternTerms,
  finding_verdict: verdictTerms,
  maturity: maturityTerms,
  severity: severityTerms,
  cell_status: cellTerms,
  verification: verificationTerms,
  stance: stanceTerms,
  evidence_kind: evidenceKindTerms,
  confidence: confidenceTerms,
  event_kind: eventTerms,
  outcome: outcomeTerms,
  runtime: runtimeTerms,
  link_state: linkStateTerms,
  link_finding: linkFindingTerms,
};

/** Every word that documents use, with its meaning. */
export function deriveVocabulary() {
  return {
    lists: Object.entries(lists).map(([name, terms]) => ({
      name,
      terms: Object.entries(terms).map(([value, { word, meaning }]) => ({ value, label: word, meaning })),
    })),
  };
}

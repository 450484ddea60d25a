import type { ApiFacts } from '#schema/api/claim.ts';
import type { ClaimEntry } from '../content.ts';
import { severityTerms } from '../vocabulary.ts';
import { deriveRichText, deriveSentence } from './rich-text.ts';

/** What only the collection of an entry has. */
export function deriveFacts(entry: ClaimEntry): ApiFacts[ClaimEntry['collection']] {
  switch (entry.collection) {
    case 'edges': {
      const { severity, severityReason, gotcha, owner } = entry.data;
      return {
        severity,
        severity_label: severityTerms[severity].word,
        ...deriveRichText('severity_reason', severityReason),
        ...deriveRichText('gotcha', gotcha),
        owner: owner ?? null,
      } satisfies ApiFacts['edges'];
    }
    case 'patterns': {
      const { need, area, runsIn, languages, limits } = entry.data;
      return {
        need,
        area,
        runs_in: runsIn,
        languages,
        limits: limits.map(deriveSentence),
      } satisfies ApiFacts['patterns'];
    }
    case 'proposals': {
      const { priority, ask, baseline, acceptance } = entry.data;
      return {
        priority,
        ...deriveRichText('ask', ask),
        ...deriveRichText('baseline', baseline),
        acceptance: acceptance.map(deriveSentence),
      } satisfies ApiFacts['proposals'];
    }
    case 'findings': {
      const { order, claim } = entry.data;
      return { order, ...deriveRichText('claim', claim) } satisfies ApiFacts['findings'];
    }
    case 'guides': {
      const { order, audience } = entry.data;
      return { order, ...deriveRichText('audience', audience) } satisfies ApiFacts['guides'];
    }
    case 'background': {
      const { order, onIris } = entry.data;
      return { order, ...deriveRichText('on_iris', onIris) } satisfies ApiFacts['background'];
    }
    case 'questions': {
      const { order, settled, raisedOn, settledBy } = entry.data;
      return {
        order,
        is_settled: settled !== undefined,
        raised_on: raisedOn,
        ...deriveRichText('settled_by', settledBy),
      } satisfies ApiFacts['questions'];
    }
    default:
      return entry satisfies never;
  }
}

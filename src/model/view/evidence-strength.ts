import { confidences, type Evidence } from '#schema/evidence.ts';
import { confidenceTerms } from '../vocabulary.ts';

/**
 * How strong the evidence of a judgement is, counted and not weighed: "5 for it, the best of high confidence; 1 against".
 * What is not public is told apart, because nobody outside can check it.
 */
export function deriveStrength(evidence: readonly Evidence[]): string {
  const supporting = evidence.filter(({ stance }) => stance === 'supports');
  const against = evidence.filter(({ stance }) => stance === 'contradicts').length;
  const internal = supporting.filter(({ kind }) => kind === 'internal-report').length;
  const best = confidences.find((word) =>
    supporting.some(({ confidence, kind }) => confidence === word && kind !== 'internal-report'),
  );
  return [
    best === undefined
      ? `${supporting.length} for it`
      : `${supporting.length} for it, the best of ${confidenceTerms[best].word.toLowerCase()} confidence`,
    ...(internal === 0 ? [] : [`${internal} of them not public`]),
    ...(against === 0 ? [] : [`${against} against it`]),
  ].join('; ');
}

import type { ApiAssessment, ApiEvidence, ApiJudgement } from '#schema/api/assessment.ts';
import type { ApiVerification } from '#schema/api/verification.ts';
import type { Evidence } from '#schema/evidence.ts';
import type { ClaimEntry } from '../content.ts';
import { listJudgements, type Judgement } from '../judgements.ts';
import { deriveMark } from '../view/mark.ts';
import { verificationTerms } from '../vocabulary.ts';
import type { Api } from './api.ts';
import { deriveSourceReference } from './links.ts';
import { deriveRichText } from './rich-text.ts';

/** A judgement without what it rests on. */
export function deriveJudgement({ collection }: Pick<ClaimEntry, 'collection'>, judgement: Judgement): ApiJudgement {
  return {
    on: judgement.on,
    status: judgement.status ?? null,
    status_label: deriveMark(collection, judgement)?.word ?? null,
    maturity: judgement.maturity ?? null,
    ...deriveRichText('summary', judgement.summary),
    ...deriveRichText('remaining', judgement.remaining),
    ...deriveRichText('correction', judgement.correction),
    ...deriveRichText('disputed', judgement.disputed),
    target_iris: judgement.target ?? null,
  };
}

/** All judgements of an entry with their evidence, oldest first. */
export function deriveAssessments(api: Api, entry: ClaimEntry): ApiAssessment[] {
  const current = api.model.currentOf(entry);
  return listJudgements(entry).map((judgement) => ({
    ...deriveJudgement(entry, judgement),
    is_current: judgement.on === current?.on,
    evidence: judgement.evidence.map((item) => deriveEvidence(api, item)),
  }));
}

function deriveEvidence(api: Api, evidence: Evidence): ApiEvidence {
  const { source, stance, kind, confidence, shows, quote, locator, absence } = evidence;
  return {
    source: deriveSourceReference(api, source),
    stance,
    kind,
    confidence,
    ...deriveRichText('shows', shows),
    quote: quote ?? null,
    locator: locator ?? null,
    searches: (absence ?? []).map(({ where, query, on, hits }) => ({ where, query, on, hits })),
  };
}

/** How far a judgement can be trusted on the day of the build. */
export function deriveApiVerification({ model }: Api, judgement: Judgement): ApiVerification {
  const { state, freshUntil } = model.verificationOf(judgement);
  return {
    state,
    state_label: verificationTerms[state].word,
    fresh_until: freshUntil ?? null,
    as_of: model.asOf,
  };
}

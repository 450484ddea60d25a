import type { ClaimEntry } from '../content.ts';
import { listJudgements } from '../judgements.ts';
import { deriveCitations } from '../view/citations.ts';
import type { Api } from './api.ts';
import { deriveApiVerification, deriveAssessments, deriveJudgement } from './assessment.ts';
import { deriveFacts } from './facts.ts';
import { deriveClaimLinks, deriveSourceReference } from './links.ts';
import { deriveRelations } from './relations.ts';
import { deriveRichText, renderPlainText } from './rich-text.ts';

/** The head of an entry that makes claims, as its collection lists it. */
export function deriveClaimHead(api: Api, entry: ClaimEntry) {
  const { collection, id, data } = entry;
  const current = api.model.currentOf(entry);
  return {
    collection,
    id,
    title: renderPlainText(data.title),
    ...deriveRichText('summary', data.summary),
    current: current === undefined ? null : deriveJudgement(entry, current),
    verification: current === undefined ? null : deriveApiVerification(api, current),
    assessment_count: listJudgements(entry).length,
    facts: deriveFacts(entry),
    links: deriveClaimLinks(api, entry),
  };
}

/** An entry that makes claims, whole. */
export function deriveClaim(api: Api, entry: ClaimEntry) {
  const { document, section, item } = entry.data.origin;
  return {
    ...deriveClaimHead(api, entry),
    origin: { source: deriveSourceReference(api, document), section, item },
    assessments: deriveAssessments(api, entry),
    relations: deriveRelations(api, entry),
    documentation: entry.data.docs.map((id) => deriveSourceReference(api, id)),
    sources: deriveCitations(api.model, entry).map(({ id }) => deriveSourceReference(api, id)),
  };
}

import type { ClaimEntry } from '../content.ts';
import { listJudgements } from '../judgements.ts';
import { locateInPiece } from '../prose.ts';
import type { At } from '../references.ts';

/** Text that makes a claim in the site's own voice, and where it stands. */
export interface ClaimText {
  text: string;
  /** Where a character of it stands; the whole field, for a field. */
  locate: (index: number) => At;
}

/**
 * Lists what an entry says: title, summary, other text fields, judgements and prose.
 * Reported speech is left out: a finding's title and claim restate the analysis.
 */
export function listClaimTexts(entry: ClaimEntry): ClaimText[] {
  const fields: ClaimText[] = [];
  const add = (text: string | undefined, ...path: (string | number)[]) => {
    if (text !== undefined) fields.push({ text, locate: () => ({ path }) });
  };
  if (entry.collection !== 'findings') add(entry.data.title, 'title');
  add(entry.data.summary, 'summary');
  switch (entry.collection) {
    case 'edges':
      add(entry.data.severityReason, 'severityReason');
      add(entry.data.gotcha, 'gotcha');
      break;
    case 'patterns':
      entry.data.limits.forEach((limit, index) => {
        add(limit, 'limits', index);
      });
      break;
    case 'proposals':
      add(entry.data.baseline, 'baseline');
      break;
    case 'background':
      add(entry.data.onIris, 'onIris');
      break;
    default:
      break;
  }
  for (const { summary, remaining, path } of listJudgements(entry)) {
    const field = entry.collection === 'findings' ? 'why' : entry.collection === 'questions' ? 'answer' : 'summary';
    add(summary, ...path, field);
    add(remaining, ...path, 'remaining');
  }
  const prose = (entry.prose?.texts ?? []).map((piece): ClaimText => ({
    text: piece.value,
    locate: (index) => ({ place: locateInPiece(piece, index) }),
  }));
  return [...fields, ...prose];
}

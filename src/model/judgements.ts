import type { Evidence } from '#schema/evidence.ts';
import type { Maturity } from '#schema/assessment.ts';
import type { ClaimEntry } from './content.ts';

/** One dated judgement, whatever the collection calls it: an assessment, a verdict or a review. */
export interface Judgement {
  on: string;
  summary: string;
  /** The word judged, absent for a review. */
  status?: string;
  maturity?: Maturity;
  remaining?: string;
  correction?: string;
  disputed?: string;
  target?: string;
  evidence: readonly Evidence[];
  /** Where it stands in the front matter. */
  path: readonly (string | number)[];
}

/** All judgements of an entry, in the order they are written, which is oldest first. */
export function listJudgements(entry: ClaimEntry): Judgement[] {
  switch (entry.collection) {
    case 'edges':
    case 'proposals':
      return entry.data.assessments.map(({ target, ...assessment }, index) => ({
        ...assessment,
        ...(target && { target: target.iris }),
        path: ['assessments', index],
      }));
    case 'patterns':
      return entry.data.assessments.map(({ target, ...assessment }, index) => ({
        ...assessment,
        ...(target && { target: target.iris }),
        path: ['assessments', index],
      }));
    case 'findings':
      return entry.data.verdicts.map(({ verdict, why, ...rest }, index) => ({
        ...rest,
        status: verdict,
        summary: why,
        path: ['verdicts', index],
      }));
    case 'guides':
    case 'background':
      return entry.data.assessments.map((review, index) => ({ ...review, path: ['assessments', index] }));
    case 'questions':
      return entry.data.settled === undefined
        ? []
        : [
            {
              on: entry.data.settled.on,
              summary: entry.data.settled.answer,
              evidence: entry.data.settled.evidence,
              path: ['settled'],
            },
          ];
    default:
      return entry satisfies never;
  }
}

/** All judgements of an entry from the oldest day to the newest, whatever order they are written in. */
export function listByDay(entry: ClaimEntry): Judgement[] {
  return listJudgements(entry).sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** The judgement that counts today: the one with the newest date. Undefined for an open question. */
export function deriveCurrent(judgements: readonly Judgement[]): Judgement | undefined {
  return judgements.reduce<Judgement | undefined>(
    (newest, judgement) => (newest === undefined || judgement.on > newest.on ? judgement : newest),
    undefined,
  );
}

import type { CellStatus } from '#schema/need.ts';
import type { ClaimEntry, EntryIn } from './content.ts';
import type { Model } from './model.ts';
import { findVerdict, isForSource } from './verdicts.ts';

/** What a cell of the matrix may cite. */
export type CellProof = ClaimEntry | EntryIn<'samples'>;

/** The entries and samples that a cell cites, in its order; ids that name nothing are left out, because the check reports them. */
export function listProofs(model: Model, ids: readonly string[]): CellProof[] {
  return ids.map((id) => model.findClaim(id) ?? model.find('samples', id)).filter((found) => found !== undefined);
}

/**
 * Whether what an entry says today can bear a status of a cell out. It decides by words of the vocabulary alone: a guide or
 * a background entry has no such word, so it can bear any judgement out but `unknown`, which takes an open question.
 */
export function bearsOut(model: Model, proof: CellProof, status: CellStatus): boolean {
  if (status === 'not-applicable') return true;
  if (status === 'unknown') return proof.collection === 'questions' && proof.data.settled === undefined;
  switch (proof.collection) {
    case 'guides':
    case 'background':
      return true;
    case 'questions':
      return proof.data.settled !== undefined;
    case 'samples':
      return status !== 'does-not-work' && hasPassedOnIris(model, proof);
    case 'findings':
      return status === 'does-not-work' && model.currentOf(proof)?.status === 'holds';
    case 'patterns':
      return bearsOutAsPattern(model.currentOf(proof)?.status, status);
    case 'edges':
    case 'proposals':
      return bearsOutAsGap(model, proof, status);
    default:
      return proof satisfies never;
  }
}

type Judged = Exclude<CellStatus, 'unknown' | 'not-applicable'>;

function bearsOutAsPattern(current: string | undefined, status: Judged): boolean {
  // A pattern also says what it cannot do, whether it works otherwise or is retired.
  if (status === 'does-not-work') return current !== undefined && current !== 'unknown';
  return current === 'works' || (current === 'works-with-limits' && status === 'works-with-limits');
}

function bearsOutAsGap(model: Model, gap: EntryIn<'edges'> | EntryIn<'proposals'>, status: Judged): boolean {
  const current = model.currentOf(gap);
  switch (current?.status) {
    case 'shipped':
      return status === 'works-with-limits' || (status === 'works' && current.maturity === 'production');
    case 'partially-addressed':
    case 'community-workaround':
      return status !== 'works';
    case 'open':
      return status === 'does-not-work';
    default:
      return false;
  }
}

/** A pass elsewhere shows the Python, not what IRIS does with it. */
function hasPassedOnIris(model: Model, sample: EntryIn<'samples'>): boolean {
  const verdict = findVerdict(model, sample.id, 'iris');
  return verdict?.outcome === 'passed' && isForSource(verdict, sample);
}

import type { GapStatus, Maturity } from '#schema/assessment.ts';

/** A status with the maturity that `shipped` carries. */
export interface GapState {
  status: GapStatus;
  maturity?: Maturity | undefined;
}

/**
 * Worst first. `unknown` stands right after `open`: nobody may read it as progress,
 * and a known open gap is still worse than one nobody has looked at.
 */
const worstFirst = [
  'open',
  'unknown',
  'community-workaround',
  'partially-addressed',
  'shipped-experimental',
  'shipped-production',
] as const;

function rank({ status, maturity }: GapState): number {
  // A shipped answer of unstated maturity is counted as the lesser one.
  return worstFirst.indexOf(status === 'shipped' ? `shipped-${maturity ?? 'experimental'}` : status);
}

/** Orders states worst first. */
export function compareStates(a: GapState, b: GapState): number {
  return rank(a) - rank(b);
}

export interface RollUp {
  /** The worst state, undefined when there is nothing to roll up. */
  worst: GapState | undefined;
  /** How many have each status, every status named. */
  distribution: Record<GapStatus, number>;
  /** How many of the shipped ones are experimental only. */
  experimental: number;
}

/** Sums up states: the worst wins, whatever the order, and the distribution is kept beside it. */
export function rollUp(states: readonly GapState[]): RollUp {
  const distribution: Record<GapStatus, number> = {
    open: 0,
    'community-workaround': 0,
    'partially-addressed': 0,
    shipped: 0,
    unknown: 0,
  };
  for (const { status } of states) distribution[status] += 1;
  return {
    worst: states.toSorted(compareStates)[0],
    distribution,
    experimental: states.filter(({ status, maturity }) => status === 'shipped' && maturity !== 'production').length,
  };
}

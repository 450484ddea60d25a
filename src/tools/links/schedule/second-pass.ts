import { evidenceClasses, type Observation } from '../observation.ts';

/** Ids of what deserves a second look at the end of the run: it failed, and nothing else cleared it. */
export function listSecondPass(observations: readonly Observation[]): string[] {
  const classOf = ({ verdict }: Observation) => evidenceClasses[verdict];
  const cleared = new Set(observations.filter((seen) => classOf(seen) === 'positive').map(({ citation }) => citation));
  const failed = observations.filter((seen) => classOf(seen) === 'negative' || classOf(seen) === 'weak');
  return [...new Set(failed.map(({ citation }) => citation))].filter((id) => !cleared.has(id)).sort();
}

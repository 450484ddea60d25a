import { distance } from 'fastest-levenshtein';

/** The candidate somebody most likely meant, or undefined when none is close: at most a third of the letters may differ. */
export function findNearMiss(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(written.toLowerCase(), candidate.toLowerCase());
    if (steps < bestDistance || (steps === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** The hint that names a near miss, or the one given. */
export function renderNearMiss(written: string, candidates: Iterable<string>, otherwise: string): string {
  const near = findNearMiss(written, candidates);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}

import { distance } from 'fastest-levenshtein';

/** The names that are most like the one written, best first: at most half of the letters differ. */
export function findNearAnchors(written: string, names: Iterable<string>, count = 3): string[] {
  const wanted = written.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 2));
  const near: { name: string; steps: number }[] = [];
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const steps = distance(wanted, name.toLowerCase());
    if (steps <= limit) near.push({ name, steps });
  }
  return near
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

import { addDays } from '#model/day.ts';
import type { LinkHealth, LinkRecord, LinkVerdict } from '#schema/link-health.ts';
import type { Waiver } from '#schema/waiver.ts';
import { foldObservations } from '#tools/links/history/fold.ts';
import { emptyHealth } from '#tools/links/history/render.ts';
import { deriveExpectHash } from '#tools/links/identify/expect-hash.ts';
import type { Observation } from '#tools/links/observation.ts';

/** The day on which the histories of these tests begin. */
export const start = '2026-03-02';

export const citation = { id: 'a-page', url: 'https://docs.example.org/a', expect: { heading: 'A' } };
export const expectHash = deriveExpectHash(citation);

/** The day so many days after the first. */
export function dayAt(offset: number): string {
  return addDays(start, offset);
}

export function createObservation(
  verdict: LinkVerdict,
  day: number | string = 0,
  overrides: Partial<Observation> = {},
): Observation {
  const on = typeof day === 'number' ? dayAt(day) : day;
  return {
    citation: citation.id,
    url: citation.url,
    at: `${on}T06:00:00.000Z`,
    verdict,
    code: verdict.replaceAll('-', '_').toUpperCase(),
    detail: `It was ${verdict}`,
    notes: [],
    hops: [],
    ms: 120,
    bytes: 4096,
    truncated: false,
    expectHash,
    vantage: 'ci',
    ...overrides,
  };
}

export function createRecord(overrides: Partial<LinkRecord> = {}): LinkRecord {
  return {
    citation: citation.id,
    url: citation.url,
    state: 'healthy',
    since: start,
    firstSeen: start,
    lastChecked: start,
    lastOk: start,
    streak: null,
    last: { verdict: 'ok', code: 'OK', detail: 'It was ok' },
    expectHash,
    nextDue: dayAt(7),
    ...overrides,
  };
}

export function createHealth(...links: LinkRecord[]): LinkHealth {
  return { ...emptyHealth, links };
}

export function createWaiver(overrides: Partial<Waiver> = {}): Waiver {
  return {
    match: { citation: citation.id },
    verdicts: ['gone'],
    reason: 'The publisher moves it.',
    owner: 'The maintainers',
    expires: dayAt(90),
    ...overrides,
  };
}

interface History {
  waivers?: readonly Waiver[];
  health?: LinkHealth;
}

/** Folds one run a day, with the verdicts of the day in a row, and gives the record after each. */
export function live(
  days: Readonly<Record<number, readonly LinkVerdict[]>>,
  { waivers = [], health = emptyHealth }: History = {},
): LinkRecord[] {
  let current = health;
  return Object.entries(days).flatMap(([offset, verdicts]) => {
    const observations = verdicts.map((verdict) => createObservation(verdict, Number(offset)));
    current = fold(current, observations, Number(offset), waivers).health;
    return current.links;
  });
}

export function fold(
  health: LinkHealth,
  observations: readonly Observation[],
  today: number | string,
  waivers: readonly Waiver[] = [],
): ReturnType<typeof foldObservations> {
  return foldObservations(health, observations, {
    today: typeof today === 'number' ? dayAt(today) : today,
    citations: [citation],
    waivers,
    shareOf: () => 0.5,
  });
}

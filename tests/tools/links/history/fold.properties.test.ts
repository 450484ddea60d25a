import { array, assert, constantFrom, integer, property, shuffledSubarray, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkVerdicts, type LinkHealth, type LinkRecord } from '#schema/link-health.ts';
import { emptyHealth, renderLinkHealth } from '#tools/links/history/render.ts';
import { evidenceClasses, type Observation } from '#tools/links/observation.ts';
import { healthsOfOne, observationsOn, seed, waivers } from './arbitraries.ts';
import { dayAt, fold } from './observations.ts';

const runs = { seed, numRuns: 1000 };
const day = 45;
const neutral = constantFrom(...linkVerdicts.filter((verdict) => evidenceClasses[verdict] === 'neutral'));

/** The streak as it is once the days that are yet to come are put right. */
function readStreak(health: LinkHealth, today: number): LinkRecord['streak'] | undefined {
  return fold(health, [], today).health.links[0]?.streak;
}

describe('folding', () => {
  test('in whatever order the observations of a day come, gives the same', () => {
    const orders = observationsOn(day).chain((observations) =>
      tuple(constantFrom(observations), shuffledSubarray(observations, { minLength: observations.length })),
    );
    assert(
      property(healthsOfOne, orders, waivers, (health, [one, other], waived) => {
        expect(fold(health, other, day, waived)).toEqual(fold(health, one, day, waived));
      }),
      runs,
    );
  });

  test('at whatever times of a day the observations were made, gives the same state and the same streak', () => {
    const times = array(integer({ min: 0, max: 86_399_999 }), { minLength: 5, maxLength: 5 });
    assert(
      property(healthsOfOne, observationsOn(day), times, (health, observations, atMs) => {
        const moved = observations.map((observation, index): Observation => ({
          ...observation,
          at: new Date(Date.parse(`${dayAt(day)}T00:00:00Z`) + (atMs[index] ?? 0)).toISOString(),
        }));
        const [one] = fold(health, observations, day).health.links;
        const [other] = fold(health, moved, day).health.links;
        expect(other && { ...other, last: one?.last }).toEqual(one);
        expect(other && evidenceClasses[other.last.verdict]).toBe(one && evidenceClasses[one.last.verdict]);
      }),
      runs,
    );
  });

  test('twice on one day is folding once', () => {
    assert(
      property(healthsOfOne, observationsOn(day), waivers, (health, observations, waived) => {
        const once = fold(health, observations, day, waived).health;
        expect(fold(once, observations, day, waived)).toEqual({ health: once, notes: [] });
      }),
      runs,
    );
  });

  test('does not move a streak for what could not be judged', () => {
    assert(
      property(healthsOfOne, observationsOn(day, neutral), (health, observations) => {
        const [after] = fold(health, observations, day).health.links;
        expect(after?.streak ?? null).toEqual(readStreak(health, day) ?? null);
      }),
      runs,
    );
  });

  test('moves a streak by one at most, and ends it with every good answer', () => {
    assert(
      property(healthsOfOne, observationsOn(day), (health, observations) => {
        const before = readStreak(health, day)?.n ?? 0;
        const [after] = fold(health, observations, day).health.links;
        expect(after?.streak?.n ?? 0).toBeLessThanOrEqual(before + 1);
        const isGood = observations.some(({ verdict }) => evidenceClasses[verdict] === 'positive');
        if (isGood) expect(after).toMatchObject({ state: 'healthy', streak: null, lastOk: dayAt(day) });
      }),
      runs,
    );
  });

  test('calls dead only what failed on two days at least, the first of them before today', () => {
    assert(
      property(
        array(observationsOn(0), { minLength: 6, maxLength: 6 }),
        integer({ min: 1, max: 5 }),
        (history, gap) => {
          let health: LinkHealth = emptyHealth;
          history.forEach((observations, index) => {
            const today = index * gap;
            const moved = observations.map((observation) => ({
              ...observation,
              at: `${dayAt(today)}${observation.at.slice(10)}`,
            }));
            health = fold(health, moved, today).health;
            const [record] = health.links;
            if (record?.state !== 'dead') return;
            expect(record.streak?.n).toBeGreaterThanOrEqual(2);
            expect(record.streak?.from).toSatisfy((from: string) => from < dayAt(today));
          });
        },
      ),
      runs,
    );
  });

  test('gives what can be written, and no day that is yet to come but the next check', () => {
    assert(
      property(healthsOfOne, observationsOn(day), waivers, (health, observations, waived) => {
        const after = fold(health, observations, day, waived).health;
        expect(() => renderLinkHealth(after)).not.toThrow();
        for (const { since, firstSeen, lastChecked, lastOk, streak, flippedOn } of after.links)
          for (const on of [since, firstSeen, lastChecked, lastOk, streak?.from, flippedOn])
            expect((on ?? '') <= dayAt(day)).toBe(true);
      }),
      runs,
    );
  });
});

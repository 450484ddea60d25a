import { assert, double, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDays } from '#model/day.ts';
import { deriveNextDue, longestWaitDays } from '#tools/links/history/next-due.ts';
import { deriveStableShare } from '#tools/links/stable-share.ts';
import { seed } from './arbitraries.ts';
import { createObservation, dayAt, start } from './observations.ts';
import { emptyHealth } from '#tools/links/history/render.ts';
import { foldObservations } from '#tools/links/history/fold.ts';
import { deriveExpectHash } from '#tools/links/identify/expect-hash.ts';

describe('the next check', () => {
  test.each(['new', 'healthy', 'dead', 'unverifiable', 'waived'] as const)(
    'of a link that is %s comes after a week, more or less by half',
    (state) => {
      const after = (share: number) => countDays(start, deriveNextDue({ state, streak: null }, start, share));
      expect([after(0), after(0.25), after(0.5), after(0.75), after(0.999)]).toEqual([4, 5, 7, 9, 10]);
    },
  );

  test('of a suspect comes a day after it failed first, then every three days, whatever the share', () => {
    const streak = { kind: 'weak', n: 1, from: start } as const;
    const after = (on: string, share: number) => countDays(on, deriveNextDue({ state: 'suspect', streak }, on, share));
    expect([after(start, 0), after(start, 0.999)]).toEqual([1, 1]);
    expect([after(dayAt(1), 0), after(dayAt(4), 0.999)]).toEqual([3, 3]);
  });

  test('never comes on the same day, nor later than the longest wait', () => {
    assert(
      property(double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
        const days = countDays(start, deriveNextDue({ state: 'healthy', streak: null }, start, share));
        expect(days).toBeGreaterThanOrEqual(4);
        expect(days).toBeLessThanOrEqual(longestWaitDays);
      }),
      { seed },
    );
  });

  test('of many links that were checked together is spread over a week', () => {
    const citations = Array.from({ length: 700 }, (_, index) => ({
      id: `page-${index}`,
      url: 'https://a.example/',
      expect: {},
    }));
    const observations = citations.map((citation) =>
      createObservation('ok', 0, { citation: citation.id, expectHash: deriveExpectHash(citation) }),
    );
    const { health } = foldObservations(emptyHealth, observations, { today: start, citations, waivers: [] });
    const days = Map.groupBy(health.links, ({ nextDue }) => countDays(start, nextDue));
    expect([...days.keys()].sort((a, b) => a - b)).toEqual([4, 5, 6, 7, 8, 9, 10]);
    for (const due of days.values()) expect(due.length).toBeLessThan(150);
  });
});

describe('a stable share', () => {
  test('is from 0 up to 1, and the same for the same text', () => {
    assert(
      property(string(), (text) => {
        const share = deriveStableShare(text);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
        expect(deriveStableShare(text)).toBe(share);
      }),
      { seed },
    );
  });

  test('does not change from one version of the tool to the next', () => {
    expect(['', 'a-page', 'docs.example.org'].map(deriveStableShare)).toEqual(
      // The first 32 bits of the SHA-256 of each.
      [0xe3b0c442, 0xba3fbe8c, 0x6da878b6].map((bits) => bits / 2 ** 32),
    );
  });
});

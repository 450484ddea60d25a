import { array, assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapStatuses, maturities } from '#schema/assessment.ts';
import { compareStates, rollUp, type GapState } from '#model/status.ts';
import { gapStates } from './arbitraries.ts';

/** Any state a record can spell, whether or not the check accepts it. */
const anyStates = record({
  status: constantFrom(...gapStatuses),
  maturity: constantFrom(undefined, ...maturities),
});
const isGood = (state: GapState | undefined) => state?.status === 'shipped';

describe('the order of states', () => {
  test('goes from open to shipped for production, with unknown right after open', () => {
    const states: GapState[] = [
      { status: 'shipped', maturity: 'production' },
      { status: 'unknown' },
      { status: 'partially-addressed' },
      { status: 'shipped', maturity: 'experimental' },
      { status: 'open' },
      { status: 'community-workaround' },
    ];
    expect(states.toSorted(compareStates)).toEqual([
      { status: 'open' },
      { status: 'unknown' },
      { status: 'community-workaround' },
      { status: 'partially-addressed' },
      { status: 'shipped', maturity: 'experimental' },
      { status: 'shipped', maturity: 'production' },
    ]);
  });

  test('counts a shipped answer of unstated maturity as experimental', () => {
    expect(compareStates({ status: 'shipped' }, { status: 'shipped', maturity: 'experimental' })).toBe(0);
    expect(compareStates({ status: 'shipped' }, { status: 'shipped', maturity: 'production' })).toBeLessThan(0);
  });

  test('is the same from both sides', () => {
    assert(
      property(anyStates, anyStates, (a, b) => {
        expect(Math.sign(compareStates(a, b)) + Math.sign(compareStates(b, a))).toBe(0);
      }),
    );
  });

  test('is transitive', () => {
    assert(
      property(anyStates, anyStates, anyStates, (a, b, c) => {
        const [low, middle, high] = [a, b, c].toSorted(compareStates);
        expect(compareStates(low ?? a, middle ?? b)).toBeLessThanOrEqual(0);
        expect(compareStates(middle ?? b, high ?? c)).toBeLessThanOrEqual(0);
        expect(compareStates(low ?? a, high ?? c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('tells any two different states that the check accepts apart', () => {
    assert(
      property(gapStates, gapStates, (a, b) => {
        const isSame = a.status === b.status && a.maturity === b.maturity;
        expect(compareStates(a, b) === 0).toBe(isSame);
      }),
    );
  });
});

describe('the roll-up', () => {
  test('of nothing has no worst state and counts nothing', () => {
    expect(rollUp([])).toEqual({
      worst: undefined,
      distribution: { open: 0, 'community-workaround': 0, 'partially-addressed': 0, shipped: 0, unknown: 0 },
      experimental: 0,
    });
  });

  test('names the worst, the distribution and how many are experimental only', () => {
    expect(
      rollUp([
        { status: 'shipped', maturity: 'production' },
        { status: 'shipped', maturity: 'experimental' },
        { status: 'shipped' },
        { status: 'partially-addressed' },
        { status: 'unknown' },
      ]),
    ).toEqual({
      worst: { status: 'unknown' },
      distribution: { open: 0, 'community-workaround': 0, 'partially-addressed': 1, shipped: 3, unknown: 1 },
      experimental: 2,
    });
  });

  test('does not depend on the order', () => {
    assert(
      property(array(gapStates), (states) => {
        const expected = rollUp(states);
        expect(rollUp(states.toReversed())).toEqual(expected);
        expect(rollUp(states.toSorted(compareStates))).toEqual(expected);
      }),
    );
  });

  test('has a worst state that none of the states is worse than, and that is one of them', () => {
    assert(
      property(array(anyStates, { minLength: 1 }), (states) => {
        const { worst } = rollUp(states);
        expect(states).toContain(worst);
        expect(states.filter((state) => worst !== undefined && compareStates(state, worst) < 0)).toEqual([]);
      }),
    );
  });

  test('never improves when an unknown state is added', () => {
    assert(
      property(array(anyStates, { minLength: 1 }), (states) => {
        const before = rollUp(states).worst;
        const after = rollUp([...states, { status: 'unknown' }]).worst;
        if (before === undefined || after === undefined) throw new Error('a roll-up of states has a worst one');
        expect(compareStates(after, before)).toBeLessThanOrEqual(0);
        expect(isGood(after)).toBe(false);
      }),
    );
  });

  test('of unknown states alone is unknown, which is not good', () => {
    assert(
      property(array(constantFrom<GapState>({ status: 'unknown' }), { minLength: 1 }), (states) => {
        expect(rollUp(states).worst).toEqual({ status: 'unknown' });
        expect(isGood(rollUp(states).worst)).toBe(false);
      }),
    );
  });

  test('has a distribution that sums to the number of states', () => {
    assert(
      property(array(anyStates), (states) => {
        const { distribution, experimental } = rollUp(states);
        expect(Object.values(distribution).reduce((sum, count) => sum + count, 0)).toBe(states.length);
        expect(experimental).toBeLessThanOrEqual(distribution.shipped);
      }),
    );
  });
});

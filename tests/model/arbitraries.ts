import { constantFrom, date, integer, oneof, record, type Arbitrary } from 'fast-check';
import { gapStatuses, maturities } from '#schema/assessment.ts';
import type { GapState } from '#model/status.ts';

/** Days from 1970 to 2200, so that an offset of a few decades leaves them with four digits of year. */
export const days: Arbitrary<string> = date({
  min: new Date('1970-01-01'),
  max: new Date('2200-12-31'),
  noInvalidDate: true,
}).map((value) => value.toISOString().slice(0, 10));

export const dayOffsets = integer({ min: -20_000, max: 20_000 });

/** States as the check accepts them: `shipped` has a maturity, the others have none. */
export const gapStates: Arbitrary<GapState> = oneof(
  record({ status: constantFrom(...gapStatuses.filter((status) => status !== 'shipped')) }),
  record({ status: constantFrom('shipped' as const), maturity: constantFrom(...maturities) }),
);

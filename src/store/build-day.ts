import { isDay } from '#model/day.ts';

/** The day a build or a check runs on, and the day it judges freshness on. */
export interface BuildDay {
  /** The calendar day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** `AS_OF` where it is set, else today. */
  asOf: string;
}

/** Reads the day from the environment and the clock. Throws a RangeError with the way out when `AS_OF` is no day. */
export function readBuildDay(env: Readonly<Record<string, string | undefined>>, now: Date): BuildDay {
  const today = now.toISOString().slice(0, 10);
  const asOf = env.AS_OF ?? today;
  if (!isDay(asOf)) throw new RangeError(`Unexpected \`AS_OF=${asOf}\`, expected a day as \`YYYY-MM-DD\``);
  return { today, asOf };
}

import type { FetchExchange } from '../fetch/fetch-options.ts';
import type { AskRobots } from '../fetch/robots.ts';
import type { Observation } from '../observation.ts';
import type { Clock } from '../schedule/clock.ts';

/** All of the outside that a check touches. */
export interface CheckWorld {
  fetchExchange: FetchExchange;
  askRobots: AskRobots;
  clock: Clock;
  /** The time of day. */
  now: () => Date;
  /** A number from 0 up to 1, anew for each call: it spreads waits. */
  random: () => number;
  vantage: Observation['vantage'];
}

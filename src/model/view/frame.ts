import { listEvents } from '../events.ts';
import type { Model } from '../model.ts';
import { deriveLinkTally } from './link-tally.ts';
import { deriveTallies, type RuntimeTally } from './sample-figure.ts';

/** What a build says of itself. */
export interface BuildInfo {
  /** Time of the build in UTC, to the minute: `2026-11-21 09:30 UTC`. */
  builtAt: string;
  /** The commit built from, twelve digits; `unknown` outside a checkout. */
  commit: string;
  /** Address of the repository on its forge, without a slash at the end; absent when nobody said. */
  repositoryUrl?: string | undefined;
}

/** What every page shows around its content. */
export interface Frame {
  /** The day of the newest judgement: the data is as of it. */
  dataAsOf: string;
  /** The day freshness was judged on. */
  asOf: string;
  build: BuildInfo;
  /** How many citations are verified live, of how many; and whether a link check ever ran. */
  citations: { verified: number; of: number; hasRun: boolean };
  /** How many samples have passed, by runtime. */
  samples: RuntimeTally[];
}

export function deriveFrame(model: Model, build: BuildInfo): Frame {
  const { of, counts, checkedOn } = deriveLinkTally(model);
  return {
    dataAsOf: listEvents(model.content.entries)[0]?.on ?? model.asOf,
    asOf: model.asOf,
    build,
    samples: deriveTallies(model).filter(({ declared }) => declared > 0),
    citations: { verified: counts.healthy, of, hasRun: checkedOn !== undefined },
  };
}

import type { Citation } from '#tools/links/citation.ts';
import type { CheckWorld } from '#tools/links/check/world.ts';
import { createRobots } from '#tools/links/fetch/robots.ts';
import { createLoopbackFetcher } from '../loopback/fetcher.ts';

/** A world whose hosts are all on loopback, and whose clock moves only when somebody waits. */
export interface LoopbackWorld extends CheckWorld {
  /** Every wait so far, in milliseconds. */
  waitsMs: number[];
}

export function createLoopbackWorld(): LoopbackWorld {
  const waitsMs: number[] = [];
  let timeMs = 0;
  const fetchExchange = createLoopbackFetcher();
  return {
    fetchExchange,
    askRobots: createRobots({ fetchExchange, nowMs: () => timeMs, product: 'iris-async-links' }),
    clock: {
      nowMs: () => timeMs,
      wait: (ms) => {
        if (ms > 0) waitsMs.push(ms);
        timeMs += ms;
        return Promise.resolve();
      },
    },
    now: () => new Date('2026-03-02T06:00:00.000Z'),
    random: () => 0,
    vantage: 'local',
    waitsMs,
  };
}

/** A citation of a page that has to have the heading `Async`. */
export function createCitation(id: string, url: string, overrides: Partial<Citation> = {}): Citation {
  return {
    id,
    url,
    expect: { heading: 'Async' },
    fallbacks: [],
    language: 'en',
    file: `content/sources/${id}.yaml`,
    line: 4,
    column: 7,
    endColumn: 7 + url.length,
    ...overrides,
  };
}

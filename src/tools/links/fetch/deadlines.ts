import { TransportFailure } from './failure.ts';
import type { FetchLimits } from './limits.ts';

/** The largest delay a timer takes; a larger one would end at once. */
export const longestDelayMs = 2_147_483_647;

export interface Deadline {
  /** Aborts when the time is over, with a `TransportFailure`, or with the reason of the outer signal. */
  signal: AbortSignal;
  stop(): void;
}

/** Gives a whole chain its time. */
export function startCitationDeadline(limits: FetchLimits, outer: AbortSignal, host: string): Deadline {
  const controller = new AbortController();
  const timer = abortLater(controller, limits.citationMs, () => {
    const expected = `the end of its redirects within ${limits.citationMs} ms`;
    return new TransportFailure('CITATION_TIMEOUT', `Unexpected wait for \`${host}\`, expected ${expected}`);
  });
  return {
    signal: AbortSignal.any([outer, controller.signal]),
    stop() {
      clearTimeout(timer);
    },
  };
}

/** What a request waits for. */
export type Phase = 'lookup' | 'connect' | 'headers' | 'body';

export interface HopDeadlines extends Deadline {
  enter(phase: Phase): void;
}

/** Gives a request its time: as a whole, until it is connected, and from there until its headers are complete. */
export function startHopDeadlines(limits: FetchLimits, outer: AbortSignal, host: string): HopDeadlines {
  const controller = new AbortController();
  let phase: Phase = 'lookup';
  const wholeTimer = abortLater(
    controller,
    limits.hopMs,
    () =>
      new TransportFailure(
        'HOP_TIMEOUT',
        `Unexpected wait for \`${host}\`, expected an answer within ${limits.hopMs} ms`,
      ),
  );
  let phaseTimer = abortLater(controller, limits.connectMs, () =>
    phase === 'lookup'
      ? new TransportFailure(
          'DNS_TEMPORARY',
          `Unexpected silence of DNS for \`${host}\`, expected an address within ${limits.connectMs} ms`,
        )
      : new TransportFailure(
          'CONNECT_TIMEOUT',
          `Unexpected silence of \`${host}\`, expected a connection within ${limits.connectMs} ms`,
        ),
  );
  return {
    signal: AbortSignal.any([outer, controller.signal]),
    enter(next) {
      phase = next;
      if (next === 'lookup' || next === 'connect') return;
      clearTimeout(phaseTimer);
      if (next === 'body') return;
      phaseTimer = abortLater(
        controller,
        limits.headersMs,
        () =>
          new TransportFailure(
            'HEADERS_TIMEOUT',
            `Unexpected silence of \`${host}\`, expected headers within ${limits.headersMs} ms`,
          ),
      );
    },
    stop() {
      clearTimeout(wholeTimer);
      clearTimeout(phaseTimer);
    },
  };
}

function abortLater(controller: AbortController, delayMs: number, reason: () => TransportFailure): NodeJS.Timeout {
  return setTimeout(
    () => {
      controller.abort(reason());
    },
    Math.min(delayMs, longestDelayMs),
  );
}

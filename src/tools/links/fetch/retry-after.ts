import { longestDelayMs } from './deadlines.ts';

export interface RetryAfterOptions {
  /** Taken when the header says nothing that can be understood. */
  defaultMs?: number;
  capMs?: number;
}

const datePattern =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;

/** How long a `Retry-After` asks to wait: from 0 to the cap, and always a number. */
export function parseRetryAfter(
  value: string | undefined,
  nowMs: number,
  { defaultMs = 10_000, capMs = 120_000 }: RetryAfterOptions = {},
): number {
  const text = (value ?? '').trim();
  const delayMs = /^\d+$/.test(text) ? Number(text) * 1000 : parseDate(text) - nowMs;
  const wantedMs = Number.isNaN(delayMs) ? defaultMs : delayMs;
  return Math.max(0, Math.min(wantedMs, capMs, longestDelayMs));
}

/** Reads the three forms of a date in HTTP. `Date.parse` alone takes `2` for a day in 2001. */
function parseDate(text: string): number {
  if (!datePattern.test(text)) return Number.NaN;
  // The oldest form names no zone, and means this one.
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}

/**
 * A day as the time that feeds ask for, RFC 3339. Judgements have a day and no time. Midnight UTC is the one time of that
 * day that is never in the future once the day is on record.
 */
export function renderTime(day: string): string {
  return `${day}T00:00:00Z`;
}

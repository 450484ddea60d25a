import { addDays } from '#model/day.ts';
import type { LinkRecord } from '#schema/link-health.ts';

/** How often and for how many days a streak goes on before its link is dead. */
export interface DeathThreshold {
  count: number;
  days: number;
}

/** What would change the state of a record, in one sentence. */
export function describeNextChange(
  { state, streak }: Pick<LinkRecord, 'state' | 'streak'>,
  deadAfter: DeathThreshold | undefined,
): string {
  const good = 'one good answer makes it healthy';
  switch (state) {
    case 'new':
      return `${good}; an answer that is not makes it suspect`;
    case 'healthy':
      return 'an answer that is not good makes it suspect; a month without a good one makes it unverifiable';
    case 'suspect':
      return streak === null || deadAfter === undefined
        ? `${good}; further failures make it dead`
        : `${good}; it is dead when it failed ${deadAfter.count} times by ${addDays(streak.from, deadAfter.days)} or later, and it failed ${streak.n === 1 ? 'once' : `${streak.n} times`} so far`;
    case 'dead':
    case 'unverifiable':
      return `${good}; \`npm run links -- accept <id>\` records that you read it`;
    case 'waived':
      return 'it is judged again when the waiver ends';
  }
}

import { linkRecordSchema, type LinkRecord } from '#schema/link-health.ts';
import { evidenceClasses, type Observation } from '../observation.ts';
import { rankVerdict, type DayEvidence } from './day-evidence.ts';
import { deriveInstability } from './instability.ts';
import { summariseFinding } from './new-record.ts';
import { isLongEnough, moveStreak } from './quarantine.ts';

/**
 * Takes a record over one day. A day moves the streak by one at most, whether its observations come at once or in several
 * reports; what is lighter than what the day has already said changes nothing, save that a page is seen to be unstable.
 */
export function applyDay(record: LinkRecord, { on, deciding, hasNegative }: DayEvidence): LinkRecord {
  const saidToday = record.lastChecked === on ? record.last.verdict : undefined;
  if (saidToday !== undefined && rankVerdict(deciding.verdict) < rankVerdict(saidToday)) {
    const isFlip = evidenceClasses[saidToday] === 'positive' && hasNegative;
    return isFlip ? { ...record, ...deriveInstability(record, on, 'within-day') } : record;
  }
  const next = { ...record, lastChecked: on, last: summariseFinding(deciding) };
  switch (evidenceClasses[deciding.verdict]) {
    case 'positive': {
      const wasNegative = saidToday !== undefined && evidenceClasses[saidToday] === 'negative';
      const cameBack = record.streak?.kind === 'negative' ? 'between-days' : 'none';
      return {
        ...enter(next, 'healthy', on),
        ...deriveInstability(record, on, hasNegative || wasNegative ? 'within-day' : cameBack),
        lastOk: on,
        streak: null,
        suggestion: readSuggestion(deciding),
        validators: readValidators(deciding),
      };
    }
    case 'negative':
      // What was last seen good is not what is there now: the next check asks without a condition.
      return { ...fail(next, deciding, on, saidToday), validators: undefined };
    case 'weak':
      return fail(next, deciding, on, saidToday);
    case 'neutral':
      return next;
  }
}

/** The record in a state, which began on the day unless it was in it before. */
export function enter(record: LinkRecord, state: LinkRecord['state'], on: string): LinkRecord {
  return record.state === state ? record : { ...record, state, since: on };
}

function fail(
  record: LinkRecord,
  deciding: Observation,
  on: string,
  saidToday: Observation['verdict'] | undefined,
): LinkRecord {
  const { verdict } = deciding;
  const isCounted = saidToday !== undefined && evidenceClasses[saidToday] === evidenceClasses[verdict];
  const { streak, moved } = isCounted
    ? { streak: record.streak, moved: false }
    : moveStreak(record.streak, verdict, on);
  const next = { ...record, streak, suggestion: readSuggestion(deciding) ?? record.suggestion };
  // Only a good answer brings a dead link back, and only a day that counts makes another state worse.
  if (record.state === 'dead' || !moved || streak === null) return next;
  const dies = isLongEnough(streak, { on, verdict, unstable: record.unstable });
  return enter(next, dies ? 'dead' : 'suspect', on);
}

/** What a server or a page proposed is kept only if it can be written. */
function readSuggestion({ suggestion }: Observation): LinkRecord['suggestion'] {
  return linkRecordSchema.shape.suggestion.safeParse(suggestion).data;
}

function readValidators({ validators }: Observation): LinkRecord['validators'] {
  return linkRecordSchema.shape.validators.safeParse(validators).data;
}

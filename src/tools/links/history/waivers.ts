import type { Place } from '#model/prose.ts';
import { ruleCatalogue } from '#model/rules/catalogue.ts';
import type { Message } from '#report/message.ts';
import { renderAlternatives, renderList } from '#report/phrase.ts';
import type { LinkVerdict } from '#schema/link-health.ts';
import type { Waiver } from '#schema/waiver.ts';
import type { Observation } from '../observation.ts';

/** A waiver holds on its last day. */
export function isInForce(expires: string, today: string): boolean {
  return expires >= today;
}

/** Whether a waiver is about the citation and names exactly this verdict. */
export function covers({ match, verdicts }: Waiver, citation: string, verdict: LinkVerdict): boolean {
  return match.citation === citation && (verdicts as readonly LinkVerdict[]).includes(verdict);
}

/** The observations, with those that a waiver in force covers made `waived`. The detail still says what was found. */
export function applyWaivers(
  observations: readonly Observation[],
  waivers: readonly Waiver[],
  today: string,
): Observation[] {
  const inForce = waivers.filter(({ expires }) => isInForce(expires, today));
  return observations.map((observation) => {
    const { citation, verdict, detail } = observation;
    const isWaived = inForce.some((waiver) => covers(waiver, citation, verdict));
    return isWaived ? { ...observation, verdict: 'waived', detail: `${verdict}: ${detail}` } : observation;
  });
}

/**
 * Says which waivers have ended, and which a check made no use of. `observations` are those of the run as they were
 * found; a waiver for a citation that was not checked may still be of use.
 */
export function checkWaivers(
  { file, data }: { file: string; data: readonly Waiver[] },
  observations: readonly Observation[],
  { today, locate }: { today: string; locate: (path: readonly (string | number)[]) => Place },
): Message[] {
  return data.flatMap((waiver, index): Message[] => {
    const { match, verdicts, expires } = waiver;
    if (!isInForce(expires, today)) {
      return [
        {
          ruleId: 'waiver-expired',
          level: ruleCatalogue['waiver-expired'].level,
          file,
          ...locate(['waivers', index, 'expires']),
          reason: `Unexpected waiver for \`${match.citation}\` that ended on ${expires}, expected one that still holds`,
          hint: 'mend the citation and delete the waiver, or renew it with a fresh reason',
        },
      ];
    }
    const found = observations.filter(({ citation }) => citation === match.citation).map(({ verdict }) => verdict);
    if (found.length === 0 || found.some((verdict) => covers(waiver, match.citation, verdict))) return [];
    return [
      {
        ruleId: 'waiver-unused',
        level: ruleCatalogue['waiver-unused'].level,
        file,
        ...locate(['waivers', index, 'verdicts']),
        reason: `Unexpected waiver for \`${match.citation}\`, expected the check to find ${renderAlternatives(verdicts.map(quote))}; it found ${renderList([...new Set(found)].sort().map(quote))}`,
        hint: 'delete the waiver, or name the verdict that it is to cover',
      },
    ];
  });
}

function quote(verdict: LinkVerdict): string {
  return `\`${verdict}\``;
}

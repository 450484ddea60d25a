import type { Observation } from '../observation.ts';
import { evidenceClasses } from '../observation.ts';
import { deriveHost } from './bucket.ts';

interface RunResults {
  observations: readonly Observation[];
  /** Checks of pages that are known to be good. */
  canaries: readonly Observation[];
}

export type RunJudgement =
  | { kind: 'conclusive'; downHosts: readonly string[] }
  | { kind: 'inconclusive'; downHosts: readonly string[]; reason: string };

const fewestHosts = 10;
const largestShare = 0.4;

/**
 * Whether a run says anything of the pages, or only of the network it ran in. When it is inconclusive nothing of it is
 * kept. A host is down when none of its citations was answered; it counts once, however many citations it has.
 */
export function judgeRun({ observations, canaries }: RunResults): RunJudgement {
  const hosts = Map.groupBy(observations, ({ url }) => deriveHost(url));
  const downHosts = [...hosts]
    .filter(([, seen]) => seen.every(isSilent))
    .map(([host]) => host)
    .sort();
  if (canaries.length > 0 && !canaries.some(({ verdict }) => evidenceClasses[verdict] === 'positive')) {
    const found = canaries.map(({ url, code }) => `\`${deriveHost(url)}\` (\`${code}\`)`).join(', ');
    return {
      kind: 'inconclusive',
      downHosts,
      reason: `Unexpected failure of the canary: ${found}, expected a good answer`,
    };
  }
  if (hosts.size >= fewestHosts && downHosts.length > largestShare * hosts.size) {
    const reason = `Unexpected silence of ${downHosts.length} of ${hosts.size} hosts, expected at most ${largestShare * 100} %`;
    return { kind: 'inconclusive', downHosts, reason };
  }
  return { kind: 'conclusive', downHosts };
}

/** A name that does not resolve is no answer either: without a network, none does. */
function isSilent({ verdict }: Observation): boolean {
  return evidenceClasses[verdict] === 'weak' || verdict === 'no-such-host';
}

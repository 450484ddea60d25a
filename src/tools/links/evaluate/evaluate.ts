import type { Citation } from '../citation.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../observation.ts';
import { describeCase, type Circumstances } from './case.ts';
import { createFinding, type Rule } from './rule.ts';
import { rules } from './rules.ts';

/** What an exchange says about a citation. Pure. The rules can be given, so that a test can leave one out. */
export function evaluate(
  citation: Citation,
  exchange: Exchange,
  circumstances: Circumstances,
  order: readonly Rule[] = rules,
): Finding {
  const subject = describeCase(citation, exchange, circumstances);
  for (const rule of order) {
    const finding = rule.judge(subject);
    if (finding !== undefined) return finding;
  }
  return createFinding('unverified', 'UNDECIDED', 'No rule applies.');
}

import type { Place } from '#model/prose.ts';
import type { RuleId } from '#model/rules/catalogue.ts';

/** Something wrong with a file itself, found while it was read. */
export interface FileProblem {
  ruleId: RuleId;
  file: string;
  place: Place;
  reason: string;
  hint?: string;
}

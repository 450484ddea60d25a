import type { Place } from '#model/prose.ts';
import type { Workflow } from '../workflow.ts';

/** What a rule looks at. */
export interface RuleSubject {
  workflow: Workflow;
  /** Names of the scripts in package.json. */
  scripts: readonly string[];
}

/** One of our own rules for workflows, on top of what GitHub demands. */
export interface Rule {
  id: string;
  check: (subject: RuleSubject, report: (place: Place, reason: string, hint?: string) => void) => void;
}

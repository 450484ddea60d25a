import type { Model } from '../model.ts';
import type { At } from '../references.ts';
import type { RuleId } from './catalogue.ts';

/** A breach of a rule, at a place that is named by field or in the prose. */
export interface Problem {
  ruleId: RuleId;
  /** Path of the file, as the entry carries it. */
  file: string;
  at: At;
  reason: string;
  hint?: string;
}

/** What a rule looks at. */
export interface Subject {
  model: Model;
  /** The calendar day of the run, `YYYY-MM-DD`. */
  today: string;
}

/** Takes what a rule has to say, one breach a call. */
export type Report = (problem: Omit<Problem, 'ruleId'>) => void;

/** One rule over the whole content. Pure; it reports every breach, in any order. */
export interface Rule {
  id: RuleId;
  check(subject: Subject, report: Report): void;
}

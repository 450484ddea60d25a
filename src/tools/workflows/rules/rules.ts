import { expressionInRun } from './expression-in-run.ts';
import { jobTimeout } from './job-timeout.ts';
import { jobPermissions, topLevelPermissions } from './permissions.ts';
import { persistedCredentials } from './persisted-credentials.ts';
import { pinnedAction } from './pinned-action.ts';
import { pullRequestTarget } from './pull-request-target.ts';
import type { Rule } from './rule.ts';
import { unknownScript } from './unknown-script.ts';

/**
 * Our own rules for workflows. They are for the people who write workflows, and have no pages: the rules in
 * `content/rules/` are those of the content.
 */
export const rules: readonly Rule[] = [
  topLevelPermissions,
  jobPermissions,
  jobTimeout,
  pinnedAction,
  expressionInRun,
  pullRequestTarget,
  persistedCredentials,
  unknownScript,
];

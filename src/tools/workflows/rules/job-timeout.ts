import type { Rule } from './rule.ts';

/** GitHub stops a job after six hours. A job that hangs is to be noticed, and cost, much less. */
export const jobTimeout: Rule = {
  id: 'job-timeout',
  check({ workflow: { jobs, locateKey } }, report) {
    for (const { path, timeoutMinutes, uses } of jobs) {
      // A job that calls a workflow cannot have one: the jobs over there do.
      if (timeoutMinutes !== undefined || uses !== undefined) continue;
      report(locateKey(path), `Missing \`timeout-minutes\` of the job \`${String(path.at(-1))}\`, expected a number`);
    }
  },
};

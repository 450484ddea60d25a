import type { Job } from '../workflow.ts';
import type { Rule } from './rule.ts';

/** By itself, checkout leaves the token of the job on the disk, where every later step can read it. */
export const persistedCredentials: Rule = {
  id: 'persisted-credentials',
  check({ workflow: { jobs, locateValue } }, report) {
    for (const { path, uses, with: inputs } of jobs.filter((job) => !mayPush(job)).flatMap(({ steps }) => steps)) {
      if (uses?.startsWith('actions/checkout@') !== true) continue;
      const written = inputs['persist-credentials'];
      if (written === false || written === 'false') continue;
      report(
        locateValue(written === undefined ? [...path, 'uses'] : [...path, 'with', 'persist-credentials']),
        written === undefined
          ? 'Missing `persist-credentials: false` of the checkout, expected it in a job that does not push'
          : 'Unexpected `persist-credentials` of the checkout, expected `false` in a job that does not push',
      );
    }
  },
};

/** Without this right the token is of no use for pushing. */
function mayPush({ permissions }: Job): boolean {
  return (
    typeof permissions === 'object' &&
    permissions !== null &&
    'contents' in permissions &&
    permissions.contents === 'write'
  );
}

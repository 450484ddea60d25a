import type { Rule } from './rule.ts';

/** A job that forgets to say what it may do may then do nothing, in place of whatever the repository allows. */
export const topLevelPermissions: Rule = {
  id: 'top-level-permissions',
  check({ workflow: { permissions, locateValue } }, report) {
    if (permissions === undefined) {
      report({ line: 1, column: 1 }, 'Missing `permissions`, expected `permissions: {}` at the top of the workflow');
    } else if (JSON.stringify(permissions) !== '{}') {
      report(
        locateValue(['permissions']),
        `Unexpected \`permissions\` of the whole workflow, expected \`permissions: {}\``,
        'give each job what it needs',
      );
    }
  },
};

export const jobPermissions: Rule = {
  id: 'job-permissions',
  check({ workflow: { jobs, locateKey } }, report) {
    for (const { path, permissions } of jobs) {
      if (typeof permissions === 'object' && permissions !== null) continue;
      const job = `\`${String(path.at(-1))}\``;
      if (permissions === undefined) {
        report(locateKey(path), `Missing \`permissions\` of the job ${job}, expected what it needs and no more`);
      } else {
        report(
          locateKey([...path, 'permissions']),
          `Unexpected \`permissions\` of the job ${job}, expected one line for each right it needs`,
        );
      }
    }
  },
};

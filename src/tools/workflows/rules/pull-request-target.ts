import type { Rule } from './rule.ts';

export const pullRequestTarget: Rule = {
  id: 'pull-request-target',
  check({ workflow: { events } }, report) {
    for (const { name, place } of events) {
      if (name !== 'pull_request_target') continue;
      report(
        place,
        'Unexpected event `pull_request_target`, expected `pull_request`',
        'it gives what a stranger sends the secrets of the repository and the right to write',
      );
    }
  },
};

import { listAssignments } from '../code/assignments.ts';
import { startOf } from '../problem.ts';
import type { CodeLint } from './lint.ts';

/** `SharedConnection` of a web socket counts only when it is set in OnPreServer (apis.md A6). */
export const sharedConnection: CodeLint = ({ member, statements }) => {
  if (member.name === 'OnPreServer') return [];
  return statements.flatMap((statement) =>
    listAssignments(statement).flatMap(({ target }) => {
      const last = target.at(-1);
      if (last?.image !== 'SharedConnection' || target.length < 2) return [];
      return {
        ...startOf(last),
        reason: `Unexpected \`SharedConnection\` set in \`${member.name}\`, expected it in \`OnPreServer\``,
        hint: 'elsewhere it is too late: the connection has been made',
      };
    }),
  );
};

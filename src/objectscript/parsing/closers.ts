import type { IToken } from 'chevrotain';
import { startOf, type Problem } from '../problem.ts';
import type { Outline } from './outline.ts';

/**
 * Checks that the class closes once, after its last member, and that nothing follows.
 * `broken` says which members have a problem of their own: what it causes here is not said again.
 */
export function checkClosers(
  { head, members, closers, second }: Outline,
  broken: readonly boolean[],
  hasHead: boolean,
  text: string,
  problems: Problem[],
): void {
  if (second !== undefined) {
    problems.push({ ...startOf(second), reason: 'Unexpected second class, expected one class in a file' });
    return;
  }
  const [first, ...more] = closers;
  if (first === undefined) {
    if (hasHead && !broken.includes(true)) problems.push(renderOpen(head, text));
    return;
  }
  const follower = members[first.before]?.[0];
  if (follower !== undefined) {
    if (broken[first.before - 1] !== true) problems.push(renderEarly(first.token, follower));
    return;
  }
  if (more[0] !== undefined && !broken.includes(true)) {
    problems.push({
      ...startOf(more[0].token),
      reason: 'Unexpected `}` after the end of the class, expected the end of the file',
    });
  }
}

/** A class that nothing closes, at the end of the file. */
function renderOpen(head: readonly IToken[], text: string): Problem {
  const lines = text.trimEnd().split('\n');
  return {
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    reason: `Unexpected end of the file, expected \`}\` for the class of line ${head.at(0)?.startLine ?? 1}`,
    hint: 'the body of a member above may have taken the last `}`',
  };
}

function renderEarly(token: IToken, follower: IToken): Problem {
  return {
    ...startOf(token),
    reason: `Unexpected \`}\` before ${follower.image} of line ${follower.startLine ?? 1}, expected it after the last member`,
    hint: 'the member above has a `}` too many',
  };
}

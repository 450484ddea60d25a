import { createFinding, pageRule } from './rule.ts';

/** Cited lines that the file does not have. What they say is part of the expectation. */
export const missingLines = pageRule('missing-lines', ({ lines, facts, answer }) => {
  if (lines === undefined) return undefined;
  if (facts.kind !== 'text')
    return createFinding('unverified', 'LINES_UNREADABLE', 'Unexpected page around the file, expected its plain text.');
  const count = facts.lines.length;
  if (count >= lines.to) return undefined;
  return answer.body.truncated
    ? createFinding('unverified', 'TRUNCATED', `The file was cut after ${count} lines, expected line ${lines.to}.`)
    : createFinding('anchor-missing', 'LINES', `The file has ${count} lines, expected line ${lines.to}.`);
});

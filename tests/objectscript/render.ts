import type { Problem } from '../../src/objectscript/problem.ts';

/** Problems as a reader sees them: `line:column reason (hint)`. */
export function render(problems: readonly Problem[]): string[] {
  return problems.map(({ line, column, reason, hint }) => `${line}:${column} ${reason}${hint ? ` (${hint})` : ''}`);
}

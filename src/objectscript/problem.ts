import type { IToken } from 'chevrotain';

/** One thing that is wrong at one place of a text. Lines and columns count from 1. */
export interface Problem {
  line: number;
  column: number;
  /** What is wrong, as `Unexpected X, expected Y`. */
  reason: string;
  /** The way out. */
  hint?: string;
}

/** The place where a token starts. */
export function startOf(token: IToken): { line: number; column: number } {
  return { line: token.startLine ?? 1, column: token.startColumn ?? 1 };
}

/** The place just after a token. */
export function endOf(token: IToken): { line: number; column: number } {
  return { line: token.endLine ?? 1, column: (token.endColumn ?? 0) + 1 };
}

/** Order of a report: by place. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}

/** Text of a file quoted in a message: one line, at most 40 characters. */
export function quote(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  return `\`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``;
}

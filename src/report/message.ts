/** How bad a message is: an error fails the run, a warning does not. */
export type Level = 'error' | 'warning';

/** One thing a tool has to say about one place in a file. Lines and columns count from 1. */
export interface Message {
  ruleId: string;
  level: Level;
  /** Path relative to the working directory, with forward slashes. */
  file: string;
  line: number;
  column: number;
  /** What is wrong, as `Unexpected X, expected Y`. */
  reason: string;
  /** The way out. */
  hint?: string;
}

/** Order of a report: by file, then by place, then by rule, whatever order the rules ran in. */
export function compareMessages(a: Message, b: Message): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.reason, b.reason) ||
    compareText(a.hint ?? '', b.hint ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

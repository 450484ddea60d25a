import { createToken, tokenMatcher, type IToken } from 'chevrotain';
import { Colon, Dim, Directive, Dot, DotDot, LBraceInCode, Operator, SqlOpen } from './code-tokens.ts';
import { CodeOpen } from './brace-tokens.ts';
import { takeAt, takes } from './matching.ts';
import { BlockClose, Comma, Equals, LParen } from './shared-tokens.ts';

/** Commands of ObjectScript with their short forms. */
const commands: Record<string, readonly string[]> = {
  break: ['b'],
  catch: [],
  close: ['c'],
  continue: [],
  do: ['d'],
  else: ['e'],
  elseif: [],
  for: ['f'],
  goto: ['g'],
  halt: [],
  hang: ['h'],
  if: ['i'],
  job: ['j'],
  kill: ['k'],
  lock: ['l'],
  merge: ['m'],
  new: ['n'],
  open: ['o'],
  quit: ['q'],
  read: ['r'],
  return: ['ret'],
  set: ['s'],
  tcommit: ['tc'],
  throw: [],
  trollback: ['tro'],
  try: [],
  tstart: ['ts'],
  use: ['u'],
  while: [],
  write: ['w'],
  xecute: ['x'],
  zkill: ['zk'],
  znspace: ['zn'],
  zwrite: ['zw'],
};
const canonical = new Map(
  Object.entries(commands).flatMap(([name, short]) => [name, ...short].map((form) => [form, name])),
);
const unfinished = [Colon, Comma, Dot, DotDot, Equals, LParen, Operator, SqlOpen];
const word = /[A-Za-z]+(?=[\s:{]|$)/y;

/** The long name of a command, in lower case. */
export function toCommand(image: string): string | undefined {
  return canonical.get(image.toLowerCase());
}

/**
 * Whether a statement can start here, after these tokens and this gap: at the start of a line or of a block,
 * or where an expression has ended. A command takes its argument after one space, and has none before two.
 */
export function isStatementStart(last: IToken | undefined, gap: string): boolean {
  if (last === undefined) return true;
  const { tokenType } = last;
  if (tokenType === BlockClose || tokenType === CodeOpen || tokenType === LBraceInCode || tokenType === Directive)
    return true;
  if (tokenType === Dim || unfinished.includes(tokenType)) return false;
  if (gap.includes('\n')) return true;
  if (!tokenMatcher(last, Command)) return gap !== '';
  return gap.length > 1 || ['else', 'try'].includes(toCommand(last.image) ?? '');
}

/** A command, where a statement can start. */
export const Command = createToken({
  name: 'Command',
  pattern: takes((text, offset, before) => {
    const image = takeAt(word, text, offset);
    if (image === undefined || toCommand(image) === undefined) return undefined;
    const last = before.at(-1);
    const gap = last === undefined ? '' : text.slice((last.endOffset ?? -1) + 1, offset);
    return isStatementStart(last, gap) ? image : undefined;
  }),
  line_breaks: false,
});

import type { IToken } from 'chevrotain';
import { CodeName, Colon } from '../lexing/code-tokens.ts';
import { splitAtCommas, splitAtEquals } from './split.ts';
import type { Statement } from './statements.ts';

/** One `target = value` of a `Set`, or a `#dim` that gives a value. */
export interface Assignment {
  target: IToken[];
  value: IToken[];
  /** The target when it is a plain variable. */
  variable?: IToken;
}

/** The assignments of a statement, in their order. */
export function listAssignments({ command, tokens, hasPostcondition }: Statement): Assignment[] {
  if (command !== 'set' && command !== 'dim') return [];
  return splitAtCommas(hasPostcondition ? dropPostcondition(tokens) : tokens).flatMap((item) => {
    const parts = splitAtEquals(item);
    if (parts === undefined) return [];
    const [first, second] = parts.target;
    const isPlain = first?.tokenType === CodeName && (second === undefined || command === 'dim');
    return { ...parts, variable: isPlain ? first : undefined };
  });
}

/** What stands behind the condition of `Set:condition x = 1`: the condition ends at the first blank. */
export function dropPostcondition(tokens: readonly IToken[]): readonly IToken[] {
  if (tokens[0]?.tokenType !== Colon) return tokens;
  const end = tokens.findIndex((token, at) => at > 0 && (tokens[at - 1]?.endOffset ?? 0) + 1 < token.startOffset);
  return end < 0 ? [] : tokens.slice(end);
}

import { tokenMatcher, type IToken } from 'chevrotain';
import { Closing, Opening, Comma, Equals } from '../lexing/shared-tokens.ts';

/** The index of the first token outside of brackets that satisfies, or -1. */
function findOutside(tokens: readonly IToken[], from: number, satisfies: (token: IToken) => boolean): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (tokenMatcher(token, Closing)) depth -= 1;
    if (depth === 0 && satisfies(token)) return at;
    if (tokenMatcher(token, Opening)) depth += 1;
  }
  return -1;
}

/** Cuts a list at the commas outside of brackets; an empty list has no items. */
export function splitAtCommas(tokens: readonly IToken[]): IToken[][] {
  if (tokens.length === 0) return [];
  const items: IToken[][] = [];
  for (let from = 0; ;) {
    const comma = findOutside(tokens, from, ({ tokenType }) => tokenType === Comma);
    items.push(tokens.slice(from, comma < 0 ? undefined : comma));
    if (comma < 0) return items;
    from = comma + 1;
  }
}

/** Cuts `target = value` at its `=`; undefined when there is none. */
export function splitAtEquals(tokens: readonly IToken[]): { target: IToken[]; value: IToken[] } | undefined {
  const at = findOutside(tokens, 0, ({ tokenType }) => tokenType === Equals);
  return at < 0 ? undefined : { target: tokens.slice(0, at), value: tokens.slice(at + 1) };
}

import { tokenMatcher, type IToken } from 'chevrotain';
import { CodeName, Dot, DotDot, DollarName, HashClass } from '../lexing/code-tokens.ts';
import { Closing, LParen, Opening } from '../lexing/shared-tokens.ts';
import { splitAtCommas } from './split.ts';
import { isAdjacent } from './statements.ts';

/** What a method is called on. `other` is a chain or an expression, which is not followed. */
export type Receiver = { kind: 'self' } | { kind: 'variable' | 'class' | 'system'; name: string } | { kind: 'other' };

/** A call `receiver.Name(arguments)`. */
export interface Call {
  token: IToken;
  receiver: Receiver;
  arguments: IToken[][];
  /** The call ends the tokens it was found in, outside of any bracket: its value is their value. */
  isResult: boolean;
}

/** The method calls in a list of tokens whose brackets all end, in the order of their names. */
export function listCalls(tokens: readonly IToken[]): Call[] {
  const partners = pairBrackets(tokens);
  let depth = 0;
  return tokens.flatMap((token, at) => {
    if (tokenMatcher(token, Opening)) depth += 1;
    if (tokenMatcher(token, Closing)) depth -= 1;
    const open = tokens[at + 1];
    const before = tokens[at - 1]?.tokenType;
    const isCall = token.tokenType === CodeName && (before === Dot || before === DotDot) && open?.tokenType === LParen;
    const close = partners.get(at + 1);
    if (!isCall || close === undefined || !isAdjacent(token, open)) return [];
    return {
      token,
      receiver: findReceiver(tokens, at - 1, partners),
      arguments: splitAtCommas(tokens.slice(at + 2, close)),
      isResult: depth === 0 && close === tokens.length - 1,
    };
  });
}

/** For every bracket the index of the one it belongs to. */
function pairBrackets(tokens: readonly IToken[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (tokenMatcher(token, Opening)) open.push(at);
    if (!tokenMatcher(token, Closing)) return;
    const opening = open.pop();
    if (opening !== undefined) partners.set(opening, at).set(at, opening);
  });
  return partners;
}

/** The receiver before the dot at an index. */
function findReceiver(tokens: readonly IToken[], dot: number, partners: Map<number, number>): Receiver {
  if (tokens[dot]?.tokenType === DotDot) return { kind: 'self' };
  const token = tokens[dot - 1];
  if (token?.tokenType === CodeName) {
    const before = tokens[dot - 2]?.tokenType;
    if (before !== Dot && before !== DotDot) return { kind: 'variable', name: token.image };
    const system = tokens[dot - 3];
    const isSystem = system?.tokenType === DollarName && system.image.toLowerCase() === '$system';
    return isSystem ? { kind: 'system', name: token.image } : { kind: 'other' };
  }
  const opening = partners.get(dot - 1);
  if (opening === undefined || tokens[opening - 1]?.tokenType !== HashClass) return { kind: 'other' };
  const name = tokens
    .slice(opening + 1, dot - 1)
    .map(({ image }) => image)
    .join('');
  return { kind: 'class', name };
}

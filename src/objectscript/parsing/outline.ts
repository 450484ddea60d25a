import { tokenMatcher, type IToken } from 'chevrotain';
import { findNearMiss } from '#model/near-miss.ts';
import { BodyOpen, ClassOpen } from '../lexing/brace-tokens.ts';
import { ClassClose, ClassKeyword, Name } from '../lexing/class-tokens.ts';
import { MemberKeyword, memberKinds } from '../lexing/member-keyword.ts';
import { BlockClose, Closing, Opening } from '../lexing/shared-tokens.ts';

/** The tokens of a class file, cut where the head ends, where members start, and at every `}` of class level. */
export interface Outline {
  head: IToken[];
  members: IToken[][];
  /** The `}` tokens of class level, each with the number of members before it. Exactly one, after the last, is right. */
  closers: { token: IToken; before: number }[];
  /** Where another class starts; nothing from there on is cut. */
  second?: IToken;
}

/** Cuts the tokens of a file. Every token of the first class stands in exactly one part. */
export function cutOutline(tokens: readonly IToken[]): Outline {
  const outline: Outline = { head: [], members: [], closers: [] };
  let part = outline.head;
  let last: IToken | undefined;
  let hasClass = false;
  for (const token of tokens) {
    if (token.tokenType === ClassKeyword) {
      if (hasClass) return { ...outline, second: token };
      hasClass = true;
    }
    if (startsMember(token, last, part === outline.head)) {
      part = [];
      outline.members.push(part);
    }
    if (token.tokenType === ClassClose) outline.closers.push({ token, before: outline.members.length });
    else part.push(token);
    last = token;
  }
  return outline;
}

/** A member starts with its keyword, or in column 1 with a word like one, or with any where a member must start. */
function startsMember(token: IToken, last: IToken | undefined, inHead: boolean): boolean {
  if (tokenMatcher(token, MemberKeyword)) return true;
  if (inHead && last?.tokenType !== ClassOpen) return false;
  const isBoundary = last?.tokenType === ClassOpen || last?.tokenType === BlockClose || last?.image === ';';
  if (!tokenMatcher(token, Name) || token.startColumn !== 1) return false;
  return isBoundary || findNearMiss(token.image, memberKinds) !== undefined;
}

/** A member's tokens without what stands inside braces, and the body apart. */
export interface Cut {
  head: IToken[];
  open?: IToken;
  close?: IToken;
  body: IToken[];
}

/** Takes the insides of all braces out of a member, so that only its head is left to parse. */
export function cutBody(tokens: readonly IToken[]): Cut {
  const cut: Cut = { head: [], body: [] };
  let depth = 0;
  let inBody = false;
  for (const token of tokens) {
    const isBrace =
      token.image === '{' ? tokenMatcher(token, Opening) : token.image === '}' && tokenMatcher(token, Closing);
    if (isBrace && token.image === '}') depth -= 1;
    if (depth <= 0) {
      cut.head.push(token);
      if (inBody && isBrace) cut.close ??= token;
      inBody = false;
    } else if (inBody) cut.body.push(token);
    if (isBrace && token.image === '{') {
      if (depth === 0 && cut.open === undefined && tokenMatcher(token, BodyOpen)) [inBody, cut.open] = [true, token];
      depth += 1;
    }
  }
  return cut;
}

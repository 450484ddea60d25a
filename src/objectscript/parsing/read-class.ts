import { EOF, createTokenInstance, type IRecognitionException, type IToken } from 'chevrotain';
import { renderNearMiss } from '#model/near-miss.ts';
import { UnderscoredName } from '../lexing/class-tokens.ts';
import { readTokens } from '../lexing/lexer.ts';
import { MemberKeyword, memberKinds } from '../lexing/member-keyword.ts';
import { BlockClose } from '../lexing/shared-tokens.ts';
import { endOf, quote, startOf, type Problem } from '../problem.ts';
import { findImbalance } from './balance.ts';
import { ClassParser } from './class-parser.ts';
import type { ClassFile, ClassHead, Member } from './model.ts';
import { cutBody, cutOutline } from './outline.ts';
import { checkClosers } from './closers.ts';

const parser = new ClassParser();

/** Reads a class file: what could be read, and at most one problem for the head, for each member and for the end. */
export function readClass(text: string): { file: ClassFile; problems: Problem[] } {
  const outline = cutOutline(readTokens(text));
  const problems: Problem[] = [];
  const file: ClassFile = { text, head: readHead(outline.head, problems), members: [] };
  const broken = outline.members.map((tokens, index) => {
    const before = problems.length;
    const next = outline.members[index + 1]?.[0];
    const member = readMember(tokens, next, problems);
    if (member !== undefined) file.members.push(member);
    return problems.length > before;
  });
  checkClosers(outline, broken, file.head !== undefined, text, problems);
  return { file, problems };
}

function readHead(tokens: IToken[], problems: Problem[]): ClassHead | undefined {
  const problem = findImbalance(tokens, 'the first member');
  parser.input = tokens;
  const head = problem === undefined ? parser.classHead() : undefined;
  const found = problem ?? renderError(parser.errors[0], tokens);
  if (found !== undefined) problems.push(found);
  return found === undefined ? head : undefined;
}

function readMember(tokens: IToken[], next: IToken | undefined, problems: Problem[]): Member | undefined {
  const [first] = tokens;
  if (first?.tokenType.CATEGORIES?.includes(MemberKeyword) !== true && first?.tokenType !== MemberKeyword) {
    problems.push(renderNoMember(first));
    return undefined;
  }
  const before = next === undefined ? 'the end of the class' : `line ${next.startLine ?? 1}`;
  const problem = findImbalance(tokens, before);
  const { head, open, close, body } = cutBody(tokens);
  // A body that never closes is said once; its head can be read all the same.
  if (problem !== undefined && open !== undefined && close === undefined) head.push(closerAfter(open));
  if (problem !== undefined && findImbalance(head, before) !== undefined) {
    problems.push(problem);
    return undefined;
  }
  parser.input = head;
  const parsed = parser.member();
  const found = problem ?? renderError(parser.errors[0], head, first);
  if (found !== undefined) problems.push(found);
  const isRead = parser.errors.length === 0;
  return isRead ? { ...parsed, open, close, body, whole: problem === undefined } : undefined;
}

function closerAfter(open: IToken): IToken {
  const { endOffset = 0, startLine = 1, startColumn = 1 } = open;
  return createTokenInstance(BlockClose, '}', endOffset, endOffset, startLine, startLine, startColumn, startColumn);
}

function renderNoMember(token: IToken | undefined): Problem {
  const word = token?.image ?? '';
  return {
    ...(token === undefined ? { line: 1, column: 1 } : startOf(token)),
    reason: `Unexpected ${quote(word)}, expected a class member`,
    hint: renderNearMiss(word, memberKinds, `a member starts with \`Method\`, \`Property\`, \`XData\` or the like`),
  };
}

/** An error of the parser as a problem; the end of a member is just after its last token. */
function renderError(error: IRecognitionException | undefined, tokens: IToken[], first?: IToken): Problem | undefined {
  if (error === undefined) return undefined;
  const last = tokens.at(-1);
  const isEnd = error.token.tokenType === EOF;
  const place = isEnd ? (last === undefined ? { line: 1, column: 1 } : endOf(last)) : startOf(error.token);
  const name = first === undefined ? 'the head of the class' : quote(`${first.image} ${tokens[1]?.image ?? ''}`);
  const reason = isEnd ? error.message.replace('Unexpected end', `Unexpected end of ${name}`) : error.message;
  const isUnderscored = error.token.tokenType === UnderscoredName;
  return { ...place, reason, ...(isUnderscored && { hint: underscores }) };
}

const underscores = 'names of ObjectScript have no underscore; put the name of a member in quotes to keep it';

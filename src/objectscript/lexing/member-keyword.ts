import { createToken, type IToken } from 'chevrotain';
import { isColumnOne, isLineStart, takeAt, takes } from './matching.ts';
import { BlockClose } from './shared-tokens.ts';

export const memberKinds = [
  'ClassMethod',
  'ClientMethod',
  'ForeignKey',
  'Index',
  'Method',
  'Parameter',
  'Projection',
  'Property',
  'Query',
  'Relationship',
  'Storage',
  'Trigger',
  'XData',
] as const;

export type MemberKind = (typeof memberKinds)[number];

const word = new RegExp(`(?:${memberKinds.join('|')})(?![\\w.%])`, 'iy');
// Inside a body the line must look like the head of a member, since any word may start a line of text.
const head =
  /(?:(?:(?:Class|Client)?Method|Query|ForeignKey)[ \t]+[%\w"]+[ \t]*\(|(?:Property|Relationship|Parameter|Projection)[ \t]+[%\w"]+(?:[ \t]+As\b|[ \t]*[;[=])|Index[ \t]+[%\w"]+[ \t]+On\b|(?:XData|Storage|Trigger)[ \t]+[%\w"]+[ \t]*(?:\[|\{|\r?\n))/iy;

/** Whether a member must have ended before this place: after the `{` of the class, a `;` or the `}` of a body. */
function isBetweenMembers(before: IToken[]): boolean {
  const last = before.at(-1);
  return (
    last !== undefined && (last.tokenType === BlockClose || last.image === ';' || last.tokenType.name === 'ClassOpen')
  );
}

/** The word that starts a member, at class level. */
export const MemberKeyword = createToken({
  name: 'MemberKeyword',
  label: 'a class member',
  pattern: takes((text, offset, before) =>
    isColumnOne(text, offset) || (isBetweenMembers(before) && isLineStart(text, offset))
      ? takeAt(word, text, offset)
      : undefined,
  ),
  line_breaks: false,
});

/** The word that starts a member while a body above is still open: the lexer goes back to class level. */
export const StrayMemberKeyword = createToken({
  name: 'StrayMemberKeyword',
  categories: MemberKeyword,
  label: 'a class member',
  pattern: takes((text, offset) => (startsMember(text, offset) ? takeAt(word, text, offset) : undefined)),
  push_mode: 'members',
  line_breaks: false,
});

/** Whether the head of a member stands at the offset, in column 1. */
export function startsMember(text: string, offset: number): boolean {
  return isColumnOne(text, offset) && takeAt(head, text, offset) !== undefined;
}

/** The kind a keyword stands for, however it is written. */
export function toMemberKind(image: string): MemberKind | undefined {
  return memberKinds.find((kind) => kind.toLowerCase() === image.toLowerCase());
}

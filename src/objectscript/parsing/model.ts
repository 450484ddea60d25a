import type { IToken } from 'chevrotain';
import type { MemberKind } from '../lexing/member-keyword.ts';

/** One `Name = value` of a `[ … ]` list. */
export interface Keyword {
  token: IToken;
  /** The value as written, without blanks; a string without its quotes. */
  value?: string;
}

export interface Argument {
  token: IToken;
  mode: 'ByRef' | 'Output' | 'value';
  type?: string;
}

/** What the head of a class says. */
export interface ClassHead {
  token: IToken;
  name: string;
  superclasses: string[];
  keywords: Keyword[];
}

/** What the head of a member says. */
export interface MemberHead {
  kind: MemberKind;
  token: IToken;
  name: string;
  /** Undefined where the kind has no list of arguments. */
  arguments?: Argument[];
  type?: string;
  keywords: Keyword[];
}

/** A member with the tokens between the braces of its body. */
export interface Member extends MemberHead {
  /** The `{` of the body; undefined for a member that ends in `;`. */
  open?: IToken;
  close?: IToken;
  body: IToken[];
  /** Whether brackets, strings and comments of the body all end. */
  whole: boolean;
}

/** A class file, as far as it could be read. */
export interface ClassFile {
  text: string;
  head?: ClassHead;
  members: Member[];
}

/** Whether a list of superclasses names one of these. */
export function extendsAny(head: ClassHead | undefined, ...names: string[]): boolean {
  return head?.superclasses.some((superclass) => names.includes(superclass)) ?? false;
}

/** The value of a keyword in lower case: an empty text when it stands alone, undefined when it is absent. */
export function findKeyword(keywords: readonly Keyword[], name: string): string | undefined {
  const found = keywords.find(({ token }) => token.image.toLowerCase() === name.toLowerCase());
  return found && (found.value ?? '').toLowerCase();
}

/** Whether a member is a method of the class or of its instances. */
export function isMethod({ kind }: MemberHead): boolean {
  return kind === 'Method' || kind === 'ClassMethod';
}

/** Whether the body of a member is ObjectScript statements. */
export function isStatements(member: Member): boolean {
  return member.open?.tokenType.name === 'CodeOpen' && findKeyword(member.keywords, 'codemode') !== 'expression';
}

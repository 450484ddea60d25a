import { Lexer, createToken } from 'chevrotain';
import { takes } from '../lexing/matching.ts';
import { startOf } from '../problem.ts';

const Doctype = createToken({ name: 'Doctype', pattern: /<!DOCTYPE/i });
const Skipped = createToken({ name: 'Skipped', pattern: /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/, line_breaks: true });
/** The first element, or whatever else is no prolog: nothing after it can be a document type. */
const Rest = createToken({ name: 'Rest', pattern: takes((text, offset) => text.slice(offset)), line_breaks: true });
const lexer = new Lexer([Doctype, Skipped, Rest]);

/** Where the document type of an XML text starts, if it has one. */
export function findDoctype(text: string): { line: number; column: number } | undefined {
  const token = lexer.tokenize(text).tokens.find(({ tokenType }) => tokenType === Doctype);
  return token && startOf(token);
}

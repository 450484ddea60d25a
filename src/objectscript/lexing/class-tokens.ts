import { Lexer, createToken } from 'chevrotain';
import { isColumnOne, takeAt, takes } from './matching.ts';
import { Closing, Opening } from './shared-tokens.ts';

/* Tokens of class level: heads of the class and of its members. */

/** The name of a class, member, type or keyword. Names of ObjectScript have no underscores. */
export const Name = createToken({
  name: 'Name',
  pattern:
    /[%A-Za-z\u00AA-\uFEFE][A-Za-z0-9\u00AA-\uFEFE]*(?:\.[%A-Za-z\u00AA-\uFEFE][A-Za-z0-9\u00AA-\uFEFE]*)*(?!\w)/,
  label: 'a name',
});

/** A name as other languages write it, which ObjectScript would read as a concatenation. */
export const UnderscoredName = createToken({ name: 'UnderscoredName', pattern: /[%A-Za-z_]\w*/ });

export const LineComment = createToken({
  name: 'LineComment',
  pattern: /(?:\/\/|##?;)[^\r\n]*/,
  group: Lexer.SKIPPED,
});

const classWord = /Class(?![\w.%])/iy;

export const ClassKeyword = createToken({
  name: 'ClassKeyword',
  label: '`Class`',
  pattern: takes((text, offset) => (isColumnOne(text, offset) ? takeAt(classWord, text, offset) : undefined)),
  line_breaks: false,
});

/** A word with a meaning in some places, and a plain name in others. */
function createWord(word: string) {
  return createToken({
    name: `${word}Word`,
    pattern: new RegExp(word, 'i'),
    longer_alt: [Name, UnderscoredName],
    categories: Name,
    label: `\`${word}\``,
  });
}

export const As = createWord('As');
export const ByRef = createWord('ByRef');
export const Extends = createWord('Extends');
export const Import = createWord('Import');
export const Include = createWord('Include');
export const IncludeGenerator = createWord('IncludeGenerator');
export const Not = createWord('Not');
export const Of = createWord('Of');
export const On = createWord('On');
export const Output = createWord('Output');
export const References = createWord('References');
export const words = [As, ByRef, Extends, Import, IncludeGenerator, Include, Not, Of, On, Output, References];

export const Semicolon = createToken({ name: 'Semicolon', pattern: /;/, label: '`;`' });
export const LBracket = createToken({ name: 'LBracket', pattern: /\[/, categories: Opening, label: '`[`' });
export const RBracket = createToken({ name: 'RBracket', pattern: /\]/, categories: Closing, label: '`]`' });
/** Any other character, as the values of keywords may hold: `application/json`, `-1`. */
export const Mark = createToken({ name: 'Mark', pattern: /[^\s{}]/ });
/** A `}` at class level: the end of the class. */
export const ClassClose = createToken({ name: 'ClassClose', pattern: /\}/, label: '`}`' });

import { Lexer, createToken } from 'chevrotain';
import { takes } from './matching.ts';
import { startsMember } from './member-keyword.ts';
import { Closing, Opening, Unterminated } from './shared-tokens.ts';

/* Tokens of the other languages in a class file: only what can hide or hold a brace is told apart. */

/** The end of a triple-quoted string, or -1 when a member starts or the file ends before it. */
function findTripleEnd(text: string, offset: number): number {
  const quotes = text.slice(offset, offset + 3);
  for (let at = offset + 3; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '\n' && startsMember(text, at + 1)) return -1;
    else if (text.startsWith(quotes, at)) return at + 3;
  }
  return -1;
}

export const TripleString = createToken({
  name: 'TripleString',
  pattern: takes((text, offset) => {
    if (!text.startsWith('"""', offset) && !text.startsWith("'''", offset)) return undefined;
    const end = findTripleEnd(text, offset);
    return end < 0 ? undefined : text.slice(offset, end);
  }),
  line_breaks: true,
});
export const UnterminatedTriple = createToken({
  name: 'UnterminatedTriple',
  pattern: /(?:"""|''')[^\r\n]*/,
  categories: Unterminated,
});
export const PythonString = createToken({
  name: 'PythonString',
  pattern: /"(?:[^"\\\r\n]|\\(?:\r\n|[\s\S]))*"|'(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*'/,
  line_breaks: true,
});
export const UnterminatedPython = createToken({
  name: 'UnterminatedPython',
  pattern: /["'][^\r\n]*/,
  categories: Unterminated,
});
export const PythonComment = createToken({ name: 'PythonComment', pattern: /#[^\r\n]*/, group: Lexer.SKIPPED });
export const PythonText = createToken({ name: 'PythonText', pattern: /[^\s"'#(){}[\]]+/ });

/** A tag, comment, instruction or CDATA section of XML; braces inside do not count. */
export const Markup = createToken({
  name: 'Markup',
  pattern: /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[/?A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>/,
  line_breaks: true,
});
/** A CDATA section or comment of XML that takes in the rest of the file. */
export const UnterminatedMarkup = createToken({
  name: 'UnterminatedMarkup',
  pattern: /(?:<!\[CDATA\[|<!--)[\s\S]*/,
  categories: Unterminated,
  line_breaks: true,
});
export const MarkupText = createToken({ name: 'MarkupText', pattern: /[^\s<{}][^<{}\n]*|</ });

export const JsonString = createToken({ name: 'JsonString', pattern: /"(?:[^"\\\r\n]|\\.)*"/ });
export const JsonText = createToken({ name: 'JsonText', pattern: /[^\s"{}[\]]+/ });
export const PlainText = createToken({ name: 'PlainText', pattern: /[^\s{}][^{}\n]*/ });

export const LSquare = createToken({ name: 'LSquare', pattern: /\[/, categories: Opening });
export const RSquare = createToken({ name: 'RSquare', pattern: /\]/, categories: Closing });

/** A brace inside a body, which keeps the mode of that body. */
function createInner(mode: string) {
  return createToken({ name: `LBraceIn_${mode}`, pattern: /\{/, categories: Opening, push_mode: mode });
}
export const LBraceInPython = createInner('python');
export const LBraceInMarkup = createInner('markup');
export const LBraceInJson = createInner('json');
export const LBraceInText = createInner('text');
export const LBraceInQuery = createInner('query');

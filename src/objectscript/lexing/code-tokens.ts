import { Lexer, createToken } from 'chevrotain';
import { isLineStart, takeAt, takes } from './matching.ts';
import { Closing, Opening, Unterminated } from './shared-tokens.ts';

/* Tokens of ObjectScript statements. */

export const CodeComment = createToken({
  name: 'CodeComment',
  pattern: /(?:\/\/|##;|#;|;)[^\r\n]*/,
  group: Lexer.SKIPPED,
});

const directive = /#(?!dim\b)[A-Za-z][^\r\n]*/iy;

/** A line for the preprocessor, such as `#include` or `#define`: taken whole, not looked into. */
export const Directive = createToken({
  name: 'Directive',
  pattern: takes((text, offset) =>
    text[offset] === '#' && isLineStart(text, offset) ? takeAt(directive, text, offset) : undefined,
  ),
  line_breaks: false,
});

/** `#dim`, which declares a variable. */
export const Dim = createToken({ name: 'Dim', pattern: /#dim\b/i });
/** `&sql(`: SQL follows until its `)`. */
export const SqlOpen = createToken({ name: 'SqlOpen', pattern: /&sql\(/i, categories: Opening, push_mode: 'sql' });
/** Embedded HTML or JavaScript, which this lexer cannot read. */
export const EmbeddedMarkup = createToken({
  name: 'EmbeddedMarkup',
  pattern: /&(?:html|javascript|js)<[^\r\n]*/i,
  categories: Unterminated,
});
export const HashClass = createToken({ name: 'HashClass', pattern: /##(?:class|super)\b/i });
/** `$$$Name`. */
export const Macro = createToken({ name: 'Macro', pattern: /\$\$\$[%A-Za-z0-9]+/ });
/** `$name` of the language, or `$$label` of a routine. */
export const DollarName = createToken({ name: 'DollarName', pattern: /\$\$?[%A-Za-z][A-Za-z0-9]*/ });
export const CodeName = createToken({
  name: 'CodeName',
  pattern: /[%A-Za-z\u00AA-\uFEFE][A-Za-z0-9\u00AA-\uFEFE]*/,
});
export const DotDot = createToken({ name: 'DotDot', pattern: /\.\./ });
export const Dot = createToken({ name: 'Dot', pattern: /\./ });
export const Colon = createToken({ name: 'Colon', pattern: /:/ });
export const LBraceInCode = createToken({
  name: 'LBraceInCode',
  pattern: /\{/,
  categories: Opening,
  push_mode: 'code',
});
/** An operator that wants something after it. */
export const Operator = createToken({ name: 'Operator', pattern: /&&|\|\||[-+*/\\_&|<>'?@#[^]/ });
/** Any other character, such as `!`, or `]`, which closes an array and is an operator too. */
export const CodeMark = createToken({ name: 'CodeMark', pattern: /[^\s]/ });

/* Tokens of SQL: parentheses, two kinds of quotes, comments. */

export const SqlText = createToken({ name: 'SqlText', pattern: /[^\s()'"{}/-]+|[-/{}]/ });
export const SqlComment = createToken({ name: 'SqlComment', pattern: /--[^\r\n]*/, group: Lexer.SKIPPED });
export const SqlString = createToken({ name: 'SqlString', pattern: /'[^'\r\n]*(?:''[^'\r\n]*)*'(?!')/ });
export const SqlNested = createToken({ name: 'SqlNested', pattern: /\(/, categories: Opening, push_mode: 'sql' });
export const SqlClose = createToken({ name: 'SqlClose', pattern: /\)/, categories: Closing, pop_mode: true });

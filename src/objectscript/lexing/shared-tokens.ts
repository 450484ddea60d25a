import { Lexer, createToken } from 'chevrotain';

/*
 * Tokens that more than one mode of the lexer knows.
 * No pattern may look further than it takes, so that a megabyte of hostile text is read once.
 */

/** A bracket that something must close. */
export const Opening = createToken({ name: 'Opening', pattern: Lexer.NA });
/** A bracket that closes the last one opened. */
export const Closing = createToken({ name: 'Closing', pattern: Lexer.NA });
/** Text that starts a string or a comment which never ends. */
export const Unterminated = createToken({ name: 'Unterminated', pattern: Lexer.NA });

export const Blank = createToken({ name: 'Blank', pattern: /[\s\uFEFF]+/, group: Lexer.SKIPPED, line_breaks: true });

export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: /\/\*[\s\S]*?\*\//,
  group: Lexer.SKIPPED,
  line_breaks: true,
});

/** `/*` that comments out the rest of the file. */
export const UnterminatedComment = createToken({
  name: 'UnterminatedComment',
  pattern: /\/\*[\s\S]*/,
  categories: Unterminated,
  line_breaks: true,
});

/** A string of ObjectScript, which ends in its line; `""` inside is a quote. */
export const StringLiteral = createToken({
  name: 'StringLiteral',
  pattern: /"[^"\r\n]*(?:""[^"\r\n]*)*"(?!")/,
  label: 'a string',
});

export const UnterminatedString = createToken({
  name: 'UnterminatedString',
  pattern: /"[^\r\n]*/,
  categories: Unterminated,
  label: 'a string without its end',
});

export const LParen = createToken({ name: 'LParen', pattern: /\(/, categories: Opening, label: '`(`' });
export const RParen = createToken({ name: 'RParen', pattern: /\)/, categories: Closing, label: '`)`' });
export const Comma = createToken({ name: 'Comma', pattern: /,/, label: '`,`' });
export const Equals = createToken({ name: 'Equals', pattern: /=/, label: '`=`' });
export const Ellipsis = createToken({ name: 'Ellipsis', pattern: /\.\.\./, label: '`...`' });
export const NumberLiteral = createToken({
  name: 'NumberLiteral',
  pattern: /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/,
  label: 'a number',
});

/** The `}` that closes a body or a brace inside one. */
export const BlockClose = createToken({
  name: 'BlockClose',
  pattern: /\}/,
  categories: Closing,
  pop_mode: true,
  label: '`}`',
});

import { Lexer, type IToken } from 'chevrotain';
import { BodyOpen, bodyBraces } from './brace-tokens.ts';
import * as cls from './class-tokens.ts';
import * as code from './code-tokens.ts';
import { Command } from './command.ts';
import * as foreign from './foreign-tokens.ts';
import { MemberKeyword, StrayMemberKeyword } from './member-keyword.ts';
import * as shared from './shared-tokens.ts';

const strings = [shared.StringLiteral, shared.UnterminatedString];
const comments = [shared.BlockComment, shared.UnterminatedComment];
const parentheses = [shared.LParen, shared.RParen];
const squares = [foreign.LSquare, foreign.RSquare];
const start = [shared.Blank, StrayMemberKeyword];
const sqlWords = [code.SqlComment, code.SqlString, shared.StringLiteral, foreign.UnterminatedPython];

/** One mode a language. `members` is class level; the others are entered by a `{` or `&sql(` and left by what closes it. */
const modes = {
  members: [
    shared.Blank,
    ...comments,
    cls.LineComment,
    cls.ClassKeyword,
    MemberKeyword,
    ...strings,
    ...cls.words,
    cls.Name,
    cls.UnderscoredName,
    shared.NumberLiteral,
    shared.Ellipsis,
    ...parentheses,
    cls.LBracket,
    cls.RBracket,
    shared.Comma,
    shared.Equals,
    cls.Semicolon,
    ...bodyBraces,
    cls.ClassClose,
    cls.Mark,
  ],
  code: [
    ...start,
    ...comments,
    code.CodeComment,
    ...strings,
    code.Directive,
    code.Dim,
    code.SqlOpen,
    code.EmbeddedMarkup,
    code.HashClass,
    code.Macro,
    code.DollarName,
    Command,
    code.CodeName,
    shared.NumberLiteral,
    shared.Ellipsis,
    code.DotDot,
    code.Dot,
    ...parentheses,
    shared.Comma,
    shared.Equals,
    code.Colon,
    code.LBraceInCode,
    shared.BlockClose,
    code.Operator,
    code.CodeMark,
  ],
  sql: [...start, ...comments, ...sqlWords, code.SqlNested, code.SqlClose, code.SqlText],
  query: [...start, ...comments, ...sqlWords, ...parentheses, foreign.LBraceInQuery, shared.BlockClose, code.SqlText],
  python: [
    ...start,
    foreign.PythonComment,
    foreign.TripleString,
    foreign.UnterminatedTriple,
    foreign.PythonString,
    foreign.UnterminatedPython,
    ...parentheses,
    ...squares,
    foreign.LBraceInPython,
    shared.BlockClose,
    foreign.PythonText,
  ],
  markup: [
    ...start,
    foreign.Markup,
    foreign.UnterminatedMarkup,
    foreign.LBraceInMarkup,
    shared.BlockClose,
    foreign.MarkupText,
  ],
  json: [
    ...start,
    foreign.JsonString,
    shared.UnterminatedString,
    ...squares,
    foreign.LBraceInJson,
    shared.BlockClose,
    foreign.JsonText,
  ],
  text: [...start, foreign.LBraceInText, shared.BlockClose, foreign.PlainText],
};

const lexer = new Lexer({ modes, defaultMode: 'members' }, { ensureOptimizations: false });

/** Every token the lexer knows, for the parser of class level. */
export const vocabulary = [
  ...new Set([...Object.values(modes).flat(), BodyOpen, shared.Opening, shared.Closing, shared.Unterminated]),
];

/** The tokens of a class file, without blanks and comments. Every text can be read; what is wrong shows in the tokens. */
export function readTokens(text: string): IToken[] {
  return readMode(text, 'members');
}

/** The tokens of ObjectScript that stands alone, such as an expression of BPL. */
export function readStatements(text: string): IToken[] {
  return readMode(text, 'code');
}

function readMode(text: string, mode: keyof typeof modes): IToken[] {
  const { tokens, errors } = lexer.tokenize(text, mode);
  const error = errors.find(({ message }) => message.startsWith('unexpected character'));
  if (error !== undefined) throw new Error(`The lexer has no token for offset ${error.offset}: ${error.message}`);
  return tokens;
}

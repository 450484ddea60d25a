import { Lexer, createToken } from 'chevrotain';
import { findBodyLanguage, type BodyLanguage } from './body-language.ts';
import { takes } from './matching.ts';
import { Opening } from './shared-tokens.ts';

/* The `{` of class level, one token a language: each sends the lexer to the mode that reads that language. */

/** The `{` of a body. */
export const BodyOpen = createToken({ name: 'BodyOpen', pattern: Lexer.NA, label: '`{`' });

function createBrace(name: string, language: BodyLanguage, mode?: string) {
  return createToken({
    name,
    label: '`{`',
    pattern: takes((text, offset, before) =>
      text[offset] === '{' && findBodyLanguage(before) === language ? '{' : undefined,
    ),
    line_breaks: false,
    categories: mode === undefined ? [] : language === 'expression' ? [Opening] : [Opening, BodyOpen],
    ...(mode !== undefined && { push_mode: mode }),
  });
}

export const ClassOpen = createBrace('ClassOpen', 'class');
export const ExpressionOpen = createBrace('ExpressionOpen', 'expression', 'code');
export const CodeOpen = createBrace('CodeOpen', 'code', 'code');
export const PythonOpen = createBrace('PythonOpen', 'python', 'python');
export const MarkupOpen = createBrace('MarkupOpen', 'markup', 'markup');
export const JsonOpen = createBrace('JsonOpen', 'json', 'json');
export const TextOpen = createBrace('TextOpen', 'text', 'text');
export const QueryOpen = createBrace('QueryOpen', 'sql', 'query');
export const bodyBraces = [ClassOpen, ExpressionOpen, CodeOpen, PythonOpen, MarkupOpen, JsonOpen, TextOpen, QueryOpen];

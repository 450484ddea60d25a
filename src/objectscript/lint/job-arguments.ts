import { tokenMatcher } from 'chevrotain';
import { Dot } from '../lexing/code-tokens.ts';
import { Comma, LParen } from '../lexing/shared-tokens.ts';
import { startOf } from '../problem.ts';
import type { CodeLint } from './lint.ts';

/** `Job` gives its arguments by value only (apis.md A9). */
export const jobArguments: CodeLint = ({ statements }) =>
  statements
    .filter(({ command }) => command === 'job')
    .flatMap(({ tokens }) =>
      tokens.flatMap((token, at) => {
        const before = tokens[at - 1];
        const isReference = before !== undefined && (tokenMatcher(before, LParen) || tokenMatcher(before, Comma));
        if (token.tokenType !== Dot || !isReference) return [];
        return {
          ...startOf(token),
          reason: 'Unexpected argument by reference of `Job`, expected one by value',
          hint: 'a job has its own memory: give it an id, and keep the data in a global or a table',
        };
      }),
    );

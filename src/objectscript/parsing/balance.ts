import { tokenMatcher, type IToken } from 'chevrotain';
import { EmbeddedMarkup } from '../lexing/code-tokens.ts';
import { UnterminatedTriple } from '../lexing/foreign-tokens.ts';
import { Closing, Opening, Unterminated } from '../lexing/shared-tokens.ts';
import { quote, startOf, type Problem } from '../problem.ts';

/** Brackets deeper than this are refused, so that nothing behind has to follow them. */
export const deepest = 200;

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/**
 * The first thing that keeps brackets, strings and comments of these tokens from ending where they should;
 * undefined when all end. `before` says what stands behind the last token, for the message.
 */
export function findImbalance(tokens: readonly IToken[], before: string): Problem | undefined {
  const open: IToken[] = [];
  for (const token of tokens) {
    if (tokenMatcher(token, Unterminated)) return renderUnterminated(token);
    if (tokenMatcher(token, Opening)) {
      open.push(token);
      if (open.length > deepest) return renderTooDeep(token);
    } else if (tokenMatcher(token, Closing)) {
      const problem = findMismatch(open.pop(), token);
      if (problem !== undefined) return problem;
    }
  }
  const last = open.at(-1);
  return last && renderUnclosed(last, before);
}

function findMismatch(opening: IToken | undefined, closing: IToken): Problem | undefined {
  const { image } = closing;
  if (opening === undefined) {
    const reason = `Unexpected \`${image}\`, expected a bracket that it closes`;
    return { ...startOf(closing), reason, hint: 'one bracket too many here, or one missing above' };
  }
  const wanted = closerOf(opening);
  if (image === wanted) return undefined;
  if (image === '}') return renderUnclosed(opening, `the \`}\` of line ${closing.startLine ?? 1}`);
  const reason = `Unexpected \`${image}\`, expected \`${wanted}\` for the \`${opening.image}\` of line ${opening.startLine ?? 1}`;
  return { ...startOf(closing), reason };
}

function closerOf({ image }: IToken): string {
  return closers[image.at(-1) ?? ''] ?? '';
}

function renderUnclosed(opening: IToken, before: string): Problem {
  return {
    ...startOf(opening),
    reason: `Unexpected \`${opening.image}\` without its end, expected \`${closerOf(opening)}\` before ${before}`,
  };
}

function renderTooDeep(opening: IToken): Problem {
  return {
    ...startOf(opening),
    reason: `Unexpected \`${opening.image}\` at depth ${deepest + 1}, expected at most ${deepest} brackets inside each other`,
  };
}

/** What starts a text that nothing but its end can close, with that end and with how far it may be. */
const extents: readonly (readonly [start: string, end: string, extent: string])[] = [
  ['/*', '*/', 'the end of the file'],
  ['<!--', '-->', 'the end of the file'],
  ['<![CDATA[', ']]>', 'the end of the file'],
  ['"""', '"""', 'the end of the method'],
  ["'''", "'''", 'the end of the method'],
  ['"', '"', 'the end of the line'],
  ["'", "'", 'the end of the line'],
];

function renderUnterminated(token: IToken): Problem {
  if (token.tokenType === EmbeddedMarkup) {
    const reason = `Unexpected ${quote(token.image)}, expected ObjectScript or \`&sql(\``;
    return { ...startOf(token), reason, hint: 'embedded HTML and JavaScript are not read here' };
  }
  const isLong = token.tokenType === UnterminatedTriple || !/^["']/.test(token.image);
  const [mark, end, extent] = extents.find(
    ([start]) => token.image.startsWith(start) && (isLong || start.length === 1),
  ) ?? ['', '', ''];
  return { ...startOf(token), reason: `Unexpected \`${mark}\` without its end, expected \`${end}\` before ${extent}` };
}

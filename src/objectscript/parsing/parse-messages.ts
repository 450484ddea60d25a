import { EOF, tokenLabel, type IParserErrorMessageProvider, type IToken, type TokenType } from 'chevrotain';
import { renderAlternatives } from '#report/phrase.ts';
import { quote } from '../problem.ts';

/** What was met: the token as written, or the end of the text. */
function renderMet(token: IToken | undefined): string {
  return token === undefined || token.tokenType === EOF ? 'end' : quote(token.image);
}

function renderFirsts(paths: TokenType[][]): string {
  const firsts = paths.flatMap(([first]) => (first === undefined ? [] : [tokenLabel(first)]));
  return renderAlternatives([...new Set(firsts)]);
}

/** Messages of the parser in the words of the project: `Unexpected X, expected Y`. */
export const parseMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, actual }) =>
    `Unexpected ${renderMet(actual)}, expected ${tokenLabel(expected)}`,
  buildNotAllInputParsedMessage: ({ firstRedundant }) =>
    `Unexpected ${renderMet(firstRedundant)}, expected the next member or the end of the class`,
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) =>
    `Unexpected ${renderMet(actual[0])}, expected ${renderFirsts(expectedPathsPerAlt.flat())}`,
  buildEarlyExitMessage: ({ expectedIterationPaths, actual }) =>
    `Unexpected ${renderMet(actual[0])}, expected ${renderFirsts(expectedIterationPaths)}`,
};

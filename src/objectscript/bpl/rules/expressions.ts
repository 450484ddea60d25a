import { readStatements } from '../../lexing/lexer.ts';
import { findImbalance } from '../../parsing/balance.ts';
import { listParents, type Element } from '../element.ts';
import type { BplRule } from './rule.ts';

const attributes = ['condition', 'for', 'initialexpression', 'timeout', 'until', 'value'];
const withoutExpressions = ['parameter'];

/** Strings and brackets end in every expression and in all code, where the language is ObjectScript. */
export const expressions: BplRule = (elements) =>
  elements.filter(isObjectScript).flatMap((element) => {
    const { name, line, text } = element;
    const values = attributes.flatMap((attribute) => element.attributes.get(attribute) ?? []);
    return [...(withoutExpressions.includes(name) ? [] : values), ...(name === 'code' ? [text] : [])].flatMap(
      (value) => {
        const problem = findImbalance(readStatements(value), `the end of the value`);
        if (problem === undefined) return [];
        return {
          line,
          column: 1,
          reason: `${problem.reason.split(' of line ')[0] ?? ''}, in \`<${name}>\``,
          hint: problem.hint,
        };
      },
    );
  });

/** The language of an element is its own, or that of the process. */
function isObjectScript(element: Element): boolean {
  const process = [element, ...listParents(element)].at(-1);
  const language = element.attributes.get('languageOverride') ?? process?.attributes.get('language');
  return language !== 'python';
}

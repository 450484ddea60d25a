import { dropPostcondition } from '../code/assignments.ts';
import { listBlocks } from '../code/statements.ts';
import { startOf } from '../problem.ts';
import type { CodeLint } from './lint.ts';

const withoutValue = ['catch', 'do', 'for', 'try', 'while'];

/** `Quit` with a value is refused by the compiler where `Quit` leaves a loop or a `Try`. */
export const quitArguments: CodeLint = ({ statements }) =>
  statements.flatMap(({ command, token, tokens, hasPostcondition, block }) => {
    if (command !== 'quit' || (hasPostcondition ? dropPostcondition(tokens) : tokens).length === 0) return [];
    const around = listBlocks(block).find(({ owner }) => withoutValue.includes(owner?.command ?? ''))?.owner;
    if (around === undefined) return [];
    return {
      ...startOf(token),
      reason: `Unexpected value of \`${token.image}\` inside \`${around.token.image}\`, expected \`Return\``,
      hint: '`Quit` leaves the loop or the `Try` there, and `Return` the method',
    };
  });

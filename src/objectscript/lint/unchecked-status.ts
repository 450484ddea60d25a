import type { IToken } from 'chevrotain';
import { listAssignments } from '../code/assignments.ts';
import { listCalls } from '../code/calls.ts';
import { splitAtCommas } from '../code/split.ts';
import { findVariableEvents } from '../code/variable-events.ts';
import { isReadAfter, readFlow } from '../code/variable-flow.ts';
import { startOf, type Problem } from '../problem.ts';
import type { ClassFile } from '../parsing/model.ts';
import type { Code, CodeLint } from './lint.ts';
import { returnsStatus } from './status-calls.ts';

/** A %Status that nobody looks at: of a call made by `Do`, or set and then not read before it is set again. */
export const uncheckedStatus: CodeLint = (code, file) => {
  const events = findVariableEvents(code.statements);
  const flows = new Map([...events].map(([name, list]) => [name, readFlow(list, code.statements)]));
  return code.statements.flatMap((statement) => {
    if (statement.command === 'do') {
      const calls = splitAtCommas(statement.tokens).flatMap((item) => findStatusCall(item, code, file) ?? []);
      return calls.map(renderDropped);
    }
    return listAssignments(statement).flatMap(({ variable, value }) => {
      const call = findStatusCall(value, code, file);
      if (variable === undefined || call === undefined) return [];
      const flow = flows.get(variable.image);
      return flow !== undefined && isReadAfter(flow, variable, statement.block) ? [] : [renderUnread(variable, call)];
    });
  });
};

/** The name of the call whose %Status is the value of these tokens. */
function findStatusCall(tokens: readonly IToken[], code: Code, file: ClassFile): IToken | undefined {
  const call = listCalls(tokens).find(({ isResult }) => isResult);
  return call !== undefined && returnsStatus(call, code, file) ? call.token : undefined;
}

function renderDropped(call: IToken): Problem {
  return {
    ...startOf(call),
    reason: `Unexpected \`Do\` of \`${call.image}\`, expected its %Status to be tested`,
    hint: `\`Set sc = …${call.image}(…)\`, then \`Return:$$$ISERR(sc) sc\``,
  };
}

function renderUnread(variable: IToken, call: IToken): Problem {
  const { image } = variable;
  return {
    ...startOf(variable),
    reason: `Unexpected \`${image}\` that nothing reads, expected the %Status of \`${call.image}\` to be tested`,
    hint: `\`Return:$$$ISERR(${image}) ${image}\` or \`$$$ThrowOnError(${image})\``,
  };
}

import { listCalls } from '../code/calls.ts';
import { startOf } from '../problem.ts';
import { extendsAny } from '../parsing/model.ts';
import type { CodeLint } from './lint.ts';

/** `SendRequestAsync` takes five arguments in a process, and three in a service or operation (apis.md A2). */
export const sendArguments: CodeLint = ({ statements }, { head }) => {
  const most = extendsAny(head, 'Ens.BusinessProcess')
    ? 5
    : extendsAny(head, 'Ens.BusinessService', 'Ens.BusinessOperation')
      ? 3
      : undefined;
  if (most === undefined) return [];
  return statements.flatMap(({ tokens }) =>
    listCalls(tokens).flatMap(({ token, receiver, arguments: given }) => {
      const isSend = token.image === 'SendRequestAsync' && receiver.kind === 'self';
      if (!isSend || (given.length >= 2 && given.length <= most)) return [];
      return {
        ...startOf(token),
        reason: `Unexpected ${given.length} arguments of \`SendRequestAsync\`, expected 2 to ${most} in this class`,
        hint: most === 3 ? 'only a business process has pResponseRequired and pCompletionKey' : undefined,
      };
    }),
  );
};

import { listCalls, type Receiver } from '../code/calls.ts';
import { startOf } from '../problem.ts';
import type { CodeLint } from './lint.ts';

/** Methods of the Work Queue Manager that have a successor (apis.md A4). */
const successors: Record<string, string> = {
  Free: 'no call of it',
  Initialize: '`%New`',
  SignalAll: 'no call of it',
  StopWorkers: 'no call of it',
  WaitForComplete: '`Sync`',
};
/** Names that only a queue has, so that its class need not be known. */
const unique = ['StopWorkers', 'WaitForComplete'];

/** Calls of methods that the class reference marks as deprecated. */
export const deprecatedCalls: CodeLint = ({ statements, types }) =>
  statements.flatMap(({ tokens }) =>
    listCalls(tokens).flatMap(({ token, receiver }) => {
      const successor = successors[token.image];
      if (successor === undefined || !(unique.includes(token.image) || isQueue(receiver, types))) return [];
      return {
        ...startOf(token),
        reason: `Unexpected \`${token.image}\` of the Work Queue Manager, which is deprecated, expected ${successor}`,
      };
    }),
  );

function isQueue(receiver: Receiver, types: Map<string, string>): boolean {
  if (receiver.kind === 'system') return receiver.name === 'WorkMgr';
  const name = receiver.kind === 'variable' ? types.get(receiver.name) : receiver.kind === 'class' ? receiver.name : '';
  return name === '%SYSTEM.WorkMgr';
}

import type { Call } from '../code/calls.ts';
import { extendsAny, findKeyword, type ClassFile } from '../parsing/model.ts';
import type { Code } from './lint.ts';

/** Methods that return %Status whatever they are called on (apis.md A2, A4, A6). */
const anywhere = [
  '%Save',
  'EndServer',
  'OpenServer',
  'Queue',
  'QueueCallback',
  'Reply',
  'SendDeferredResponse',
  'SendRequestAsync',
  'SendRequestSync',
  'SetTimer',
  'Sync',
  'WaitForComplete',
];
/** Methods that return %Status in these classes, and mean something else in others. */
const inClasses: Record<string, readonly string[]> = {
  '%CSP.WebSocket': ['Write'],
  '%Net.WebSocket.Client': ['Send'],
};
/** Names that are as likely to be methods of the class itself, where its own declaration tells. */
const ambiguous = ['Queue', 'Reply', 'Sync'];

/** Whether a call is known to return %Status, which somebody has to test. */
export function returnsStatus({ token, receiver }: Call, { types, methods }: Code, file: ClassFile): boolean {
  const name = token.image;
  if (receiver.kind === 'self') {
    const own = methods.get(name);
    if (own !== undefined) return isStatus(own.type) && findKeyword(own.keywords, 'language') !== 'python';
    const inherited = Object.entries(inClasses).some(
      ([base, methods]) => extendsAny(file.head, base) && methods.includes(name),
    );
    return inherited || (anywhere.includes(name) && !(ambiguous.includes(name) && !isHost(file)));
  }
  const type = receiver.kind === 'variable' ? types.get(receiver.name) : undefined;
  if (type !== undefined && inClasses[type]?.includes(name) === true) return true;
  if (ambiguous.includes(name) && type !== undefined) return type === '%SYSTEM.WorkMgr';
  return anywhere.includes(name);
}

/** Whether a type is %Status, under either of its names. */
export function isStatus(type: string | undefined): boolean {
  return type === '%Status' || type === '%Library.Status';
}

function isHost({ head }: ClassFile): boolean {
  return head?.superclasses.some((superclass) => superclass.startsWith('Ens.')) ?? false;
}

import { startOf, type Problem } from '../problem.ts';
import { extendsAny, isMethod, type Argument, type ClassFile, type Member } from '../parsing/model.ts';
import type { ClassLint } from './lint.ts';
import { isStatus } from './status-calls.ts';

type Mode = Argument['mode'];

/** The callbacks of a base class: how each argument is given. All are instance methods that return %Status. */
interface Callbacks {
  base: string;
  required: readonly string[];
  methods: Record<string, readonly Mode[]>;
}

/** apis.md A2, A5, A6. Names and types of arguments are free. */
const callbacks: readonly Callbacks[] = [
  {
    base: 'Ens.BusinessProcess',
    required: ['OnRequest', 'OnResponse'],
    methods: {
      OnRequest: ['value', 'Output'],
      OnResponse: ['value', 'ByRef', 'value', 'value', 'value'],
      OnComplete: ['value', 'ByRef'],
      OnError: ['value', 'ByRef', 'value', 'value', 'value'],
    },
  },
  { base: '%SYS.Task.Definition', required: ['OnTask'], methods: { OnTask: [] } },
  {
    base: '%CSP.WebSocket',
    required: ['Server'],
    methods: { OnPreServer: [], Server: [], OnPostServer: [], OnClientMessage: ['value', 'value'] },
  },
];

/** Callbacks that a base class asks for are there, and have the signature that it calls. */
export const signatures: ClassLint = (file) =>
  callbacks
    .filter(({ base }) => extendsAny(file.head, base))
    .flatMap((entry) => [
      ...findMissing(entry, file),
      ...file.members.flatMap((member) => findDifference(member, entry)),
    ]);

/** Only with one superclass: another could have the callback. */
function findMissing({ base, required }: Callbacks, { head, members }: ClassFile): Problem[] {
  if (head?.superclasses.length !== 1) return [];
  return required
    .filter((name) => !members.some((member) => isMethod(member) && member.name === name))
    .map((name) => ({
      ...startOf(head.token),
      reason: `Unexpected \`${head.name}\` without \`${name}\`, expected the method: \`${base}\` calls it`,
    }));
}

function findDifference(member: Member, { methods }: Callbacks): Problem[] {
  const modes = isMethod(member) ? methods[member.name] : undefined;
  if (modes === undefined) return [];
  const given = (member.arguments ?? []).map(({ mode }) => mode);
  const isSame = given.length === modes.length && given.every((mode, at) => mode === modes[at]);
  if (member.kind === 'Method' && isSame && isStatus(member.type)) return [];
  return [
    {
      ...startOf(member.token),
      reason: `Unexpected signature ${renderSignature(member.kind, member.name, given, member.type)}, expected ${renderSignature('Method', member.name, modes, '%Status')}`,
    },
  ];
}

function renderSignature(kind: string, name: string, modes: readonly Mode[], type: string | undefined): string {
  const list = modes.map((mode) => (mode === 'value' ? '…' : `${mode} …`)).join(', ');
  return `\`${kind} ${name}(${list})${type === undefined ? '' : ` As ${type}`}\``;
}

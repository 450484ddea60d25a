import type { IToken } from 'chevrotain';
import { CodeName, Dot, DotDot } from '../lexing/code-tokens.ts';
import { Comma, LParen } from '../lexing/shared-tokens.ts';
import { listAssignments } from './assignments.ts';
import type { Statement } from './statements.ts';

/** One place where a variable is read or written. */
export interface VariableEvent {
  kind: 'read' | 'write';
  token: IToken;
  /** The index of its statement. */
  statement: number;
}

/** The events of every variable in the order in which they happen: a `Set` reads its value before it writes. */
export function findVariableEvents(statements: readonly Statement[]): Map<string, VariableEvent[]> {
  const events = new Map<string, VariableEvent[]>();
  statements.forEach((statement, index) => {
    for (const event of listEvents(statement)) {
      const list = events.get(event.token.image);
      if (list === undefined) events.set(event.token.image, [{ ...event, statement: index }]);
      else list.push({ ...event, statement: index });
    }
  });
  return events;
}

type Event = Omit<VariableEvent, 'statement'>;

function listEvents(statement: Statement): Event[] {
  const { command, tokens } = statement;
  if (command === 'new') return [];
  const assignments = listAssignments(statement);
  const [first] = assignments;
  if (command === 'dim' && first === undefined) return [];
  if (first === undefined) return listUses(tokens);
  const start = first.target[0] ?? first.value[0];
  const condition = listUses(start === undefined ? [] : tokens.slice(0, tokens.indexOf(start)));
  return [
    ...condition,
    ...assignments.flatMap(({ target, value, variable }) => [
      ...listUses(value),
      ...(variable === undefined ? listUses(target) : [{ kind: 'write' as const, token: variable }]),
    ]),
  ];
}

/** `.x` after a bracket or comma is given by reference, which writes it; after anything else it is a member's name. */
function listUses(tokens: readonly IToken[]): Event[] {
  return tokens.flatMap((token, at): Event[] => {
    const before = tokens[at - 1]?.tokenType;
    if (token.tokenType !== CodeName || before === DotDot) return [];
    if (before !== Dot) return [{ kind: 'read', token }];
    const opener = tokens[at - 2]?.tokenType;
    return opener === LParen || opener === Comma ? [{ kind: 'write', token }] : [];
  });
}

import { startOf } from '../problem.ts';
import type { ClassLint } from './lint.ts';

const namespaces: Record<string, string> = {
  ClassMethod: 'method',
  ClientMethod: 'method',
  Method: 'method',
  Property: 'property',
  Relationship: 'property',
};

/** No two members of one kind have the same name, whatever its case. */
export const duplicateMembers: ClassLint = ({ members }) => {
  const first = new Map<string, number>();
  return members.flatMap(({ kind, name, token }) => {
    const key = `${namespaces[kind] ?? kind} ${name.toLowerCase()}`;
    const line = first.get(key);
    if (line === undefined) first.set(key, token.startLine ?? 1);
    if (line === undefined) return [];
    const reason = `Unexpected second ${namespaces[kind] ?? kind} \`${name}\`, expected one: line ${line} has it`;
    return { ...startOf(token), reason };
  });
};

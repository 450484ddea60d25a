import { listParents } from '../element.ts';
import { at, listNamed, type BplRule } from './rule.ts';

const loops = ['foreach', 'until', 'while'];

/** Calls have names of their own; in a loop, one of their own for each turn. */
export const callNames: BplRule = (elements) => {
  const lines = new Map<string, number>();
  return listNamed(elements, 'call').flatMap((call) => {
    const name = call.attributes.get('name') ?? '';
    if (name === '' || name.startsWith('@')) return [];
    const first = lines.get(name);
    if (first !== undefined)
      return at(call, `Unexpected second \`<call>\` named \`${name}\`, expected one: line ${first} has it`);
    lines.set(name, call.line);
    const loop = [...listParents(call)].find((parent) => loops.includes(parent.name));
    if (loop === undefined) return [];
    return at(
      call,
      `Unexpected fixed name \`${name}\` of a \`<call>\` in \`<${loop.name}>\`, expected one name for each turn`,
      'a `<sync>` would be satisfied by the first reply; use `@context.…`',
    );
  });
};

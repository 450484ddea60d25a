import { renderNearMiss } from '#model/near-miss.ts';
import { at, listNamed, type BplRule } from './rule.ts';

/** A `<sync>` waits for calls that the process makes. */
export const syncCalls: BplRule = (elements) => {
  const names = listNamed(elements, 'call').map((call) => call.attributes.get('name') ?? '');
  return listNamed(elements, 'sync').flatMap((sync) => {
    const calls = sync.attributes.get('calls') ?? '';
    if (calls.startsWith('@')) return [];
    return calls
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('@') && !names.includes(name))
      .map((name) =>
        at(
          sync,
          `Unexpected \`${name}\` in \`calls\` of \`<sync>\`, expected the name of a \`<call>\``,
          renderNearMiss(name, names, 'no call of the process has it'),
        ),
      );
  });
};

import { at, listNamed, type BplRule } from './rule.ts';

/** A call that is meant to wait does, and a timeout stands where it counts. */
export const callWaiting: BplRule = (elements) =>
  listNamed(elements, 'call').flatMap((call) => {
    const name = call.attributes.get('name') ?? '';
    const isAsync = call.attributes.get('async') === '1';
    if (isAsync && call.attributes.has('timeout')) {
      return at(
        call,
        `Unexpected \`timeout\` of the asynchronous \`<call>\` \`${name}\`, which ignores it, expected it on the \`<sync>\``,
      );
    }
    const isWaiting = call.attributes.get('async') === '0';
    if (!isWaiting || call.children.some((child) => child.name === 'response')) return [];
    return at(
      call,
      `Unexpected \`async="0"\` of the \`<call>\` \`${name}\` without \`<response>\`, which does not wait, expected a \`<response>\``,
      'an empty `<response type="…"/>` is enough',
    );
  });

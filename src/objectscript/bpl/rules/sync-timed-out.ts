import { listParents, type Element } from '../element.ts';
import { at, listNamed, type BplRule } from './rule.ts';

/** `synctimedout` counts after a `<sync>`, before the end of the `<sequence>` around that. */
export const syncTimedOut: BplRule = (elements) => {
  const order = new Map(elements.map((element, index) => [element, index]));
  const syncs = listNamed(elements, 'sync').map((sync) => ({
    index: order.get(sync) ?? 0,
    sequence: [...listParents(sync)].find(({ name }) => name === 'sequence'),
  }));
  return elements.filter(mentionsTimeout).flatMap((element) => {
    const parents = [...listParents(element)];
    const index = order.get(element) ?? 0;
    const isInside = syncs.some(
      ({ index: before, sequence }) => before < index && sequence !== undefined && parents.includes(sequence),
    );
    if (isInside) return [];
    return at(
      element,
      `Unexpected \`synctimedout\` in \`<${element.name}>\`, expected it after a \`<sync>\` and in the same \`<sequence>\``,
      'its value is lost at the end of that sequence',
    );
  });
};

/** Whether an attribute or the code of an element names `synctimedout`. A comment for people does not count. */
function mentionsTimeout({ name, attributes, text }: Element): boolean {
  if (name === 'annotation') return false;
  return [...attributes, ['text', text] as const].some(
    ([key, value]) => key !== 'name' && value.includes('synctimedout'),
  );
}

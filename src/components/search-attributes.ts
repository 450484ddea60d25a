import type { SearchFacts } from '#model/view/search-facts.ts';

/**
 * Attributes by which Pagefind indexes an element as the text of a page. Values stand in attributes of their own: written
 * into the list, the first one would go on to its end.
 */
export function renderSearchAttributes(facts: SearchFacts | undefined): Record<string, string | undefined> {
  if (facts === undefined) return {};
  const { collection, kind, status, verification, assessedOn, weight } = facts;
  const values = {
    collection,
    status: status?.id,
    kind,
    word: status?.word,
    shape: status?.shape,
    verification,
    assessed: assessedOn,
  };
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    'data-pagefind-body': '',
    'data-pagefind-weight': weight === undefined ? undefined : String(weight),
    'data-pagefind-meta': known.map(([name]) => `${name}[data-${name}]`).join(', '),
    ...Object.fromEntries(known.map(([name, value]) => [`data-${name}`, value])),
  };
}

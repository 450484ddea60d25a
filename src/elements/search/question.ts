/** What a reader asks the search for. Empty strings narrow nothing. */
export interface Question {
  query: string;
  kind: string;
  status: string;
}

/** Whether nothing is asked. A kind or a status alone asks for all that have it. */
export function isEmpty({ query, kind, status }: Question): boolean {
  return query === '' && kind === '' && status === '';
}

/** Longer queries are cut: nobody looks for more, and an address can hold anything. */
const maxLength = 200;

/** Reads a question from the query of an address. What is malformed or unknown is left out. */
export function parseQuestion(
  address: string,
  known: { kinds: readonly string[]; statuses: readonly string[] },
): Question {
  const asked = new URLSearchParams(address);
  const choose = (name: string, values: readonly string[]) => {
    const value = asked.get(name) ?? '';
    return values.includes(value) ? value : '';
  };
  return {
    query: (asked.get('q') ?? '')
      .replaceAll(/[\p{Cc}\uFFFD]+/gu, ' ')
      .slice(0, maxLength)
      .trim(),
    kind: choose('kind', known.kinds),
    status: choose('status', known.statuses),
  };
}

/** The query of an address that asks the same: `?q=timeout&kind=edges`, or nothing. */
export function renderQuestion({ query, kind, status }: Question): string {
  const pairs = Object.entries({ q: query.trim(), kind, status }).filter(([, value]) => value !== '');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

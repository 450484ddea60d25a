/** The head of a list, and what is known of the rest. */
export interface CappedList<T> {
  shown: T[];
  /** How many there are in all. */
  total: number;
  /** The page that has all of them; absent where all are shown, or where no page has. */
  all: string | undefined;
}

/** Keeps the first items of a list that would be too long for a page, with the path of the page that has all. */
export function capList<T>(items: readonly T[], limit: number, all: string | undefined): CappedList<T> {
  return { shown: items.slice(0, limit), total: items.length, all: items.length > limit ? all : undefined };
}

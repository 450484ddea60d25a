/** Counts failures in a row, host by host, and says when a host is not worth asking any more. */
export interface CircuitBreaker {
  isOpen: (host: string) => boolean;
  count: (host: string, isFailure: boolean) => void;
  /** The hosts that were given up, each once, in the order of their names. */
  listOpen: () => string[];
}

export function createCircuitBreaker(limit: number): CircuitBreaker {
  const failuresInRow = new Map<string, number>();
  const isOpen = (host: string) => (failuresInRow.get(host) ?? 0) >= limit;
  return {
    isOpen,
    count(host, isFailure) {
      failuresInRow.set(host, isFailure ? (failuresInRow.get(host) ?? 0) + 1 : 0);
    },
    listOpen: () => [...failuresInRow.keys()].filter(isOpen).sort(),
  };
}

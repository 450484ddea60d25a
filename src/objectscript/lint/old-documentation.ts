import type { Problem } from '../problem.ts';

const address = 'docs.intersystems.com/latest/';

/** Links to `/latest/`, which is the documentation of Caché & Ensemble 2018.1, not of IRIS. */
export function findOldDocumentation(text: string, firstLine = 1): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const at = line.indexOf(address);
    if (at < 0) return [];
    return {
      line: firstLine + index,
      column: at + 1,
      reason: 'Unexpected link to `/latest/`, which documents Caché & Ensemble 2018.1, expected `/irislatest/`',
    };
  });
}

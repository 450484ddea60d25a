import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { runtimeTerms } from '../vocabulary.ts';
import { deriveVerdictRows } from './sample-figure.ts';

/** A sample as it is named beside an entry: what it did where it is for, in a phrase. */
export interface SampleLink {
  path: string;
  title: string;
  /** "Passed: Pyodide, CPython; untested: IRIS". */
  state: string;
  /** Whether it passed as a program: a structure check runs nothing. */
  isProven: boolean;
}

/** Derives the link of a sample; undefined for an id that names none, which the check reports. */
export function deriveSampleLink(model: Model, id: string): SampleLink | undefined {
  const sample = model.find('samples', id);
  if (sample === undefined) return undefined;
  const verdicts = deriveVerdictRows(model, sample).filter(({ outcome }) => outcome !== 'inapplicable');
  const phrases = [...Map.groupBy(verdicts, ({ word }) => word)].map(
    ([word, list]) => `${word}: ${list.map(({ runtime }) => runtime).join(', ')}`,
  );
  return {
    path: renderEntryPath(sample),
    title: sample.data.title,
    state: phrases.join('; '),
    isProven: verdicts.some(({ runtime, outcome }) => runtime !== runtimeTerms.parse.word && outcome === 'passed'),
  };
}

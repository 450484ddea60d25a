import type { Shape } from '../vocabulary.ts';
import type { SampleFigure } from './sample-figure.ts';

/** A sample as the report names it: where it stands, and what it did in each runtime it is for. */
export interface SampleMention {
  title: string;
  path: string;
  verdicts: { runtime: string; word: string; shape: Shape }[];
}

export function deriveSampleMention({ title, path, verdicts }: SampleFigure): SampleMention {
  return {
    title,
    path,
    verdicts: verdicts
      .filter(({ outcome }) => outcome !== 'inapplicable')
      .map(({ runtime, word, shape }) => ({ runtime, word, shape })),
  };
}

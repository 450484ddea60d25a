import { sampleRoles, type Sample } from '#schema/sample.ts';
import type { Model } from '../model.ts';
import { deriveLinks, type EntryLink } from './link.ts';
import { deriveSampleFigure, deriveTallies, type RuntimeTally, type SampleFigure } from './sample-figure.ts';

/** All samples, by what they are for. */
export interface SamplesPage {
  tallies: RuntimeTally[];
  groups: { role: Sample['role']; title: string; rows: { figure: SampleFigure; illustrates: EntryLink[] }[] }[];
}

const titles: Record<Sample['role'], string> = {
  demonstration: 'Demonstrations',
  prototype: 'Prototypes of the proposals',
  recipe: 'Recipes',
  probe: 'Probes of the open questions',
};

export function deriveSamplesPage(model: Model): SamplesPage {
  return {
    tallies: deriveTallies(model).filter(({ declared }) => declared > 0),
    groups: sampleRoles
      .map((role) => ({
        role,
        title: titles[role],
        rows: model.content.entries.samples
          .filter(({ data }) => data.role === role)
          .map((sample) => ({
            figure: deriveSampleFigure(model, sample),
            illustrates: deriveLinks(model, sample.data.illustrates),
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}

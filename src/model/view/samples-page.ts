import { sampleRoles, type Sample } from '#schema/sample.ts';
import { outcomes, type Outcome } from '#schema/verdict.ts';
import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import { deriveLinks, type EntryLink } from './link.ts';
import { deriveSampleFigure, deriveTallies, type RuntimeTally, type SampleFigure } from './sample-figure.ts';
import { outcomeTerms } from '../vocabulary.ts';

/** A sample in the list, with the words it can be found by. */
export interface SampleRow {
  figure: SampleFigure;
  illustrates: (EntryLink & { id: string })[];
  /** Its outcomes in the runtimes that it is for. */
  outcomes: Outcome[];
}

/** All samples, by what they are for. */
export interface SamplesPage {
  tallies: RuntimeTally[];
  groups: { role: Sample['role']; title: string; rows: SampleRow[] }[];
  /** What the list can be filtered by, as far as it makes a difference. */
  filters: {
    illustrates: { kind: string; entries: { id: string; title: string }[] }[];
    outcomes: { outcome: Outcome; word: string }[];
  };
}

const titles: Record<Sample['role'], string> = {
  demonstration: 'Demonstrations',
  prototype: 'Prototypes of the proposals',
  recipe: 'Recipes',
  probe: 'Probes of the open questions',
};

export function deriveSamplesPage(model: Model): SamplesPage {
  const groups = sampleRoles
    .map((role) => ({
      role,
      title: titles[role],
      rows: model.content.entries.samples
        .filter(({ data }) => data.role === role)
        .map((sample) => deriveRow(model, sample)),
    }))
    .filter(({ rows }) => rows.length > 0);
  return {
    tallies: deriveTallies(model).filter(({ declared }) => declared > 0),
    groups,
    filters: deriveFilters(groups.flatMap(({ rows }) => rows)),
  };
}

function deriveRow(model: Model, sample: EntryIn<'samples'>): SampleRow {
  const figure = deriveSampleFigure(model, sample);
  const declared = figure.verdicts.filter(({ outcome }) => outcome !== 'inapplicable');
  return {
    figure,
    illustrates: sample.data.illustrates.flatMap((id) => deriveLinks(model, [id]).map((link) => ({ ...link, id }))),
    outcomes: [...new Set(declared.map(({ outcome }) => outcome))],
  };
}

function deriveFilters(rows: readonly SampleRow[]): SamplesPage['filters'] {
  const entries = new Map(rows.flatMap(({ illustrates }) => illustrates.map((link) => [link.id, link])));
  const kinds = Map.groupBy([...entries.values()], ({ kind }) => kind);
  const found = new Set(rows.flatMap(({ outcomes: own }) => own));
  return {
    illustrates: [...kinds].map(([kind, group]) => ({
      kind,
      entries: group.map(({ id, title }) => ({ id, title })).sort((a, b) => (a.title < b.title ? -1 : 1)),
    })),
    outcomes: outcomes
      .filter((outcome) => found.has(outcome))
      .map((outcome) => ({ outcome, word: outcomeTerms[outcome].word })),
  };
}

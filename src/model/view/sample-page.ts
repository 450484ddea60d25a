import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import { listEntryData, type DataLink } from './data-links.ts';
import { deriveNeighbours, type Fact } from './entry-page.ts';
import { deriveLinks, type EntryLink } from './link.ts';
import { deriveSampleFigure, type SampleFigure } from './sample-figure.ts';

/** Everything the page of a sample shows. */
export interface SamplePage {
  figure: SampleFigure;
  file: string;
  facts: Fact[];
  illustrates: EntryLink[];
  /** The same for machines. */
  data: DataLink[];
  previous: EntryLink | undefined;
  next: EntryLink | undefined;
}

const roleNotes: Record<EntryIn<'samples'>['data']['role'], string> = {
  demonstration: 'It proves a behaviour.',
  prototype: 'It tries a proposal before the platform has it.',
  recipe: 'It is to be copied.',
  probe: 'It settles an open question on a reader’s own IRIS.',
};

export function deriveSamplePage(model: Model, sample: EntryIn<'samples'>): SamplePage {
  const { data, file } = sample;
  const figure = deriveSampleFigure(model, sample);
  return {
    figure,
    file: file.replace(/sample\.yaml$/, figure.main),
    facts: [
      { term: 'Role', value: data.role.charAt(0).toUpperCase() + data.role.slice(1), note: roleNotes[data.role] },
      ...(data.control === undefined ? [] : [{ term: 'Control', value: data.control }]),
      ...(data.packages.length === 0 ? [] : [{ term: 'Packages', value: data.packages.join(', ') }]),
      { term: 'Reviewed', value: data.reviewedOn },
    ],
    illustrates: deriveLinks(model, data.illustrates),
    data: listEntryData(sample),
    ...deriveNeighbours(model, sample),
  };
}

import type { GapAssessment } from '#schema/assessment.ts';
import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';

/** An assessment of a sharp edge or a proposal, and where it stands. */
export interface GapSubject {
  entry: EntryIn<'edges'> | EntryIn<'proposals'>;
  assessment: GapAssessment;
  path: readonly (string | number)[];
}

/** All assessments that carry a gap status. */
export function listGapAssessments({ content: { entries } }: Model): GapSubject[] {
  return [...entries.edges, ...entries.proposals].flatMap((entry) =>
    entry.data.assessments.map((assessment, index) => ({ entry, assessment, path: ['assessments', index] })),
  );
}

import { gapStatuses } from '#schema/assessment.ts';
import type { Model } from '../model.ts';
import type { GapState } from '../status.ts';

/** The order in which readers meet the statuses of gaps. */
export const bestFirst = ['shipped', 'partially-addressed', 'community-workaround', 'open', 'unknown'] as const;

/** The current states of all entries of a collection. */
export function listGapStates(model: Model, collection: 'edges' | 'proposals'): GapState[] {
  return model.content.entries[collection].map((entry) => {
    const current = model.currentOf(entry);
    return { status: gapStatuses.find((word) => word === current?.status) ?? 'unknown', maturity: current?.maturity };
  });
}

import { listEvents } from '../events.ts';
import { fixedRoutes } from '../routes.ts';
import type { Model } from '../model.ts';
import { deriveHistoryItem, type HistoryItem } from './history.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { paginate, renderPageTitle, type ListPage } from './paging.ts';
import { deriveState, type State } from './state.ts';

/** How many corrections a page holds: each comes with its evidence. */
const correctionsPerPage = 20;

/** A judgement that says what the one before it got wrong. */
export interface Correction {
  /** Names the entry and the day, for links to this very correction. */
  id: string;
  on: string;
  link: EntryLink;
  /** What was wrong at the time. */
  wrong: string;
  /** What had been said. Absent when no judgement stands before the correction. */
  before: { on: string; state: State; summary: string } | undefined;
  /** What is right, with its evidence. */
  after: { state: State; judgement: HistoryItem };
}

/** A page of the log of corrections. */
export interface CorrectionsPage {
  path: string;
  title: string;
  total: number;
  corrections: Correction[];
  list: Pick<ListPage<unknown>, 'number' | 'pages'>;
}

/** All corrections on record, the newest first. */
export function deriveCorrectionsPages(model: Model): CorrectionsPage[] {
  const corrections = listEvents(model.content.entries).flatMap(({ entry, judgement, before, on }): Correction[] =>
    judgement.correction === undefined
      ? []
      : [
          {
            id: `${entry.id}-${on}`,
            on,
            link: deriveLink(model, entry),
            wrong: judgement.correction,
            before: before && {
              on: before.on,
              state: deriveState(entry.collection, before),
              summary: before.summary,
            },
            after: {
              state: deriveState(entry.collection, judgement),
              judgement: deriveHistoryItem(model, entry, judgement),
            },
          },
        ],
  );
  return paginate(corrections, correctionsPerPage, fixedRoutes.corrections).map((list) => ({
    path: list.path,
    title: renderPageTitle('Corrections', list),
    total: corrections.length,
    corrections: [...list.items],
    list,
  }));
}

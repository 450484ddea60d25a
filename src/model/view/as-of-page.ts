import type { EntryCollectionName } from '#schema/collections.ts';
import { findCounting } from '../changes.ts';
import type { ClaimEntry } from '../content.ts';
import { listByDay } from '../judgements.ts';
import { listAssessedCollections, renderAsOfPath } from '../history-routes.ts';
import { chooseDays } from '../judgement-days.ts';
import type { Model } from '../model.ts';
import { collectionTerms } from '../vocabulary.ts';
import { asOfPageSize } from './as-of-path.ts';
import { deriveHistoryItem, type HistoryItem } from './history.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { listInOrder } from './order.ts';
import { paginate, renderPageTitle, type ListPage } from './paging.ts';
import { deriveState, type State } from './state.ts';

/** A day on which the site can be seen as it was. */
export interface AsOfDay {
  day: string;
  path: string;
  /** How many entries had been assessed. */
  assessed: number;
  /** What each collection held, every collection named. */
  collections: {
    name: EntryCollectionName;
    title: string;
    /** Absent where nothing had been assessed. */
    path: string | undefined;
    total: number;
    assessed: number;
    counts: { state: State; count: number }[];
  }[];
}

/** What counted on a day for one entry. */
export interface AsOfEntry {
  id: string;
  link: EntryLink;
  state: State;
  judgement: HistoryItem;
  /** The day of the judgement that came next; absent while this one counts. */
  supersededOn: string | undefined;
}

/** What counted on a day in one collection. */
export interface AsOfPage {
  day: string;
  collection: EntryCollectionName;
  path: string;
  title: string;
  entries: AsOfEntry[];
  /** Entries of this page that nobody had assessed yet. */
  pending: EntryLink[];
  list: Pick<ListPage<unknown>, 'number' | 'pages'>;
}

/** The days with a page of their own, the newest first. */
export function deriveAsOfDays(model: Model): AsOfDay[] {
  const { entries } = model.content;
  return chooseDays(model.judgementDays)
    .reverse()
    .map((day) => {
      const assessed = new Set(listAssessedCollections(entries, day));
      const collections = asOfCollections.map((name) => {
        const states = (entries[name] as readonly ClaimEntry[]).flatMap((entry) => {
          const judgement = findCounting(entry, day);
          return judgement === undefined ? [] : [deriveState(name, judgement)];
        });
        return {
          name,
          title: collectionTerms[name].plural,
          path: assessed.has(name) ? renderAsOfPath(day, name) : undefined,
          total: entries[name].length,
          assessed: states.length,
          counts: [...Map.groupBy(states, ({ word }) => word).values()]
            .flatMap((group) => (group[0] === undefined ? [] : [{ state: group[0], count: group.length }]))
            .sort((a, b) => b.count - a.count || (a.state.word < b.state.word ? -1 : 1)),
        };
      });
      return {
        day,
        path: renderAsOfPath(day),
        assessed: collections.reduce((sum, collection) => sum + collection.assessed, 0),
        collections,
      };
    });
}

/** In the order of the site's menu. */
const asOfCollections = ['patterns', 'edges', 'proposals', 'findings', 'guides', 'background', 'questions'] as const;

/** The pages of a collection as of a day. Entries stand in their usual order, so that each keeps its page on every day. */
export function deriveAsOfPages(model: Model, day: string, collection: EntryCollectionName): AsOfPage[] {
  const entries = listInOrder(model, collection) as ClaimEntry[];
  const title = `${collectionTerms[collection].plural} as of ${day}`;
  return paginate(entries, asOfPageSize, renderAsOfPath(day, collection)).map((list) => ({
    day,
    collection,
    path: list.path,
    title: renderPageTitle(title, list),
    entries: list.items.flatMap((entry) => deriveAsOfEntry(model, entry, day)),
    pending: list.items
      .filter((entry) => findCounting(entry, day) === undefined)
      .map((entry) => deriveLink(model, entry)),
    list,
  }));
}

function deriveAsOfEntry(model: Model, entry: ClaimEntry, day: string): AsOfEntry[] {
  const judgement = findCounting(entry, day);
  if (judgement === undefined) return [];
  return [
    {
      id: entry.id,
      link: deriveLink(model, entry),
      state: deriveState(entry.collection, judgement),
      judgement: deriveHistoryItem(model, entry, judgement),
      supersededOn: listByDay(entry).find(({ on }) => on > day)?.on,
    },
  ];
}

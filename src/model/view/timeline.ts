import { entryCollectionNames } from '#schema/collections.ts';
import { renderCount } from '#report/phrase.ts';
import { eventTerms } from '../change-vocabulary.ts';
import { eventKinds, listEvents, type Event } from '../events.ts';
import { listFilters, matchesFilter, renderDayPath, renderTimelinePath, type EventFilter } from '../history-routes.ts';
import type { Model } from '../model.ts';
import { collectionTerms } from '../vocabulary.ts';
import { deriveEventRow, type EventRow } from './event-row.ts';
import { paginate, renderPageTitle, type ListPage } from './paging.ts';

/** How many events a page lists. */
export const eventsPerPage = 40;

/** Events under a heading. */
export interface EventGroup {
  id: string;
  title: string;
  /** The page of the heading, where it has one. */
  path?: string;
  rows: EventRow[];
}

/** A choice by which the timeline can be cut down: links, each with what it leaves. */
export interface FilterGroup {
  title: string;
  links: { word: string; count: number; path: string; isCurrent: boolean }[];
}

/** A page of the timeline: all events, or those that a filter leaves, the newest day first. */
export interface TimelinePage {
  path: string;
  title: string;
  /** How many events the filter leaves, in a sentence. */
  introduction: string;
  filters: FilterGroup[];
  groups: EventGroup[];
  list: Pick<ListPage<unknown>, 'number' | 'pages'>;
}

/** All pages of the timeline: the whole one first, then one for every filter that leaves an event. */
export function deriveTimelinePages(model: Model): TimelinePage[] {
  const events = listEvents(model.content.entries);
  return [{}, ...listFilters(events)].flatMap((filter) => {
    const matching = events.filter((event) => matchesFilter(event, filter));
    const filters = deriveFilterGroups(events, filter);
    return paginate(matching, eventsPerPage, renderTimelinePath(filter)).map((list): TimelinePage => ({
      path: list.path,
      title: renderPageTitle(renderTitle(filter), list),
      introduction: renderIntroduction(matching),
      filters,
      groups: [...Map.groupBy(list.items, ({ on }) => on)].map(([on, items]) => ({
        id: `on-${on}`,
        title: on,
        path: renderDayPath(on),
        rows: items.map((event) => deriveEventRow(model, event)),
      })),
      list,
    }));
  });
}

function renderTitle({ collection, kind }: EventFilter): string {
  const words = [collection && collectionTerms[collection].plural, kind && eventTerms[kind].word];
  const chosen = words.filter((word) => word !== undefined).map((word) => word.toLowerCase());
  return chosen.length === 0 ? 'Changes' : `Changes: ${chosen.join(', ')}`;
}

function renderIntroduction(events: readonly Event[]): string {
  const days = new Set(events.map(({ on }) => on)).size;
  const entries = new Set(events.map(({ entry }) => entry)).size;
  const counts = `${renderCount(events.length, 'judgement')} of ${renderCount(entries, 'entry', 'entries')}`;
  return `${counts}, on ${renderCount(days, 'day')}, the newest first.`;
}

function deriveFilterGroups(events: readonly Event[], filter: EventFilter): FilterGroup[] {
  const link = (word: string, choice: EventFilter) => ({
    word,
    count: events.filter((event) => matchesFilter(event, choice)).length,
    path: renderTimelinePath(choice),
    isCurrent: choice.kind === filter.kind && choice.collection === filter.collection,
  });
  const groups = [
    {
      title: 'What happened',
      links: [
        link('All', { collection: filter.collection }),
        ...eventKinds.map((kind) => link(eventTerms[kind].word, { ...filter, kind })),
      ],
    },
    {
      title: 'To what',
      links: [
        link('All', { kind: filter.kind }),
        ...entryCollectionNames.map((collection) =>
          link(collectionTerms[collection].plural, { ...filter, collection }),
        ),
      ],
    },
  ];
  return groups.map(({ title, links }) => ({ title, links: links.filter(({ count }) => count > 0) }));
}

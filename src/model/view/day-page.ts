import { eventTerms } from '../change-vocabulary.ts';
import { listEvents } from '../events.ts';
import { renderDayPath } from '../history-routes.ts';
import type { Model } from '../model.ts';
import { deriveDayDirectory, type DayRow } from './day-directory.ts';
import { deriveEventRow } from './event-row.ts';
import { paginate, renderPageTitle, type ListPage } from './paging.ts';
import { eventsPerPage, type EventGroup } from './timeline.ts';

/** What was judged on a day, by what it did. */
export interface DayPage {
  day: DayRow;
  path: string;
  title: string;
  groups: EventGroup[];
  list: Pick<ListPage<unknown>, 'number' | 'pages'>;
  previous: { on: string; path: string } | undefined;
  next: { on: string; path: string } | undefined;
}

/** The pages of all days on which something was judged. */
export function deriveDayPages(model: Model): DayPage[] {
  const { rows } = deriveDayDirectory(model);
  const events = Map.groupBy(listEvents(model.content.entries), ({ on }) => on);
  return rows.flatMap((day, index) =>
    paginate(events.get(day.on) ?? [], eventsPerPage, renderDayPath(day.on)).map((list): DayPage => ({
      day,
      path: list.path,
      title: renderPageTitle(`Changes of ${day.on}`, list),
      groups: [...Map.groupBy(list.items, ({ kind }) => kind)].map(([kind, items]) => ({
        id: kind,
        title: eventTerms[kind].word,
        rows: items.map((event) => deriveEventRow(model, event)),
      })),
      list,
      previous: rows[index + 1],
      next: rows[index - 1],
    })),
  );
}

import { renderCount } from '#report/phrase.ts';
import { eventTerms } from '../change-vocabulary.ts';
import { deriveChanges, type Change, type Difference } from '../changes.ts';
import { renderDifferencePath, renderJudgementPath } from '../history-routes.ts';
import { choosePairs, type DayPair } from '../judgement-days.ts';
import type { Model } from '../model.ts';
import { countKinds, renderKindCounts, type KindCount } from './kind-counts.ts';
import { deriveLink, type EntryLink } from './link.ts';
import { paginate, renderPageTitle, type ListPage } from './paging.ts';
import { deriveState, type State } from './state.ts';

/** How many entries a page lists. */
const changesPerPage = 40;

/** An entry that differs between two days. */
export interface ChangeRow {
  link: EntryLink;
  from: State;
  to: State;
  /** What was said on the second day: the newest judgement of those between the days. */
  said: JudgementRow;
  /** The judgements that came before it, oldest first. */
  earlier: JudgementRow[];
}

/** A judgement in a list of several. */
export interface JudgementRow {
  on: string;
  /** Its place in the history of the entry, with its evidence. */
  path: string;
  state: State;
  summary: string;
}

/** A link to another pair of days. */
export interface PairLink extends DayPair {
  path: string;
}

/** What differs between two days. */
export interface DifferencePage extends DayPair {
  path: string;
  title: string;
  /** What differs, counted, in a sentence or two. */
  verdict: string;
  counts: KindCount[];
  groups: { id: string; title: string; meaning: string; rows: ChangeRow[] }[];
  list: Pick<ListPage<unknown>, 'number' | 'pages'>;
  /** The step of days that ends where this one begins, and the one that begins where it ends. */
  previous: PairLink | undefined;
  next: PairLink | undefined;
  /** Other pairs with the same first or the same second day. */
  choices: { sameFrom: PairLink[]; sameTo: PairLink[] };
}

/** The pages of all pairs of days that are compared. */
export function deriveDifferencePages(model: Model): DifferencePage[] {
  const days = model.judgementDays;
  const pairs = choosePairs(days).map((pair) => ({ ...pair, path: renderDifferencePath(pair) }));
  return pairs.flatMap(({ path, from, to }) => {
    const difference = deriveChanges(model.content.entries, { from, to });
    const counts = countKinds(difference.changes);
    const [before, after] = [days[days.indexOf(from) - 1], days[days.indexOf(to) + 1]];
    const around = {
      previous: pairs.find((pair) => pair.from === before && pair.to === from),
      next: pairs.find((pair) => pair.from === to && pair.to === after),
      choices: {
        sameFrom: pairs.filter((pair) => pair.from === from && pair.to !== to),
        sameTo: pairs.filter((pair) => pair.to === to && pair.from !== from),
      },
    };
    return paginate(difference.changes, changesPerPage, path).map((list): DifferencePage => ({
      from,
      to,
      path: list.path,
      title: renderPageTitle(`Changes from ${from} to ${to}`, list),
      verdict: renderVerdict(difference, counts),
      counts,
      groups: [...Map.groupBy(list.items, ({ kind }) => kind)].map(([kind, changes]) => ({
        id: kind,
        title: eventTerms[kind].word,
        meaning:
          kind === 'added' ? `First judged after ${from}, so not yet assessed on that day.` : eventTerms[kind].meaning,
        rows: changes.map((change) => deriveChangeRow(model, change)),
      })),
      list,
      ...around,
    }));
  });
}

function deriveChangeRow(model: Model, { entry, before, after, between }: Change): ChangeRow {
  const [said, ...earlier] = between.toReversed().map((judgement): JudgementRow => ({
    on: judgement.on,
    path: renderJudgementPath(entry, judgement.on),
    state: deriveState(entry.collection, judgement),
    summary: judgement.summary,
  }));
  if (said === undefined) throw new RangeError(`${entry.id} has no judgement between the days`);
  return {
    link: deriveLink(model, entry),
    from: deriveState(entry.collection, before),
    to: deriveState(entry.collection, after),
    said,
    earlier: earlier.reverse(),
  };
}

function renderVerdict({ to, changes, unchanged, pending }: Difference, counts: readonly KindCount[]): string {
  const assessed = changes.length + unchanged.length;
  const parts = [
    `Of ${renderCount(assessed, 'entry', 'entries')} assessed by ${to}, ${renderKindCounts(counts)}.`,
    `${unchanged.length === 0 ? 'None is' : unchanged.length === 1 ? '1 is' : `${unchanged.length.toLocaleString('en-GB')} are`} unchanged.`,
  ];
  // An open question is not assessed: it is answered one day.
  const missing = pending.filter(({ collection }) => collection !== 'questions').length;
  if (missing > 0) {
    parts.push(`${renderCount(missing, 'entry', 'entries')} of today had not been assessed by then.`);
  }
  return parts.join(' ');
}

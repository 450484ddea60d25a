import { listClaimEntries, type ClaimEntry } from '../content.ts';
import { listEvents, type Event, type EventKind } from '../events.ts';
import { renderJudgementPath } from '../history-routes.ts';
import type { Model } from '../model.ts';
import { fixedRoutes, renderEntryPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';
import { deriveEventRow } from './event-row.ts';
import { deriveHistoryItem, type HistoryItem } from './history.ts';

/** How many events the feed of all entries holds. The feed of an entry holds all of its events. */
export const feedLimit = 100;

/** A feed of events, whatever its format. Paths are root-relative, without the base path. */
export interface Feed {
  title: string;
  description: string;
  /** The page the feed is about, and where the feed stands in each format. */
  path: string;
  paths: FeedPaths;
  /** The day of its newest event; of the newest on the site for an entry without events. */
  updatedOn: string;
  /** Whether it holds every event it could ever have held. */
  isComplete: boolean;
  /** Newest first. */
  items: FeedItem[];
}

export interface FeedPaths {
  atom: string;
  json: string;
}

/** An event as an item of a feed. Titles and summaries are plain text. */
export interface FeedItem {
  /** What never changes about it: an entry has one judgement a day. */
  key: string;
  path: string;
  title: string;
  on: string;
  kind: { id: EventKind; word: string };
  collection: { id: ClaimEntry['collection']; word: string };
  judgement: HistoryItem;
}

/** The feed of all events, cut after the newest `feedLimit`. */
export function deriveFeed(model: Model, dataAsOf: string): Feed {
  const events = listEvents(model.content.entries);
  return {
    title: 'Async Python on InterSystems IRIS: what changed',
    description:
      events.length <= feedLimit
        ? 'Every judgement of a claim, newest first.'
        : `The newest ${feedLimit} of ${events.length} judgements of claims. The feeds of entries hold all of theirs, and the page of changes holds all.`,
    path: fixedRoutes.changes,
    paths: listFeedPaths('/'),
    updatedOn: events[0]?.on ?? dataAsOf,
    isComplete: events.length <= feedLimit,
    items: events.slice(0, feedLimit).map((event) => deriveFeedItem(model, event)),
  };
}

/** The feeds of all entries that make claims, each with all of its events. */
export function deriveEntryFeeds(model: Model, dataAsOf: string): { entry: ClaimEntry; feed: Feed }[] {
  const byEntry = Map.groupBy(listEvents(model.content.entries), ({ entry }) => entry);
  return listClaimEntries(model.content.entries).map((entry) => {
    const events = byEntry.get(entry) ?? [];
    const path = renderEntryPath(entry);
    const { singular } = collectionTerms[entry.collection];
    const feed: Feed = {
      title: `${removeBackticks(entry.data.title)}: what changed`,
      description: `${singular}: every judgement of it, newest first.`,
      path,
      paths: listFeedPaths(path),
      updatedOn: events[0]?.on ?? dataAsOf,
      isComplete: true,
      items: events.map((event) => deriveFeedItem(model, event)),
    };
    return { entry, feed };
  });
}

/** Where the feeds of a page stand: below it, and the feeds of the whole site below `/`. */
export function listFeedPaths(path: string): FeedPaths {
  return { atom: `${path}feed.xml`, json: `${path}feed.json` };
}

function deriveFeedItem(model: Model, event: Event): FeedItem {
  const { entry, judgement, on } = event;
  const { kind } = deriveEventRow(model, event);
  return {
    key: `${entry.collection}/${entry.id}/${on}`,
    path: renderJudgementPath(entry, on),
    title: renderTitle(model, event),
    on,
    kind: { id: event.kind, word: kind },
    collection: { id: entry.collection, word: collectionTerms[entry.collection].plural },
    judgement: deriveHistoryItem(model, entry, judgement),
  };
}

/** "Improved: No native ASGI hosting, open → partly addressed", with the new state alone where the old one is the same. */
function renderTitle(model: Model, event: Event): string {
  const { kind, from, to } = deriveEventRow(model, event);
  const states = [from, to].flatMap((mark) => (mark === undefined ? [] : [lowerFirst(mark.word)]));
  const step = [...new Set(states)].join(' → ');
  return removeBackticks(`${kind}: ${event.entry.data.title}${step === '' ? '' : `, ${step}`}`);
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function removeBackticks(text: string): string {
  return text.replaceAll('`', '');
}

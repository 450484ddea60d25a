import { describe, expect, test } from 'vitest';
import { addDays } from '#model/day.ts';
import { deriveEntryFeeds, deriveFeed, feedLimit } from '#model/view/feed.ts';
import {
  createEdge,
  createFinding,
  createGapAssessment,
  createGuide,
  createModel,
  createQuestion,
  createSource,
  createVerdict,
} from '../entries.ts';

const sources = [createSource()];

function listTitles(entries: Parameters<typeof createModel>[0]): string[] {
  return deriveFeed(createModel({ sources, ...entries }), '2026-11-20').items.map(({ title }) => title);
}

describe('the title of an item says what happened, to which entry, and from which state to which', () => {
  test('of a gap', () => {
    const assessments = [
      createGapAssessment({ on: '2026-01-01', status: 'open' }),
      createGapAssessment({ on: '2026-02-01', status: 'open' }),
      createGapAssessment({ on: '2026-03-01', status: 'shipped', maturity: 'experimental' }),
    ];
    expect(listTitles({ edges: [createEdge({ title: 'No `gather`', assessments })] })).toEqual([
      'Improved: No gather, open → shipped, experimental',
      'Re-verified: No gather, open',
      'Added: No gather, open',
    ]);
  });

  test('of a finding', () => {
    const verdicts = [
      createVerdict({ on: '2026-01-01', verdict: 'claimed' }),
      createVerdict({ on: '2026-02-01', verdict: 'too-strong' }),
    ];
    expect(listTitles({ findings: [createFinding({ verdicts })] })).toEqual([
      'Corrected: A title, claimed → too strong',
      'Added: A title, claimed',
    ]);
  });

  test('of a text without a status', () => {
    expect(listTitles({ guides: [createGuide()] })).toEqual(['Added: A title']);
  });
});

test('an item has a key of its own, leads to its judgement, and says of what kind it is', () => {
  const [item] = deriveFeed(createModel({ edges: [createEdge()], sources }), '2026-11-20').items;
  expect(item).toMatchObject({
    key: 'edges/edge/2026-11-20',
    path: '/edges/edge/#on-2026-11-20',
    kind: { id: 'added', word: 'Added' },
    collection: { id: 'edges', word: 'Sharp edges' },
  });
});

test('the feed of everything holds the newest events, and says so when there are more', () => {
  const assessments = Array.from({ length: feedLimit }, (_, index) =>
    createGapAssessment({ on: addDays('2026-01-01', index) }),
  );
  const whole = deriveFeed(createModel({ edges: [createEdge({ assessments })], sources }), '2026-11-20');
  expect([whole.items.length, whole.isComplete, whole.description]).toEqual([
    100,
    true,
    'Every judgement of a claim, newest first.',
  ]);
  const more = [...assessments, createGapAssessment({ on: '2026-11-20' })];
  const cut = deriveFeed(createModel({ edges: [createEdge({ assessments: more })], sources }), '2026-11-20');
  expect([cut.items.length, cut.isComplete, cut.description]).toEqual([
    100,
    false,
    'The newest 100 of 101 judgements of claims. The feeds of entries hold all of theirs, and the page of changes holds all.',
  ]);
  expect([cut.updatedOn, cut.items[0]?.on, cut.items.at(-1)?.on]).toEqual(['2026-11-20', '2026-11-20', '2026-01-02']);
});

test('every entry that makes claims has a feed of its own events, also one that nothing happened to', () => {
  const model = createModel({
    edges: [createEdge({ assessments: [createGapAssessment({ on: '2026-03-01' })] }), createEdge({ id: 'other' })],
    questions: [createQuestion()],
    sources,
  });
  const feeds = deriveEntryFeeds(model, '2026-11-20').map(({ entry, feed }) => [
    entry.id,
    feed.paths.atom,
    feed.updatedOn,
    feed.items.map(({ key }) => key),
  ]);
  expect(feeds).toEqual([
    ['edge', '/edges/edge/feed.xml', '2026-03-01', ['edges/edge/2026-03-01']],
    ['other', '/edges/other/feed.xml', '2026-11-20', ['edges/other/2026-11-20']],
    ['question', '/questions/question/feed.xml', '2026-11-20', []],
  ]);
});

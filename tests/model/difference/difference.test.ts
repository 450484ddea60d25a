import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveDifference, isSame, type Difference } from '#model/difference/difference.ts';
import { isListChange, type FieldChange } from '#model/difference/fields.ts';
import type { Snapshot } from '#schema/snapshot.ts';
import { createSnapshot, snapshots } from './snapshots.ts';

const seed = 20_261_121;
const edge = { title: 'An edge', status: 'open' };

function mirrorChange(change: FieldChange): FieldChange {
  if (isListChange(change)) return { path: change.path, added: change.removed, removed: change.added };
  const { path, before, after } = change;
  return { path, ...(after !== undefined && { before: after }), ...(before !== undefined && { after: before }) };
}

const mirrorKinds = { added: 'removed', removed: 'added', renamed: 'renamed', changed: 'changed' } as const;

/** The difference seen from the other side. Titles are the newer ones on either side, and left out. */
function mirror({ entries, totals, events }: Difference) {
  return {
    entries: entries.map(({ kind, key, formerKey, redirect, changes }) => ({
      kind: mirrorKinds[kind],
      key: formerKey ?? key,
      ...(formerKey !== undefined && { formerKey: key }),
      ...(redirect !== undefined && { redirect }),
      changes: changes.map(mirrorChange),
    })),
    totals: totals.map(mirrorChange),
    events: events.map(mirrorChange),
  };
}

function withoutTitles({ entries, ...rest }: Difference) {
  return {
    ...rest,
    entries: entries.map((entry) => Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'title'))),
  };
}

/** The same snapshot with everything in another order. */
function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverse).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, reverse(item)])
      .reverse(),
  );
}

describe('whatever the content', () => {
  test('nothing differs from itself', () => {
    assert(
      property(snapshots, (snapshot) => {
        expect(isSame(deriveDifference(snapshot, structuredClone(snapshot)))).toBe(true);
      }),
      { seed },
    );
  });

  test('what differs one way differs the other way round', () => {
    assert(
      property(snapshots, snapshots, (before, after) => {
        expect(mirror(deriveDifference(before, after))).toEqual(withoutTitles(deriveDifference(after, before)));
      }),
      { seed },
    );
  });

  test('its order makes no difference', () => {
    assert(
      property(snapshots, snapshots, (before, after) => {
        const difference = deriveDifference(before, after);
        expect(deriveDifference(reverse(before) as Snapshot, reverse(after) as Snapshot)).toEqual(difference);
        expect(isSame(deriveDifference(before, reverse(before) as Snapshot))).toBe(true);
      }),
      { seed },
    );
  });
});

describe('an entry', () => {
  test('that has another status is told by its field, with both values', () => {
    const before = createSnapshot({ entries: { 'edges/a': edge } });
    const after = createSnapshot({ entries: { 'edges/a': { ...edge, status: 'shipped', maturity: 'experimental' } } });
    expect(deriveDifference(before, after).entries).toEqual([
      {
        kind: 'changed',
        key: 'edges/a',
        title: 'An edge',
        changes: [
          { path: ['maturity'], after: 'experimental' },
          { path: ['status'], before: 'open', after: 'shipped' },
        ],
      },
    ]);
  });

  test('of a collection that nobody has heard of is compared cell by cell', () => {
    const need = (status: string, proof: string[]) => ({
      'needs/streaming': {
        title: 'Streaming',
        facts: { cells: { wsgi: { status, proof }, sidecar: { status: 'works' } } },
      },
    });
    const before = createSnapshot({ entries: need('open', ['a', 'b']) });
    const after = createSnapshot({ entries: need('works', ['c', 'b']) });
    expect(deriveDifference(before, after).entries[0]?.changes).toEqual([
      { path: ['facts', 'cells', 'wsgi', 'proof'], added: ['c'], removed: ['a'] },
      { path: ['facts', 'cells', 'wsgi', 'status'], before: 'open', after: 'works' },
    ]);
  });

  test('that a redirect leads to its new name was renamed, and what changed beside is told', () => {
    const before = createSnapshot({ entries: { 'edges/old': edge } });
    const after = createSnapshot({
      entries: { 'edges/new': { ...edge, status: 'shipped' } },
      redirects: { 'edges/old': 'edges/new' },
    });
    expect(deriveDifference(before, after).entries).toEqual([
      {
        kind: 'renamed',
        key: 'edges/new',
        formerKey: 'edges/old',
        title: 'An edge',
        changes: [{ path: ['status'], before: 'open', after: 'shipped' }],
      },
    ]);
  });

  test('that went into one that was there before was removed, and its redirect is told', () => {
    const before = createSnapshot({ entries: { 'edges/a': edge, 'edges/b': edge } });
    const after = createSnapshot({ entries: { 'edges/b': edge }, redirects: { 'edges/a': 'edges/b' } });
    expect(deriveDifference(before, after).entries).toEqual([
      { kind: 'removed', key: 'edges/a', title: 'An edge', redirect: 'edges/b', changes: [] },
    ]);
  });

  test('that others mention has not changed: that is told where it is mentioned', () => {
    const before = createSnapshot({ entries: { 'edges/a': { ...edge, mentionedBy: [] } } });
    const after = createSnapshot({ entries: { 'edges/a': { ...edge, mentionedBy: ['patterns/a'] } } });
    expect(isSame(deriveDifference(before, after))).toBe(true);
  });
});

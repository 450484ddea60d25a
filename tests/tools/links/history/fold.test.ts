import { describe, expect, test } from 'vitest';
import type { LinkVerdict } from '#schema/link-health.ts';
import { foldObservations } from '#tools/links/history/fold.ts';
import { emptyHealth } from '#tools/links/history/render.ts';
import { deriveExpectHash } from '#tools/links/identify/expect-hash.ts';
import {
  citation,
  createHealth,
  createObservation,
  createRecord,
  createWaiver,
  dayAt,
  fold,
  live,
} from './observations.ts';

/** The states after each day, each with the count of the streak where there is one. */
function listStates(...history: Parameters<typeof live>): string[] {
  return live(...history).map(({ state, streak }) => (streak === null ? state : `${state} ${streak.kind} ${streak.n}`));
}

describe('a citation that is checked for the first time', () => {
  test.each<[LinkVerdict, string]>([
    ['ok', 'healthy'],
    ['moved', 'healthy'],
    ['redirected', 'healthy'],
    ['drifted', 'suspect negative 1'],
    ['soft-404', 'suspect negative 1'],
    ['anchor-missing', 'suspect negative 1'],
    ['gone', 'suspect negative 1'],
    ['no-such-host', 'suspect negative 1'],
    ['unreachable', 'suspect weak 1'],
    ['tls-error', 'suspect weak 1'],
    ['blocked', 'new'],
    ['unverified', 'new'],
    ['refused', 'new'],
    ['invalid', 'new'],
  ])('and is `%s` is %s', (verdict, state) => {
    expect(listStates({ 0: [verdict] })).toEqual([state]);
  });

  test('has a record of what was found', () => {
    const observation = createObservation('moved', 0, {
      suggestion: { kind: 'permanent-redirect', value: 'https://docs.example.org/b', confidence: 'high' },
      validators: { etag: '"1"' },
    });
    expect(fold(emptyHealth, [observation], 0)).toEqual({
      health: createHealth(
        createRecord({
          last: { verdict: 'moved', code: 'MOVED', detail: 'It was moved' },
          suggestion: { kind: 'permanent-redirect', value: 'https://docs.example.org/b', confidence: 'high' },
          validators: { etag: '"1"' },
        }),
      ),
      notes: [],
    });
  });

  test('has none before that', () => {
    expect(fold(emptyHealth, [], 0)).toEqual({ health: emptyHealth, notes: [] });
  });
});

describe('a link that fails', () => {
  test('is dead after three wrong answers over three days, and not before', () => {
    expect(listStates({ 0: ['gone'], 1: ['gone'], 2: ['gone'], 3: ['gone'] })).toEqual([
      'suspect negative 1',
      'suspect negative 2',
      'suspect negative 3',
      'dead negative 4',
    ]);
    expect(listStates({ 0: ['gone'], 5: ['gone'], 6: ['soft-404'] })).toEqual([
      'suspect negative 1',
      'suspect negative 2',
      'dead negative 3',
    ]);
  });

  test('is dead after five times without an answer over fourteen days, and not before', () => {
    const weak: LinkVerdict[] = ['unreachable'];
    expect(listStates({ 0: weak, 1: weak, 4: weak, 7: weak, 13: weak, 14: weak })).toEqual([
      'suspect weak 1',
      'suspect weak 2',
      'suspect weak 3',
      'suspect weak 4',
      'suspect weak 5',
      'dead weak 6',
    ]);
    expect(listStates({ 0: weak, 14: weak, 15: weak, 16: weak, 17: ['tls-error'] }).slice(-2)).toEqual([
      'suspect weak 4',
      'dead weak 5',
    ]);
  });

  test('is dead on the second day on which it says something else', () => {
    expect(listStates({ 0: ['drifted'], 1: ['drifted'] })).toEqual(['suspect negative 1', 'dead negative 2']);
    expect(listStates({ 0: ['drifted', 'drifted', 'drifted'] })).toEqual(['suspect negative 1']);
  });

  test('is not dead so soon when on that day it was wrong in more than one way, whichever came first', () => {
    const states = (hours: readonly [string, string]) => {
      const { health } = fold(emptyHealth, [createObservation('drifted')], 0);
      const observations = (['drifted', 'gone'] as const).map((verdict, index) =>
        createObservation(verdict, 1, { at: `${dayAt(1)}T${hours[index] ?? ''}:00:00.000Z` }),
      );
      return fold(health, observations, 1).health.links.map(({ state, last }) => [state, last.verdict]);
    };
    expect(states(['06', '07'])).toEqual([['suspect', 'gone']]);
    expect(states(['07', '06'])).toEqual([['suspect', 'gone']]);
  });

  test('moves by one a day at most, in however many runs', () => {
    let health = emptyHealth;
    for (const hour of ['06', '07', '08']) {
      const at = `${dayAt(0)}T${hour}:00:00Z`;
      health = fold(health, [createObservation('gone', 0, { at })], 0).health;
    }
    expect(health.links[0]?.streak).toEqual({ kind: 'negative', n: 1, from: dayAt(0) });
  });

  test('neither counts nor starts anew while it does not answer between wrong answers', () => {
    expect(
      listStates({
        0: ['gone'],
        1: ['unreachable'],
        2: ['gone'],
        3: ['unreachable'],
        9: ['unreachable'],
        10: ['gone'],
      }),
    ).toEqual([
      'suspect negative 1',
      'suspect negative 1',
      'suspect negative 2',
      'suspect negative 2',
      'suspect negative 2',
      'dead negative 3',
    ]);
  });

  test('starts a streak of its own when it answers wrongly after it did not answer', () => {
    expect(live({ 0: ['unreachable'], 1: ['unreachable'], 2: ['gone'] }).at(-1)?.streak).toEqual({
      kind: 'negative',
      n: 1,
      from: dayAt(2),
    });
  });

  test('counts as answering wrongly when it does both on one day', () => {
    expect(listStates({ 0: ['unreachable', 'gone'] })).toEqual(['suspect negative 1']);
  });

  test('is cleared by a second pass that is good', () => {
    const health = createHealth(createRecord());
    expect(live({ 9: ['unreachable', 'ok'] }, { health })).toEqual([
      createRecord({ lastChecked: dayAt(9), lastOk: dayAt(9), nextDue: dayAt(16) }),
    ]);
  });

  test('is not made worse by a second pass', () => {
    expect(live({ 0: ['gone', 'gone'] })).toEqual(live({ 0: ['gone'] }));
    expect(live({ 0: ['gone', 'unreachable'] })).toEqual(live({ 0: ['gone'] }));
    expect(live({ 0: ['gone', 'blocked'] })).toEqual(live({ 0: ['gone'] }));
  });

  test('is healthy again after one good answer, even when it was dead', () => {
    expect(listStates({ 0: ['drifted'], 1: ['drifted'], 2: ['ok'] }).slice(1)).toEqual(['dead negative 2', 'healthy']);
  });

  test('stays dead until then, whatever else is found', () => {
    expect(
      listStates({ 0: ['drifted'], 1: ['drifted'], 2: ['gone'], 3: ['unreachable'], 4: ['blocked'], 90: ['blocked'] }),
    ).toEqual([
      'suspect negative 1',
      'dead negative 2',
      'dead negative 3',
      'dead negative 3',
      'dead negative 3',
      'dead negative 3',
    ]);
  });

  test('keeps what was proposed instead of it until there is something better', () => {
    const suggestion = { kind: 'archive', value: 'https://archive.example.org/a', confidence: 'low' } as const;
    const { health } = fold(emptyHealth, [createObservation('gone', 0, { suggestion })], 0);
    const after = (verdict: LinkVerdict) =>
      fold(health, [createObservation(verdict, 1)], 1).health.links[0]?.suggestion;
    expect([after('gone'), after('blocked'), after('unreachable')]).toEqual([suggestion, suggestion, suggestion]);
    expect(after('ok')).toBeUndefined();
  });

  test('is asked without a condition after a wrong answer, and with the old one after none', () => {
    const health = createHealth(createRecord({ validators: { etag: '"1"' } }));
    const after = (verdict: LinkVerdict) => live({ 7: [verdict] }, { health })[0]?.validators;
    expect([after('drifted'), after('unreachable'), after('blocked')]).toEqual([
      undefined,
      { etag: '"1"' },
      { etag: '"1"' },
    ]);
  });
});

describe('a link that cannot be judged', () => {
  test('keeps its state and its streak', () => {
    expect(listStates({ 0: ['ok'], 7: ['blocked'], 8: ['unverified'] })).toEqual(['healthy', 'healthy', 'healthy']);
    expect(listStates({ 0: ['gone'], 1: ['blocked'], 2: ['gone'], 3: ['refused'], 4: ['gone'] })).toEqual([
      'suspect negative 1',
      'suspect negative 1',
      'suspect negative 2',
      'suspect negative 2',
      'dead negative 3',
    ]);
  });

  test('is unverifiable 30 days after it was last good, and says when that was', () => {
    const [, before, after] = live({ 0: ['ok'], 29: ['blocked'], 30: ['blocked'] });
    expect(before).toMatchObject({ state: 'healthy', lastOk: dayAt(0) });
    expect(after).toMatchObject({ state: 'unverifiable', since: dayAt(30), lastOk: dayAt(0), lastChecked: dayAt(30) });
  });

  test('is unverifiable 30 days after it was first seen when it was never good', () => {
    expect(listStates({ 0: ['blocked'], 29: ['blocked'], 30: ['blocked'] })).toEqual(['new', 'new', 'unverifiable']);
  });

  test('is unverifiable after 30 days without a check, too', () => {
    expect(fold(createHealth(createRecord()), [], 30).health.links).toEqual([
      createRecord({ state: 'unverifiable', since: dayAt(30) }),
    ]);
  });

  test('is a suspect again at the first wrong answer, and dead in its time', () => {
    expect(listStates({ 0: ['ok'], 40: ['blocked'], 41: ['gone'], 42: ['gone'], 45: ['gone'] })).toEqual([
      'healthy',
      'unverifiable',
      'suspect negative 1',
      'suspect negative 2',
      'dead negative 3',
    ]);
  });

  test('is unverifiable when it answered wrongly once and never again answered', () => {
    const history = live({ 0: ['ok'], 1: ['gone'], 2: ['unreachable'], 30: ['unreachable'], 31: ['unreachable'] });
    expect(history.map(({ state, since }) => [state, since])).toEqual([
      ['healthy', dayAt(0)],
      ['suspect', dayAt(1)],
      ['suspect', dayAt(1)],
      ['unverifiable', dayAt(30)],
      ['unverifiable', dayAt(30)],
    ]);
  });
});

describe('a page that meets its expectation every so often', () => {
  test('stays healthy and is flagged when it does both in one run', () => {
    const [record] = live({ 7: ['drifted', 'ok'] }, { health: createHealth(createRecord()) });
    expect(record).toEqual(
      createRecord({
        lastChecked: dayAt(7),
        lastOk: dayAt(7),
        nextDue: dayAt(14),
        unstable: true,
        flippedOn: dayAt(7),
      }),
    );
  });

  test('is flagged when it comes back twice within a month, as once may be a repair', () => {
    const history = live({ 0: ['ok'], 7: ['drifted'], 8: ['ok'], 15: ['drifted'], 16: ['ok'] });
    expect(history.map(({ unstable }) => unstable)).toEqual([undefined, undefined, undefined, undefined, true]);
    const later = live({ 0: ['ok'], 7: ['drifted'], 8: ['ok'], 60: ['drifted'], 61: ['ok'] });
    expect(later.map(({ unstable }) => unstable)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('is not flagged when it did not answer later on a day on which it was good', () => {
    const good = fold(emptyHealth, [createObservation('ok')], 0).health;
    expect(fold(good, [createObservation('unreachable')], 0).health).toEqual(good);
  });

  test('keeps the flag when it comes back once more after a month of failing', () => {
    const history = live({ 0: ['drifted', 'ok'], 31: ['drifted'], 32: ['ok'] });
    expect(history.map(({ unstable, flippedOn }) => [unstable, flippedOn])).toEqual([
      [true, dayAt(0)],
      [true, dayAt(0)],
      [true, dayAt(32)],
    ]);
  });

  test('is not flagged when it was only out of reach', () => {
    expect(
      live({ 0: ['unreachable', 'ok'], 7: ['unreachable'], 8: ['ok'], 9: ['tls-error'], 10: ['ok'] }),
    ).toMatchObject(Array.from({ length: 5 }, () => ({ unstable: undefined, flippedOn: undefined })));
  });

  test('loses the flag after a month in which it was always good', () => {
    const history = live({ 0: ['drifted', 'ok'], 7: ['ok'], 29: ['ok'], 30: ['ok'] });
    expect(history.map(({ unstable, flippedOn }) => [unstable, flippedOn])).toEqual([
      [true, dayAt(0)],
      [true, dayAt(0)],
      [true, dayAt(0)],
      [undefined, undefined],
    ]);
  });

  test('is not dead as soon as others, as it may fail twice in a row by chance', () => {
    expect(listStates({ 0: ['drifted', 'ok'], 7: ['drifted'], 8: ['drifted'], 11: ['drifted'] })).toEqual([
      'healthy',
      'suspect negative 1',
      'suspect negative 2',
      'dead negative 3',
    ]);
  });

  test('is flagged in whichever order the runs of one day find it good and wrong', () => {
    const health = createHealth(createRecord());
    const one = fold(fold(health, [createObservation('ok', 7)], 7).health, [createObservation('drifted', 7)], 7);
    const other = fold(fold(health, [createObservation('drifted', 7)], 7).health, [createObservation('ok', 7)], 7);
    expect(one.health.links[0]).toMatchObject({ state: 'healthy', unstable: true, flippedOn: dayAt(7) });
    // Between the runs it was a suspect, so its health began today.
    expect(other.health.links[0]).toEqual({ ...one.health.links[0], since: dayAt(7) });
  });
});

describe('a waived link', () => {
  const waivers = [createWaiver()];

  test('is waived for the verdict that is named, and its streak rests', () => {
    const history = live({ 0: ['gone'], 1: ['gone'], 9: ['gone'] }, { waivers });
    expect(history.map(({ state, streak }) => [state, streak])).toEqual([
      ['waived', null],
      ['waived', null],
      ['waived', null],
    ]);
    expect(history[0]?.last).toEqual({ verdict: 'waived', code: 'GONE', detail: 'gone: It was gone' });
  });

  test('is waived when a part of the day could not be judged at all', () => {
    expect(live({ 0: ['blocked', 'gone', 'unverified'] }, { waivers })[0]).toMatchObject({
      state: 'waived',
      last: { verdict: 'waived' },
    });
  });

  test('is not waived by the waiver of another', () => {
    const health = createHealth(...live({ 0: ['gone'] }, { waivers }));
    const others = [createWaiver({ match: { citation: 'another' } })];
    expect(fold(health, [], 1, others).health.links).toMatchObject([{ state: 'new', nextDue: dayAt(1) }]);
  });

  test('fails for any other verdict', () => {
    expect(listStates({ 0: ['soft-404'], 1: ['unreachable', 'gone'] }, { waivers })).toEqual([
      'suspect negative 1',
      'suspect negative 1',
    ]);
  });

  test('is waived at once when the waiver comes after the check', () => {
    const dead = createHealth(...live({ 0: ['gone'], 1: ['gone'], 4: ['gone'] }).slice(-1));
    expect(fold(dead, [], 5, waivers).health.links).toMatchObject([{ state: 'waived', since: dayAt(5) }]);
  });

  test('is healthy when it is good', () => {
    expect(listStates({ 0: ['gone'], 7: ['ok'] }, { waivers })).toEqual(['waived', 'healthy']);
  });

  test('is due on the day after the waiver, at the latest', () => {
    const short = [createWaiver({ expires: dayAt(2) })];
    expect(live({ 0: ['gone'] }, { waivers: short })[0]?.nextDue).toBe(dayAt(3));
    expect(live({ 0: ['gone'] }, { waivers })[0]?.nextDue).toBe(dayAt(7));
  });

  test.each([
    ['dead', { streak: { kind: 'negative', n: 3, from: dayAt(0) }, lastChecked: dayAt(4) }],
    ['suspect', { streak: { kind: 'negative', n: 2, from: dayAt(0) }, lastChecked: dayAt(4) }],
    ['healthy', { streak: null, lastOk: dayAt(0) }],
    ['new', { streak: null, lastOk: null }],
  ] as const)('is %s again when the waiver has ended, and due', (state, overrides) => {
    const last = { verdict: 'waived', code: 'GONE', detail: 'gone: It was gone' } as const;
    const health = createHealth(createRecord({ state: 'waived', last, ...overrides }));
    const ended = [createWaiver({ expires: dayAt(8) })];
    expect(fold(health, [], 8, ended).health.links).toMatchObject([{ state: 'waived' }]);
    expect(fold(health, [], 9, ended).health.links).toMatchObject([{ state, since: dayAt(9), nextDue: dayAt(9) }]);
  });
});

describe('a citation that changed', () => {
  test('starts anew when its expectation was edited, and says so', () => {
    const health = createHealth(createRecord({ expectHash: '0123456789abcdef', note: 'of the old claim' }));
    expect(fold(health, [createObservation('gone', 3)], 3)).toEqual({
      health: createHealth(
        createRecord({
          state: 'suspect',
          since: dayAt(3),
          firstSeen: dayAt(3),
          lastChecked: dayAt(3),
          lastOk: null,
          streak: { kind: 'negative', n: 1, from: dayAt(3) },
          last: { verdict: 'gone', code: 'GONE', detail: 'It was gone' },
          nextDue: dayAt(4),
        }),
      ),
      notes: ['Started `a-page` anew: its URL or its expectation was edited'],
    });
  });

  test('is not judged by what was found before the edit', () => {
    const stale = createObservation('gone', 3, { expectHash: '0123456789abcdef' });
    expect(fold(createHealth(createRecord()), [stale], 3)).toEqual({
      health: createHealth(createRecord()),
      notes: [`Left out what was observed of \`a-page\` on ${dayAt(3)}: its URL or its expectation was edited`],
    });
  });

  test('is dropped when no source has its id any more, and said to be', () => {
    const health = createHealth(createRecord(), createRecord({ citation: 'old-page' }));
    const observations = [
      createObservation('ok', 0, { citation: 'old-page' }),
      createObservation('ok', 0, { citation: 'other' }),
    ];
    expect(fold(health, observations, 0)).toEqual({
      health: createHealth(createRecord()),
      notes: [
        'Dropped the record of `old-page`: no source has that id',
        'Left out what was observed of `other`: no source has that id',
      ],
    });
  });

  test('keeps what a newer tool wrote into its record', () => {
    const health = createHealth(createRecord({ note: { by: 'a newer tool' } }));
    expect(live({ 7: ['ok'] }, { health })[0]?.note).toEqual({ by: 'a newer tool' });
  });
});

describe('a clock that is wrong', () => {
  test('puts days that are yet to come right, without a death', () => {
    const future = '2036-01-01';
    const health = createHealth(
      createRecord({
        state: 'suspect',
        since: future,
        firstSeen: future,
        lastChecked: future,
        lastOk: future,
        flippedOn: future,
        streak: { kind: 'negative', n: 2, from: future },
        last: { verdict: 'drifted', code: 'EXPECT_HEADING', detail: 'It says something else' },
        nextDue: '2036-01-08',
      }),
    );
    const { health: after, notes } = fold(health, [createObservation('drifted', 3)], 3);
    expect(after.links).toEqual([
      createRecord({
        state: 'suspect',
        since: dayAt(3),
        firstSeen: dayAt(3),
        lastChecked: dayAt(3),
        lastOk: dayAt(2),
        flippedOn: dayAt(2),
        streak: { kind: 'negative', n: 3, from: dayAt(3) },
        last: { verdict: 'drifted', code: 'DRIFTED', detail: 'It was drifted' },
        nextDue: dayAt(4),
      }),
    ]);
    expect(notes).toEqual([
      `Put \`since\`, \`firstSeen\`, \`lastChecked\`, \`lastOk\`, \`streak.from\`, \`flippedOn\` and \`nextDue\` of \`a-page\` right: a day after ${dayAt(3)}`,
    ]);
  });

  test('makes a link due whose next check no check can have set', () => {
    const waits = (nextDue: string) => fold(createHealth(createRecord({ nextDue })), [], 0).health.links[0]?.nextDue;
    expect(waits(dayAt(11))).toBe(dayAt(11));
    expect(waits(dayAt(12))).toBe(dayAt(0));
  });

  test('takes an observation from the future for one of today', () => {
    const { health, notes } = fold(emptyHealth, [createObservation('ok', 5)], 0);
    expect(health.links).toEqual([createRecord()]);
    expect(notes).toEqual([
      `Took what was observed of \`a-page\` on ${dayAt(5)} for ${dayAt(0)}: that day is yet to come`,
    ]);
  });

  test('leaves out what is older than the record', () => {
    const health = createHealth(createRecord({ lastChecked: dayAt(5), lastOk: dayAt(5) }));
    expect(fold(health, [createObservation('gone', 4)], 6)).toEqual({
      health,
      notes: [`Left out what was observed of \`a-page\` on ${dayAt(4)}: it was checked again on ${dayAt(5)}`],
    });
  });
});

describe('what a page or a server said', () => {
  test('last on a day is kept, of what weighs the same', () => {
    const at = (hour: string, detail: string) =>
      createObservation('gone', 0, { at: `${dayAt(0)}T${hour}:00:00.000Z`, detail });
    const { health } = fold(emptyHealth, [at('09', 'first'), at('21', 'last'), at('15', 'second')], 0);
    expect(health.links[0]?.last.detail).toBe('last');
  });

  test('is kept short, and without control characters or halves of characters', () => {
    const detail = `\u001b[31m\u202e${'x'.repeat(300)}`;
    const [record] = fold(emptyHealth, [createObservation('gone', 0, { detail })], 0).health.links;
    expect(record?.last.detail).toBe(`\\u001b[31m\\u202e${'x'.repeat(183)}…`);
    const torn = fold(emptyHealth, [createObservation('gone', 0, { detail: `\ud83d${'x'.repeat(197)}😀` })], 0);
    expect(torn.health.links[0]?.last.detail).toBe(`\ufffd${'x'.repeat(197)}\ufffd…`);
  });

  test('is not kept where it could not be written', () => {
    const [record] = fold(
      emptyHealth,
      [
        createObservation('ok', 0, {
          validators: { etag: 'x'.repeat(301) },
          suggestion: { kind: 'https', value: `https://docs.example.org/${'x'.repeat(1200)}`, confidence: 'high' },
        }),
      ],
      0,
    ).health.links;
    expect(record).toEqual(createRecord());
  });
});

test('records and notes stand in the order of ids, however the citations come', () => {
  const citations = ['b', 'c', 'a'].map((id) => ({ ...citation, id, url: `https://docs.example.org/${id}` }));
  const observations = citations.map((cited) =>
    createObservation('ok', 1, { citation: cited.id, url: cited.url, expectHash: deriveExpectHash(cited) }),
  );
  const { health, notes } = foldObservations(emptyHealth, observations, { today: dayAt(0), citations, waivers: [] });
  expect(health.links.map((record) => record.citation)).toEqual(['a', 'b', 'c']);
  expect(notes).toEqual(
    ['a', 'b', 'c'].map(
      (id) => `Took what was observed of \`${id}\` on 2026-03-03 for 2026-03-02: that day is yet to come`,
    ),
  );
});

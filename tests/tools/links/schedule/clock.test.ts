import { expect, test } from 'vitest';
import { systemClock } from '#tools/links/schedule/clock.ts';

test('the clock of the system waits as long as it is asked to', async () => {
  const startMs = systemClock.nowMs();
  await systemClock.wait(20);
  // Timers are rounded down to whole milliseconds.
  expect(systemClock.nowMs() - startMs).toBeGreaterThanOrEqual(19);
});

test.each([-1, 0])('a wait of %d ms is over at once', async (ms) => {
  const startMs = systemClock.nowMs();
  await systemClock.wait(ms);
  expect(systemClock.nowMs() - startMs).toBeLessThan(10_000);
});

test.each([60_000, 2 ** 31, Number.MAX_SAFE_INTEGER])(
  'a wait of %d ms lasts, and ends when it is aborted',
  async (ms) => {
    const controller = new AbortController();
    let isOver = false;
    const wait = systemClock.wait(ms, controller.signal).then(() => {
      isOver = true;
    });
    // A timer that is given too much fires after a millisecond.
    await systemClock.wait(30);
    expect(isOver).toBe(false);
    controller.abort();
    await wait;
    expect(isOver).toBe(true);
  },
);

test('a wait that was aborted before it began is over at once', async () => {
  await expect(systemClock.wait(60_000, AbortSignal.abort())).resolves.toBeUndefined();
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Interpreters, loadLimitMs, type ReadyInterpreter } from '#runner/browser/interpreters.ts';
import type { StartRequest } from '#runner/browser/start.ts';
import { createFakeChannel, createReady, type FakeChannel } from '../fake-channel.ts';

const memory = Uint8Array.of(1, 2, 3);
const otherMemory = Uint8Array.of(4, 5, 6);
const indexURL = 'https://example.org/runtime/';
/** The smallest module there is. */
const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
const fromNothing: StartRequest = { indexURL, snapshot: undefined, module: undefined };
const fromMemory: StartRequest = { indexURL, snapshot: memory, module: undefined };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Interpreters in a world that a test plays: each worker that was asked for, and the callbacks that wait for an idle page. */
function createWorld({ savesData = false } = {}) {
  const workers: { request: StartRequest; channel: FakeChannel }[] = [];
  const waiting: (() => void)[] = [];
  const world = { savesData };
  const interpreters = new Interpreters({
    openChannel(request) {
      const channel = createFakeChannel();
      workers.push({ request, channel });
      return channel;
    },
    indexURL,
    whenIdle: (callback) => waiting.push(callback),
    savesData: () => world.savesData,
  });
  const idle = () => {
    for (const callback of waiting.splice(0)) callback();
  };
  const worker = (index: number): FakeChannel => {
    const { channel } = workers[index] ?? {};
    if (channel === undefined) throw new Error(`Only ${workers.length} workers were started`);
    return channel;
  };
  /** Takes an interpreter; a rejection is kept for the test to look at. */
  const take = () => {
    const abort = new AbortController();
    const received: number[] = [];
    const taken = interpreters.take({ signal: abort.signal, onReceived: (bytes) => received.push(bytes) });
    const outcome: Promise<unknown> = taken.catch((error: unknown) => error);
    return { abort, received, taken, outcome };
  };
  return {
    interpreters,
    world,
    workers,
    worker,
    waiting,
    idle,
    take,
    requests: () => workers.map(({ request }) => request),
  };
}

/** A world in which one interpreter has been loaded and taken. */
async function createLoadedWorld(options?: { savesData?: boolean }) {
  const loaded = createWorld(options);
  const { taken } = loaded.take();
  loaded.worker(0).say(createReady(memory));
  await taken;
  return loaded;
}

const isTaken = (outcome: unknown, channel: FakeChannel) => (outcome as ReadyInterpreter).channel === channel;

test('the code that the first compiled is handed to the others, also when its memory is of no use', async () => {
  const { worker, take, requests } = createWorld();
  const first = take();
  worker(0).say({ ...createReady(memory), module });
  await first.taken;
  const second = take();
  expect(requests()).toEqual([fromNothing, { ...fromMemory, module }]);
  worker(1).say({ type: 'failed', reason: 'no room for a copy' });
  await vi.advanceTimersByTimeAsync(0);
  expect(requests().at(-1)).toEqual({ ...fromNothing, module });
  worker(2).say(createReady(otherMemory));
  await second.taken;
});

describe('the first interpreter', () => {
  test('starts from nothing, tells how much has come, and gives its memory', async () => {
    const { interpreters, worker, take, requests } = createWorld();
    const { taken, received } = take();
    expect(requests()).toEqual([fromNothing]);
    expect(interpreters.isLoaded).toBe(false);
    worker(0).say({ type: 'received', bytes: 10 });
    worker(0).say({ type: 'received', bytes: 20 });
    worker(0).say(createReady(memory));
    expect(await taken).toEqual({ channel: worker(0), ready: createReady(memory) });
    expect(received).toEqual([10, 20]);
    expect(interpreters.isLoaded).toBe(true);
    expect(worker(0).isTerminated).toBe(false);
  });

  test('fails when it is stuck, its worker is ended, and the next one starts from nothing', async () => {
    const { worker, take, requests } = createWorld();
    const { outcome } = take();
    await vi.advanceTimersByTimeAsync(loadLimitMs);
    expect(await outcome).toEqual(new Error('Pyodide did not start within 60 s'));
    expect(worker(0).isTerminated).toBe(true);
    const next = take();
    expect(requests()).toEqual([fromNothing, fromNothing]);
    worker(1).say(createReady(memory));
    expect(await next.taken).toMatchObject({ channel: worker(1) });
  });

  test('is not stuck as long as something comes', async () => {
    const { worker, take } = createWorld();
    const { taken } = take();
    for (let count = 1; count <= 3; count += 1) {
      await vi.advanceTimersByTimeAsync(loadLimitMs - 1);
      worker(0).say({ type: 'received', bytes: count });
    }
    worker(0).say(createReady(memory));
    await expect(taken).resolves.toMatchObject({ channel: worker(0) });
  });

  test('fails with the reason of its worker, which is ended and not started again by itself', async () => {
    const { worker, take, workers } = createWorld();
    const { outcome } = take();
    worker(0).say({ type: 'failed', reason: 'the site cannot be reached' });
    expect(await outcome).toEqual(new Error('Pyodide did not load: the site cannot be reached'));
    expect(worker(0).isTerminated).toBe(true);
    expect(workers).toHaveLength(1);
  });

  test('is ended when the reader stops it', async () => {
    const { worker, take, workers, interpreters } = createWorld();
    const { abort, outcome } = take();
    worker(0).say({ type: 'received', bytes: 10 });
    abort.abort();
    expect(await outcome).toEqual(new Error('interrupted'));
    expect(worker(0).isTerminated).toBe(true);
    expect(workers).toHaveLength(1);
    expect(interpreters.isLoaded).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is followed by no other one ahead while none has been loaded', () => {
    const { interpreters, waiting } = createWorld();
    interpreters.warm();
    expect(waiting).toEqual([]);
  });
});

describe('the next interpreter', () => {
  test('starts from the memory of the first', async () => {
    const { worker, take, requests, interpreters } = await createLoadedWorld();
    const { taken } = take();
    expect(requests()).toEqual([fromNothing, fromMemory]);
    worker(1).say(createReady());
    expect(await taken).toEqual({ channel: worker(1), ready: createReady() });
    expect(interpreters.isLoaded).toBe(true);
  });

  test('starts from nothing, once, when the memory does not work', async () => {
    const { worker, take, requests, interpreters } = await createLoadedWorld();
    const { taken } = take();
    worker(1).say({ type: 'failed', reason: 'no room for a copy' });
    await vi.advanceTimersByTimeAsync(0);
    expect(worker(1).isTerminated).toBe(true);
    expect(requests()).toEqual([fromNothing, fromMemory, fromNothing]);
    expect(interpreters.isLoaded).toBe(false);
    worker(2).say(createReady(otherMemory));
    expect(await taken).toMatchObject({ channel: worker(2) });

    const next = take();
    expect(requests().at(-1)).toEqual({ indexURL, snapshot: otherMemory, module: undefined });
    worker(3).say(createReady());
    await next.taken;
  });

  test('fails when it starts neither from the memory nor from nothing', async () => {
    const { worker, take, workers } = await createLoadedWorld();
    const { outcome } = take();
    worker(1).crash('no room for a copy');
    await vi.advanceTimersByTimeAsync(0);
    worker(2).crash('no room at all');
    expect(await outcome).toEqual(new Error('Pyodide did not load: no room at all'));
    expect(workers).toHaveLength(3);
    expect(workers.slice(1).map(({ channel }) => channel.isTerminated)).toEqual([true, true]);
  });

  test('is not started from nothing when the reader stops it', async () => {
    const { take, workers, worker, interpreters } = await createLoadedWorld();
    const { abort, outcome } = take();
    abort.abort();
    expect(await outcome).toBe(abort.signal.reason);
    expect(workers).toHaveLength(2);
    expect(worker(1).isTerminated).toBe(true);
    expect(interpreters.isLoaded).toBe(true);
  });

  test('is ended when the reader stops its start from nothing', async () => {
    const { take, workers, worker } = await createLoadedWorld();
    const { abort, outcome } = take();
    worker(1).crash('no room for a copy');
    await vi.advanceTimersByTimeAsync(0);
    abort.abort();
    expect(await outcome).toEqual(new Error('interrupted'));
    expect(worker(2).isTerminated).toBe(true);
    expect(workers).toHaveLength(3);
  });
});

describe('a spare', () => {
  /** A world in which a spare has been started. */
  async function createSpareWorld() {
    const loaded = await createLoadedWorld();
    loaded.interpreters.warm();
    loaded.idle();
    return loaded;
  }

  test('is started from memory when the page is idle, and no sooner', async () => {
    const { interpreters, idle, requests } = await createLoadedWorld();
    interpreters.warm();
    expect(requests()).toEqual([fromNothing]);
    idle();
    expect(requests()).toEqual([fromNothing, fromMemory]);
  });

  test('is the only one, however often it is asked for', async () => {
    const { interpreters, idle, workers } = await createLoadedWorld();
    interpreters.warm();
    interpreters.warm();
    idle();
    interpreters.warm();
    idle();
    expect(workers).toHaveLength(2);
  });

  test('is taken, once', async () => {
    const { worker, take, workers, requests } = await createSpareWorld();
    worker(1).say(createReady());
    const first = take();
    expect(isTaken(await first.taken, worker(1))).toBe(true);
    expect(workers).toHaveLength(2);
    const second = take();
    expect(requests()).toEqual([fromNothing, fromMemory, fromMemory]);
    worker(2).say(createReady());
    expect(isTaken(await second.taken, worker(2))).toBe(true);
  });

  test('is waited for when it has not started yet', async () => {
    const { worker, take, workers } = await createSpareWorld();
    const { taken } = take();
    expect(workers).toHaveLength(2);
    worker(1).say(createReady());
    expect(isTaken(await taken, worker(1))).toBe(true);
  });

  test('that failed is made up for by another one', async () => {
    const { worker, take, requests } = await createSpareWorld();
    worker(1).crash('out of memory');
    await vi.advanceTimersByTimeAsync(0);
    expect(worker(1).isTerminated).toBe(true);
    const { taken } = take();
    await vi.advanceTimersByTimeAsync(0);
    expect(requests()).toEqual([fromNothing, fromMemory, fromMemory]);
    worker(2).say(createReady());
    expect(isTaken(await taken, worker(2))).toBe(true);
  });

  test('that is stuck is made up for by another one', async () => {
    const { worker, take, requests } = await createSpareWorld();
    const { taken } = take();
    await vi.advanceTimersByTimeAsync(loadLimitMs);
    expect(worker(1).isTerminated).toBe(true);
    expect(requests()).toEqual([fromNothing, fromMemory, fromMemory]);
    worker(2).say(createReady());
    expect(isTaken(await taken, worker(2))).toBe(true);
  });

  test('is ended when the reader stops the run that waits for it, and no other one is started', async () => {
    const { worker, take, workers } = await createSpareWorld();
    const { abort, outcome } = take();
    abort.abort();
    expect(await outcome).toBe(abort.signal.reason);
    expect(worker(1).isTerminated).toBe(true);
    expect(workers).toHaveLength(2);
  });

  test('is not started for a reader who saves data', async () => {
    const { interpreters, waiting, idle, workers, world } = await createLoadedWorld({ savesData: true });
    interpreters.warm();
    expect(waiting).toEqual([]);
    world.savesData = false;
    interpreters.warm();
    idle();
    expect(workers).toHaveLength(2);
  });
});

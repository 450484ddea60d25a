import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runInSession, waitUntilReady } from '#runner/session.ts';
import { createFakeChannel, createReady } from './fake-channel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const bytes = (text: string) => new TextEncoder().encode(text);

describe('waiting for an interpreter', () => {
  function wait() {
    const channel = createFakeChannel();
    const abort = new AbortController();
    const received: number[] = [];
    const ready = waitUntilReady(channel, {
      limitMs: 1000,
      signal: abort.signal,
      onReceived: (count) => received.push(count),
    });
    const outcome = ready.catch((error: unknown) => error);
    return { channel, abort, received, ready, outcome };
  }

  test('ends with what the worker is', async () => {
    const { channel, ready } = wait();
    channel.say(createReady());
    await expect(ready).resolves.toEqual({ type: 'ready', pyodide: '314.0.7', python: '3.14.2' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('fails when nothing comes within the limit', async () => {
    const { outcome } = wait();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await outcome).toEqual(new Error('Pyodide did not start within 1 s'));
  });

  test('goes on as long as something comes within the limit, and tells how much', async () => {
    const { channel, received, ready } = wait();
    for (const count of [10, 20, 30]) {
      await vi.advanceTimersByTimeAsync(999);
      channel.say({ type: 'received', bytes: count });
    }
    await vi.advanceTimersByTimeAsync(999);
    channel.say(createReady());
    await expect(ready).resolves.toMatchObject({ type: 'ready' });
    expect(received).toEqual([10, 20, 30]);
  });

  test('fails when something came and then nothing more', async () => {
    const { channel, outcome } = wait();
    await vi.advanceTimersByTimeAsync(999);
    channel.say({ type: 'received', bytes: 10 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await outcome).toEqual(new Error('Pyodide did not start within 1 s'));
  });

  test('fails with the reason that the worker gives', async () => {
    const { channel, outcome } = wait();
    channel.say({ type: 'failed', reason: 'the site cannot be reached' });
    expect(await outcome).toEqual(new Error('Pyodide did not load: the site cannot be reached'));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('fails when the worker speaks out of turn', async () => {
    const { channel, outcome } = wait();
    channel.say({ type: 'done', exit: 0 });
    expect(await outcome).toEqual(new Error('Pyodide did not load: done'));
  });

  test('fails with the reason of a crash', async () => {
    const { channel, outcome } = wait();
    channel.crash('out of memory');
    expect(await outcome).toEqual(new Error('Pyodide did not load: out of memory'));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('fails with the reason of a crash that came before anybody listened', async () => {
    const channel = createFakeChannel();
    channel.crash('the worker did not start');
    await expect(waitUntilReady(channel, { limitMs: 1000 })).rejects.toEqual(
      new Error('Pyodide did not load: the worker did not start'),
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends when it is interrupted', async () => {
    const { abort, outcome } = wait();
    abort.abort();
    expect(await outcome).toEqual(new Error('interrupted'));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not begin when it is interrupted before', async () => {
    const promise = waitUntilReady(createFakeChannel(), { limitMs: 1000, signal: AbortSignal.abort() });
    await expect(promise).rejects.toEqual(new Error('interrupted'));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a run', () => {
  const request = { files: { 'main.py': 'print(1)\n' }, main: 'main.py' };

  function start() {
    const channel = createFakeChannel();
    const abort = new AbortController();
    const shown: string[] = [];
    const result = runInSession(channel, request, {
      limitMs: 1000,
      signal: abort.signal,
      onOutput: (stream, piece) => shown.push(`${stream}: ${new TextDecoder().decode(piece)}`),
    });
    const outcome = result.catch((error: unknown) => error);
    return { channel, abort, shown, result, outcome };
  }

  test('asks the worker once, and leaves it for the caller to end', async () => {
    const { channel, result } = start();
    expect(channel.posted).toEqual([request]);
    channel.say({ type: 'done', exit: 0 });
    await result;
    expect(channel.isTerminated).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends with the exit code and both outputs, and tells of each piece as it comes', async () => {
    const { channel, shown, result } = start();
    channel.say({ type: 'output', stream: 'stdout', bytes: bytes('one\n') });
    channel.say({ type: 'output', stream: 'stderr', bytes: bytes('careful\n') });
    channel.say({ type: 'output', stream: 'stdout', bytes: bytes('two\n') });
    expect(shown).toEqual(['stdout: one\n', 'stderr: careful\n', 'stdout: two\n']);
    channel.say({ type: 'done', exit: 3 });
    expect(await result).toEqual({
      kind: 'exited',
      exit: 3,
      truncated: false,
      stdout: 'one\ntwo\n',
      stderr: 'careful\n',
    });
  });

  test('puts a character together that comes in two pieces', async () => {
    const { channel, result } = start();
    for (const piece of [[0xe2, 0x82], [0xac]]) {
      channel.say({ type: 'output', stream: 'stdout', bytes: Uint8Array.from(piece) });
    }
    channel.say({ type: 'done', exit: 0 });
    expect(await result).toMatchObject({ stdout: '€' });
  });

  test('is stopped at its limit, whatever it prints, and keeps its output', async () => {
    const { channel, result } = start();
    for (const text of ['a', 'b', 'c']) {
      channel.say({ type: 'output', stream: 'stdout', bytes: bytes(text) });
      await vi.advanceTimersByTimeAsync(333);
    }
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toEqual({ kind: 'timed-out', stdout: 'abc', stderr: '' });
  });

  test('may write 64 kB, and is stopped at the next byte', async () => {
    const { channel, result } = start();
    channel.say({ type: 'output', stream: 'stdout', bytes: new Uint8Array(40 * 1024).fill(120) });
    channel.say({ type: 'output', stream: 'stderr', bytes: new Uint8Array(24 * 1024).fill(121) });
    expect(vi.getTimerCount()).toBe(1);
    channel.say({ type: 'output', stream: 'stdout', bytes: bytes('z') });
    expect(await result).toEqual({
      kind: 'crashed',
      reason: 'it wrote more than 64 kB',
      stdout: 'x'.repeat(40 * 1024),
      stderr: 'y'.repeat(24 * 1024),
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends with the reason that the worker gives', async () => {
    const { channel, result } = start();
    channel.say({ type: 'output', stream: 'stderr', bytes: bytes('Aborted\n') });
    channel.say({ type: 'failed', reason: 'unreachable' });
    expect(await result).toEqual({ kind: 'crashed', reason: 'unreachable', stdout: '', stderr: 'Aborted\n' });
  });

  test('ends with the reason of a crash', async () => {
    const { channel, result } = start();
    channel.crash('out of memory');
    expect(await result).toEqual({ kind: 'crashed', reason: 'out of memory', stdout: '', stderr: '' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('rejects when it is interrupted', async () => {
    const { channel, abort, outcome } = start();
    channel.say({ type: 'output', stream: 'stdout', bytes: bytes('one\n') });
    abort.abort();
    expect(await outcome).toEqual(new Error('interrupted'));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('rejects when it is interrupted before', async () => {
    const channel = createFakeChannel();
    const result = runInSession(channel, request, { limitMs: 1000, signal: AbortSignal.abort() });
    await expect(result).rejects.toEqual(new Error('interrupted'));
    expect(vi.getTimerCount()).toBe(0);
  });
});

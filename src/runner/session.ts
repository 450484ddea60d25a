import { Output } from './output.ts';
import { outputLimitBytes, type Channel, type Ready, type RunRequest } from './protocol.ts';
import type { RunResult } from './run-result.ts';

export interface WaitOptions {
  /** Time without any message after which the worker counts as stuck, in milliseconds. */
  limitMs: number;
  signal?: AbortSignal | undefined;
  /** Told how many bytes have come so far. */
  onReceived?: (bytes: number) => void;
}

export interface SessionOptions {
  /** Time after which the program counts as stuck, in milliseconds. */
  limitMs: number;
  signal: AbortSignal;
  /** Told of each piece of output as it comes. */
  onOutput?: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void;
}

/** Waits for a worker's interpreter. Rejects with the reason when it does not start, and with `interrupted` when the signal aborts. */
export function waitUntilReady(channel: Channel, { limitMs, signal, onReceived }: WaitOptions): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      settle(() => {
        reject(new Error(reason));
      });
    };
    const startTimer = () =>
      setTimeout(() => {
        fail(`Pyodide did not start within ${limitMs / 1000} s`);
      }, limitMs);
    let timer = startTimer();
    const interrupt = () => {
      fail('interrupted');
    };
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
      finish();
    };
    if (signal?.aborted) interrupt();
    signal?.addEventListener('abort', interrupt);
    channel.listen(
      (message) => {
        if (message.type === 'received') {
          clearTimeout(timer);
          timer = startTimer();
          onReceived?.(message.bytes);
        } else if (message.type === 'ready') {
          settle(() => {
            resolve(message);
          });
        } else fail(`Pyodide did not load: ${message.type === 'failed' ? message.reason : message.type}`);
      },
      (reason) => {
        fail(`Pyodide did not load: ${reason}`);
      },
    );
  });
}

/** Runs a program in a worker that is ready, to its end or its limit. Rejects only when the signal aborts. The worker is left for the caller to end. */
export function runInSession(
  channel: Channel,
  request: RunRequest,
  { limitMs, signal, onOutput }: SessionOptions,
): Promise<RunResult> {
  const output = new Output();
  const read = () => ({ stdout: output.read('stdout'), stderr: output.read('stderr') });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle({ kind: 'timed-out', ...read() });
    }, limitMs);
    const release = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
    };
    const interrupt = () => {
      release();
      reject(new Error('interrupted'));
    };
    const settle = (result: RunResult) => {
      release();
      resolve(result);
    };
    const crash = (reason: string) => {
      settle({ kind: 'crashed', reason, ...read() });
    };
    if (signal.aborted) interrupt();
    signal.addEventListener('abort', interrupt);
    channel.listen((message) => {
      if (message.type === 'output') {
        onOutput?.(message.stream, message.bytes);
        if (!output.add(message.stream, message.bytes)) crash(`it wrote more than ${outputLimitBytes / 1024} kB`);
      } else if (message.type === 'done') {
        settle({ kind: 'exited', exit: message.exit, truncated: output.truncated, ...read() });
      } else if (message.type === 'failed') {
        crash(message.reason);
      }
    }, crash);
    channel.post(request);
  });
}

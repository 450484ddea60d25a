import { Worker } from 'node:worker_threads';
import { renderError } from '#runner/error-text.ts';
import type { Channel, Ready, WorkerMessage } from '#runner/protocol.ts';
import type { RunResult } from '#runner/run-result.ts';
import { runInSession, waitUntilReady } from '#runner/session.ts';
import type { WorkerStart } from './pyodide-worker.ts';
import type { Program, Runtime } from './runtime.ts';

/** Time a fresh interpreter may take to start, in milliseconds: loading is work for the processor, and machines are shared. */
const startLimitMs = 120_000;

/** The samples' interpreter as WebAssembly, a fresh one for each program, in a worker thread that can be killed. */
export function createPyodideRuntime({ workerUrl = new URL('pyodide-worker.ts', import.meta.url) } = {}): Runtime {
  // Starting from nothing takes seconds of the processor, so it is done once, and every program starts from its memory.
  let first: Promise<Ready> | undefined;
  const start = (signal?: AbortSignal) => (first ??= takeSnapshot(workerUrl, signal));
  return {
    name: 'pyodide',
    async probe(signal) {
      try {
        const { pyodide, python } = await start(signal);
        return { version: pyodide, python, host: `Node ${process.versions.node}` };
      } catch (error) {
        return { absent: error instanceof Error ? error.message : String(error) };
      }
    },
    async run(program, signal) {
      const { snapshot } = await start(signal);
      signal.throwIfAborted();
      // The type of a shared buffer is lost on the way through the message.
      const shared = snapshot?.buffer as SharedArrayBuffer | undefined;
      return runInWorker(startWorker(workerUrl, shared === undefined ? {} : { snapshot: shared }), program, signal);
    },
    close: () => Promise.resolve(),
  };
}

async function takeSnapshot(workerUrl: URL, signal: AbortSignal | undefined): Promise<Ready> {
  const worker = startWorker(workerUrl, { makesSnapshot: true });
  try {
    return await waitUntilReady(openChannel(worker), { limitMs: startLimitMs, signal });
  } finally {
    await worker.terminate();
  }
}

async function runInWorker(worker: Worker, { files, main, sample }: Program, signal: AbortSignal): Promise<RunResult> {
  const channel = openChannel(worker);
  try {
    await waitUntilReady(channel, { limitMs: startLimitMs, signal });
    return await runInSession(channel, { files, main }, { limitMs: sample.timeoutMs, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'crashed', reason, stdout: '', stderr: '' };
  } finally {
    await worker.terminate();
  }
}

function startWorker(workerUrl: URL, start: WorkerStart): Worker {
  // The samples get nothing of this process: neither its environment nor its streams.
  return new Worker(workerUrl, { workerData: start, env: {}, stdin: false, stdout: true, stderr: true });
}

function openChannel(worker: Worker): Channel {
  let onMessage: (message: WorkerMessage) => void = () => undefined;
  let onCrash: (reason: string) => void = () => undefined;
  let crash: string | undefined;
  const tell = (reason: string) => {
    crash ??= reason;
    onCrash(crash);
  };
  worker.on('message', (message: WorkerMessage) => {
    onMessage(message);
  });
  worker.on('error', (error: unknown) => {
    tell(renderError(error));
  });
  worker.on('exit', (code) => {
    tell(`the worker ended with code ${code}`);
  });
  return {
    listen(message, crashed) {
      onMessage = message;
      onCrash = crashed;
      if (crash !== undefined) crashed(crash);
    },
    post(request) {
      worker.postMessage(request);
    },
    terminate() {
      void worker.terminate();
    },
  };
}

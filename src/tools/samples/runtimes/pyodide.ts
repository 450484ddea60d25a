import { Worker } from 'node:worker_threads';
import type { RunRequest, WorkerMessage } from '#runner/protocol.ts';
import { Output } from './output.ts';
import type { WorkerStart } from './pyodide-worker.ts';
import type { Program, RunResult, Runtime } from './runtime.ts';

/** Time a fresh interpreter may take to start, in milliseconds: loading is work for the processor, and machines are shared. */
const startLimitMs = 120_000;

/** The samples' interpreter as WebAssembly, a fresh one for each program, in a worker thread that can be killed. */
export function createPyodideRuntime({ workerUrl = new URL('pyodide-worker.ts', import.meta.url) } = {}): Runtime {
  // Starting from nothing takes seconds of the processor, so it is done once, and every program starts from its memory.
  let first: Promise<Extract<WorkerMessage, { type: 'ready' }>> | undefined;
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
      return runInWorker(startWorker(workerUrl, snapshot === undefined ? {} : { snapshot }), program, signal);
    },
    close: () => Promise.resolve(),
  };
}

async function takeSnapshot(
  workerUrl: URL,
  signal: AbortSignal | undefined,
): Promise<Extract<WorkerMessage, { type: 'ready' }>> {
  const worker = startWorker(workerUrl, { makeSnapshot: true });
  try {
    return await waitUntilReady(worker, signal);
  } finally {
    await worker.terminate();
  }
}

async function runInWorker(worker: Worker, { files, main, sample }: Program, signal: AbortSignal): Promise<RunResult> {
  const output = new Output();
  const read = () => ({ stdout: output.read('stdout'), stderr: output.read('stderr') });
  try {
    await waitUntilReady(worker, signal);
    return await new Promise<RunResult>((resolve, reject) => {
      const timer = setTimeout(() => {
        resolve({ kind: 'timed-out', ...read() });
      }, sample.timeoutMs);
      const settle = (result: RunResult) => {
        clearTimeout(timer);
        resolve(result);
      };
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new Error('interrupted'));
      });
      worker.on('error', (error) => {
        settle({ kind: 'crashed', reason: describeCrash(error), ...read() });
      });
      worker.on('exit', (code) => {
        settle({ kind: 'crashed', reason: `the worker ended with code ${code}`, ...read() });
      });
      worker.on('message', (message: WorkerMessage) => {
        if (message.type === 'output') {
          if (!output.add(message.stream, message.bytes)) {
            settle({ kind: 'crashed', reason: 'it wrote more than 64 kB', ...read() });
          }
        } else if (message.type === 'done') {
          settle({ kind: 'exited', exit: message.exit, truncated: output.truncated, ...read() });
        } else if (message.type === 'failed') {
          settle({ kind: 'crashed', reason: message.reason, ...read() });
        }
      });
      worker.postMessage({ files, main } satisfies RunRequest);
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'crashed', reason: error instanceof Error ? error.message : String(error), ...read() };
  } finally {
    await worker.terminate();
  }
}

function startWorker(workerUrl: URL, start: WorkerStart): Worker {
  // The samples get nothing of this process: neither its environment nor its streams.
  return new Worker(workerUrl, { workerData: start, env: {}, stdin: false, stdout: true, stderr: true });
}

async function waitUntilReady(
  worker: Worker,
  signal?: AbortSignal,
): Promise<Extract<WorkerMessage, { type: 'ready' }>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Pyodide did not start within ${startLimitMs / 1000} s`));
    }, startLimitMs);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      finish();
    };
    signal?.addEventListener('abort', () => {
      settle(() => {
        reject(new Error('interrupted'));
      });
    });
    worker.once('error', (error) => {
      settle(() => {
        reject(new Error(`Pyodide did not load: ${describeCrash(error)}`));
      });
    });
    worker.once('exit', (code) => {
      settle(() => {
        reject(new Error(`Pyodide did not load: the worker ended with code ${code}`));
      });
    });
    worker.once('message', (message: WorkerMessage) => {
      settle(() => {
        if (message.type === 'ready') resolve(message);
        else reject(new Error(`Pyodide did not load: ${message.type === 'failed' ? message.reason : message.type}`));
      });
    });
  });
}

function describeCrash(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

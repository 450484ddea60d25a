import { loadPyodide } from 'pyodide';
import { readVersions, runProgram, startInterpreter } from '../interpreter.ts';
import program from '../interpreter.py?raw';
import type { RunRequest, WorkerMessage } from '../protocol.ts';
import type { FromWorker, StartRequest } from './start.ts';

/** What is used of the worker's own scope, whose types exclude those of a page. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage: (message: FromWorker, transfer?: Transferable[]) => void;
}

const scope = globalThis as unknown as WorkerScope;
const send = (message: WorkerMessage) => {
  scope.postMessage(message);
};

scope.onmessage = ({ data }) => {
  void start(data as StartRequest);
};
scope.postMessage({ type: 'listening' });

async function start({ indexURL, snapshot }: StartRequest): Promise<void> {
  const { fetch } = globalThis;
  globalThis.fetch = createCountingFetch(fetch);
  try {
    const interpreter = await startInterpreter({
      loadPyodide,
      indexURL,
      program,
      snapshot,
      makesSnapshot: snapshot === undefined,
    });
    const { pyodide, snapshot: taken } = interpreter;
    scope.onmessage = ({ data }) => {
      run(pyodide, data as RunRequest);
    };
    scope.postMessage(
      { type: 'ready', ...readVersions(pyodide), ...(taken !== undefined && { snapshot: taken }) },
      taken === undefined ? [] : [taken.buffer as ArrayBuffer],
    );
  } catch (error) {
    send({ type: 'failed', reason: describe(error) });
  } finally {
    globalThis.fetch = fetch;
  }
}

function run(pyodide: Parameters<typeof runProgram>[0], request: RunRequest): void {
  try {
    send({ type: 'done', exit: runProgram(pyodide, request, send) });
  } catch (error) {
    send({ type: 'failed', reason: describe(error) });
  }
}

/** A `fetch` that tells how much has come: the page shows it while Python loads. */
function createCountingFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  let bytes = 0;
  return async (...request) => {
    const response = await fetch(...request);
    if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        send({ type: 'received', bytes });
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(counter) ?? null, { headers: response.headers });
  };
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

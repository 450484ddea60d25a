import { loadPyodide } from 'pyodide';
import { renderError } from '../error-text.ts';
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

async function start({ indexURL, snapshot, module }: StartRequest): Promise<void> {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  let compiled = module;
  globalThis.fetch = createCountingFetch(module === undefined ? fetch : omitCode(fetch));
  // Pyodide only logs that its code does not come or does not compile, and waits for ever.
  Object.assign(WebAssembly, {
    instantiateStreaming: async (...[source, imports]: Parameters<typeof instantiateStreaming>) => {
      compiled ??= await tellFailure(WebAssembly.compileStreaming(source));
      return { module: compiled, instance: await tellFailure(WebAssembly.instantiate(compiled, imports)) };
    },
  });
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
      { type: 'ready', ...readVersions(pyodide), ...(taken !== undefined && { snapshot: taken, module: compiled }) },
      taken === undefined ? [] : [taken.buffer as ArrayBuffer],
    );
  } catch (error) {
    send({ type: 'failed', reason: renderError(error) });
  } finally {
    globalThis.fetch = fetch;
    Object.assign(WebAssembly, { instantiateStreaming });
  }
}

function run(pyodide: Parameters<typeof runProgram>[0], request: RunRequest): void {
  try {
    send({ type: 'done', exit: runProgram(pyodide, request, send) });
  } catch (error) {
    send({ type: 'failed', reason: renderError(error) });
  }
}

/** A `fetch` that tells how much has come: the page shows it while Python loads. */
function createCountingFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  let bytes = 0;
  return async (...request) => {
    const response = await tellFailure(fetchFile(fetch, ...request));
    if (response.body === null) return response;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        send({ type: 'received', bytes });
        controller.enqueue(chunk);
      },
    });
    tellFailure(response.body.pipeTo(counter.writable)).catch(() => undefined);
    return new Response(counter.readable, { headers: response.headers });
  };
}

/** A `fetch` that leaves out the code of the interpreter, which is there already. */
function omitCode(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (...request) =>
    new Request(...request).url.endsWith('.wasm') ? Promise.resolve(new Response(null)) : fetch(...request);
}

async function fetchFile(fetch: typeof globalThis.fetch, ...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request).catch((error: unknown) => {
    throw new Error('the site cannot be reached', { cause: error });
  });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
  return response;
}

/** Tells the page of a failure that Pyodide would keep to itself. */
async function tellFailure<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    send({ type: 'failed', reason: renderError(error) });
    throw error;
  }
}

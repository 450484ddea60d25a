import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import { renderError } from '#runner/error-text.ts';
import { readVersions, runProgram, startInterpreter } from '#runner/interpreter.ts';
import type { RunRequest, WorkerMessage } from '#runner/protocol.ts';

/** What the worker is started with: the wish to make a snapshot, one to start from, or nothing. */
export interface WorkerStart {
  makesSnapshot?: true;
  snapshot?: SharedArrayBuffer;
}

const port = parentPort;
if (port === null) throw new Error('This file is the body of a worker thread; `npm run samples` starts it');
const send = (message: WorkerMessage) => {
  port.postMessage(message);
};

try {
  const start = workerData as WorkerStart;
  const { pyodide, snapshot } = await startInterpreter({
    loadPyodide,
    indexURL: fileURLToPath(new URL('.', import.meta.resolve('pyodide'))),
    program: readFileSync(new URL('../../../runner/interpreter.py', import.meta.url), 'utf8'),
    makesSnapshot: start.makesSnapshot === true,
    ...(start.snapshot !== undefined && { snapshot: new Uint8Array(start.snapshot) }),
  });
  const versions = readVersions(pyodide);
  send({ type: 'ready', ...versions, ...(snapshot !== undefined && { snapshot: share(snapshot) }) });
  port.once('message', (request: RunRequest) => {
    try {
      send({ type: 'done', exit: runProgram(pyodide, request, send) });
    } catch (error) {
      send({ type: 'failed', reason: renderError(error) });
    }
  });
} catch (error) {
  send({ type: 'failed', reason: renderError(error) });
}

/** Puts a snapshot where every thread can read it without a copy. */
function share(snapshot: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(snapshot.length));
  shared.set(snapshot);
  return shared;
}

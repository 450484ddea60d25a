import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide, version, type PyodideAPI } from 'pyodide';
import { makeSnapshot, runProgram, startInterpreter } from '#runner/interpreter.ts';
import type { RunRequest, WorkerMessage } from '#runner/protocol.ts';

/** What the worker is started with: the wish to make a snapshot, one to start from, or nothing. */
export interface WorkerStart {
  makeSnapshot?: true;
  snapshot?: SharedArrayBuffer;
}

const port = parentPort;
if (port === null) throw new Error('This file is the body of a worker thread; `npm run samples` starts it');
const send = (message: WorkerMessage) => {
  port.postMessage(message);
};
const source = {
  loadPyodide,
  indexURL: fileURLToPath(new URL('.', import.meta.resolve('pyodide'))),
  program: readFileSync(new URL('../../../runner/interpreter.py', import.meta.url), 'utf8'),
};

try {
  const start = workerData as WorkerStart;
  if (start.makeSnapshot) {
    const { pyodide, snapshot } = await makeSnapshot(source);
    const shared = new SharedArrayBuffer(snapshot.length);
    new Uint8Array(shared).set(snapshot);
    send({ type: 'ready', ...readVersions(pyodide), snapshot: shared });
  } else {
    const pyodide = await startInterpreter({
      ...source,
      ...(start.snapshot !== undefined && { snapshot: new Uint8Array(start.snapshot) }),
    });
    send({ type: 'ready', ...readVersions(pyodide) });
    port.once('message', (request: RunRequest) => {
      try {
        send({ type: 'done', exit: runProgram(pyodide, request, send) });
      } catch (error) {
        send({ type: 'failed', reason: describe(error) });
      }
    });
  }
} catch (error) {
  send({ type: 'failed', reason: describe(error) });
}

function readVersions(pyodide: PyodideAPI): { pyodide: string; python: string } {
  return { pyodide: version, python: String(pyodide.runPython('import platform; platform.python_version()')) };
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

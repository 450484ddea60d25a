import type { WorkerMessage } from '../protocol.ts';

/** What a page asks of a worker first. Without a snapshot it starts from nothing and sends one. */
export interface StartRequest {
  /** Absolute URL of the folder of Pyodide's files. */
  indexURL: string;
  snapshot: Uint8Array | undefined;
  /** The interpreter compiled by an earlier worker: a browser's cache may be too small to keep its file. */
  module: WebAssembly.Module | undefined;
}

/** What comes from a worker of the page: first that its code has loaded, then what every worker says. */
export type FromWorker = { type: 'listening' } | WorkerMessage;

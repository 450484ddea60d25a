/** Most bytes of output that are kept of a run, both streams together. */
export const outputLimitBytes = 64 * 1024;

/** A program for a worker: its files by name, and which of them to run. */
export interface RunRequest {
  files: Readonly<Record<string, string>>;
  main: string;
}

/** What a worker says of an interpreter that can run a program. */
export interface Ready {
  type: 'ready';
  pyodide: string;
  python: string;
  /** Its memory, for starting others, where it was asked for. */
  snapshot?: Uint8Array;
  /** Its code, compiled, where a page can use that for others. */
  module?: WebAssembly.Module;
}

/** What a worker says, in this order: received any number of times, ready, output any number of times, done; or failed at any point. */
export type WorkerMessage =
  | { type: 'received'; bytes: number }
  | Ready
  | { type: 'output'; stream: 'stdout' | 'stderr'; bytes: Uint8Array }
  | { type: 'done'; exit: number }
  | { type: 'failed'; reason: string };

/** The page's or the tool's end of the line to a worker. */
export interface Channel {
  /** Takes the place of the listeners before. A worker that has already crashed says so at once. */
  listen: (onMessage: (message: WorkerMessage) => void, onCrash: (reason: string) => void) => void;
  post: (request: RunRequest) => void;
  terminate: () => void;
}

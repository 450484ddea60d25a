/** Most bytes of output that are kept of a run, both streams together. */
export const outputLimitBytes = 64 * 1024;

/** A program for a worker: its files by name, and which of them to run. */
export interface RunRequest {
  files: Readonly<Record<string, string>>;
  main: string;
}

/** What a worker says, in this order: ready, output any number of times, done; or failed at any point. */
export type WorkerMessage =
  | { type: 'ready'; pyodide: string; python: string; snapshot?: SharedArrayBuffer }
  | { type: 'output'; stream: 'stdout' | 'stderr'; bytes: Uint8Array }
  | { type: 'done'; exit: number }
  | { type: 'failed'; reason: string };

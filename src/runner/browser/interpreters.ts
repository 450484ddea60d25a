import type { Channel, Ready } from '../protocol.ts';
import { waitUntilReady, type WaitOptions } from '../session.ts';
import type { StartRequest } from './start.ts';

/** An interpreter that waits for its one program. */
export interface ReadyInterpreter {
  channel: Channel;
  ready: Ready;
}

export interface InterpretersWorld {
  openChannel: (request: StartRequest) => Channel;
  /** Absolute URL of the folder of Pyodide's files. */
  indexURL: string;
  /** Calls back when the page has nothing to do. */
  whenIdle: (callback: () => void) => void;
  /** Whether the reader asked to save data and power; then no interpreter is started before it is needed. */
  savesData: () => boolean;
}

/** Time without progress after which loading counts as stuck, in milliseconds: on slow phones compiling takes long. */
export const loadLimitMs = 60_000;

/**
 * The interpreters of a page. The first starts from nothing; the others start from its memory, and one of them is started
 * ahead when the page is idle.
 */
export class Interpreters {
  readonly #world: InterpretersWorld;
  #snapshot: Uint8Array | undefined;
  #module: WebAssembly.Module | undefined;
  #spare: { interpreter: Promise<ReadyInterpreter>; channel: Channel } | undefined;

  constructor(world: InterpretersWorld) {
    this.#world = world;
  }

  /** Whether one has been loaded: the next comes from memory. */
  get isLoaded(): boolean {
    return this.#snapshot !== undefined;
  }

  /** Takes an interpreter that is ready. Rejects with the reason when none starts. */
  async take(options: Omit<WaitOptions, 'limitMs'>): Promise<ReadyInterpreter> {
    const spare = this.#spare;
    this.#spare = undefined;
    if (spare !== undefined) {
      const ready = await untilAborted(spare.interpreter, options.signal).catch(() => undefined);
      if (ready !== undefined) return ready;
      spare.channel.terminate();
      options.signal?.throwIfAborted();
    }
    if (this.#snapshot === undefined) return this.#start(options).interpreter;
    return this.#start(options).interpreter.catch((error: unknown) => {
      options.signal?.throwIfAborted();
      // Perhaps there is no room for a copy of the memory: start from nothing, once.
      if (this.#snapshot === undefined) throw error;
      this.#snapshot = undefined;
      return this.#start(options).interpreter;
    });
  }

  /** Starts one ahead, later and from memory, unless the reader saves data. */
  warm(): void {
    if (this.#snapshot === undefined || this.#world.savesData()) return;
    this.#world.whenIdle(() => {
      if (this.#spare !== undefined || this.#snapshot === undefined) return;
      this.#spare = this.#start({});
      // A spare that does not start is no fault of anything the reader did: the next run tries again.
      this.#spare.interpreter.catch(() => undefined);
    });
  }

  #start(options: Omit<WaitOptions, 'limitMs'>): { interpreter: Promise<ReadyInterpreter>; channel: Channel } {
    const { indexURL } = this.#world;
    const channel = this.#world.openChannel({ indexURL, snapshot: this.#snapshot, module: this.#module });
    const interpreter = waitUntilReady(channel, { ...options, limitMs: loadLimitMs }).then(
      (ready) => {
        this.#snapshot ??= ready.snapshot;
        this.#module ??= ready.module;
        return { channel, ready };
      },
      (error: unknown) => {
        channel.terminate();
        throw error;
      },
    );
    return { interpreter, channel };
  }
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('interrupted'));
    });
    promise.then(resolve, reject);
  });
}

import { Client } from 'undici';
import type { Allowances } from '../policy/refusal.ts';
import { createConnector } from './connector.ts';
import type { HopDeadlines } from './deadlines.ts';
import type { FetchLimits } from './limits.ts';
import type { Lookup } from './lookup.ts';

/** A line to an origin. It serves one request at a time, and its address was checked when it was made. */
export interface Connection {
  readonly client: Client;
  /** Deadlines of the request that has it now. */
  deadlines: HopDeadlines;
  /** Address of the other end; empty while there is no socket. */
  address: string;
}

export interface ConnectionsOptions {
  lookup: Lookup;
  allowances: Allowances;
  ca: string | undefined;
}

/** Kept at the same time; beyond it the one that was kept first ends. */
const keptAtMost = 64;

/**
 * The connections of a fetcher. One that ended a whole answer cleanly may be kept for the next request to the same
 * origin, so that none that was checked for one name is ever used for another.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #kept = new Map<string, Connection>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** Takes the kept connection to an origin, when it still stands. */
  take(origin: string, limits: FetchLimits, deadlines: HopDeadlines): Connection | undefined {
    const key = renderKey(origin, limits);
    const connection = this.#kept.get(key);
    if (connection === undefined) return undefined;
    this.#kept.delete(key);
    if (connection.address === '') {
      void this.end(connection);
      return undefined;
    }
    connection.deadlines = deadlines;
    return connection;
  }

  /** Makes a connection, whose socket is opened by its first request. */
  open(origin: string, limits: FetchLimits, deadlines: HopDeadlines): Connection {
    const state: Omit<Connection, 'client'> = { deadlines, address: '' };
    const client = new Client(origin, {
      connect: createConnector({ ...this.#options, connection: state }),
      allowH2: false,
      pipelining: 1,
      maxHeaderSize: limits.headerBytes,
      // The deadlines take their place: these do not end an answer that comes byte by byte.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    return Object.assign(state, { client });
  }

  /** Keeps a connection whose last answer was read to its end. */
  keep(origin: string, limits: FetchLimits, connection: Connection): void {
    const key = renderKey(origin, limits);
    this.#drop(key);
    const [first] = this.#kept.keys();
    if (first !== undefined && this.#kept.size >= keptAtMost) this.#drop(first);
    this.#kept.set(key, connection);
  }

  /** Ends a connection with whatever is still on its way. */
  async end({ client }: Connection): Promise<void> {
    await client.destroy();
  }

  #drop(key: string): void {
    const connection = this.#kept.get(key);
    if (connection === undefined) return;
    this.#kept.delete(key);
    void this.end(connection);
  }
}

/** A client has its limit of headers for its whole life. */
function renderKey(origin: string, { headerBytes }: FetchLimits): string {
  return `${origin} ${headerBytes}`;
}

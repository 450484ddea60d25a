import { selectAdapter } from '../adapters/adapters.ts';
import type { Inventory } from '../adapters/inventory.ts';
import type { Exchange } from '../exchange.ts';

/** What sites say about their own pages, asked for when an anchor is missing, and once a run. */
export class Inventories {
  readonly #fetch: (url: string, signal: AbortSignal) => Promise<Exchange>;
  readonly #known = new Map<string, Promise<Inventory | undefined>>();

  constructor(fetch: (url: string, signal: AbortSignal) => Promise<Exchange>) {
    this.#fetch = fetch;
  }

  /** The inventory of a citation's site; undefined where there is none, or it cannot be read. */
  find(citedUrl: string, signal: AbortSignal): Promise<Inventory | undefined> {
    const url = URL.parse(citedUrl);
    const adapter = url === null ? undefined : selectAdapter(url);
    const inventoryUrl = url === null ? undefined : adapter?.deriveInventoryUrl(url);
    if (adapter === undefined || inventoryUrl === undefined) return Promise.resolve(undefined);
    const known =
      this.#known.get(inventoryUrl) ??
      this.#fetch(inventoryUrl, signal).then((exchange) =>
        exchange.kind === 'answered' && exchange.answer.status === 200
          ? adapter.parseInventory(exchange.answer.body.bytes)
          : undefined,
      );
    this.#known.set(inventoryUrl, known);
    return known;
  }
}

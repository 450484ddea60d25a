import { countDays } from '#model/day.ts';
import type { HostRecord } from '#schema/link-health.ts';
import { selectAdapter } from '../adapters/adapters.ts';
import { deriveShingles } from '../evaluate/shingles.ts';
import type { Exchange } from '../exchange.ts';
import { readFacts } from '../facts/facts.ts';

type Control = NonNullable<HostRecord['control']>;

/** Lengths that the record keeps, in characters. */
const kept = { title: 200, text: 20_000 };

/** The name under which a host's control for a URL is kept: a host with several kinds of pages has one for each. */
export function deriveControlHost(citedUrl: string): string | undefined {
  const url = URL.parse(citedUrl);
  if (url === null) return undefined;
  const { name } = selectAdapter(url);
  return name === 'generic' ? url.hostname : `${url.hostname} (${name})`;
}

export interface ControlsOptions {
  hosts: readonly HostRecord[];
  today: string;
  /** Days after which a probe is made anew. */
  days: number;
  /** Asks for a URL that cannot exist. */
  probe: (url: string, signal: AbortSignal) => Promise<Exchange>;
}

/**
 * What hosts answer for pages that do not exist. Each host is asked once a run, and only when what is known of it is old;
 * a host with several kinds of pages is asked for one of each kind.
 */
export class Controls {
  readonly #options: ControlsOptions;
  readonly #records: Map<string, HostRecord>;
  readonly #asked = new Map<string, Promise<Control | undefined>>();

  constructor(options: ControlsOptions) {
    this.#options = options;
    this.#records = new Map(options.hosts.map((record) => [record.host, record]));
  }

  /** The control for a citation's URL; undefined where none can be made up, or the host gave no page for it. */
  find(citedUrl: string, signal: AbortSignal): Promise<Control | undefined> {
    const host = deriveControlHost(citedUrl);
    const url = URL.parse(citedUrl);
    const probeUrl = url === null ? undefined : selectAdapter(url).deriveProbeUrl(url);
    if (host === undefined || probeUrl === undefined) return Promise.resolve(undefined);
    const asked = this.#asked.get(host) ?? this.#ask(host, probeUrl, signal);
    this.#asked.set(host, asked);
    return asked;
  }

  /** The records, with what this run found out. */
  list(): HostRecord[] {
    return [...this.#records.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
  }

  async #ask(host: string, url: string, signal: AbortSignal): Promise<Control | undefined> {
    const { today, days, probe } = this.#options;
    const known = this.#records.get(host)?.control;
    if (known !== undefined && known.on <= today && countDays(known.on, today) < days) return known;
    const control = deriveControl(await probe(url, signal), url, today);
    if (control === undefined) return known;
    this.#records.set(host, { ...this.#records.get(host), host, control });
    return control;
  }
}

function deriveControl(exchange: Exchange, probe: string, on: string): Control | undefined {
  if (exchange.kind !== 'answered') return undefined;
  const { answer } = exchange;
  const { title, text } = readFacts(answer);
  return {
    on,
    probe,
    status: answer.status,
    ...(title !== undefined && { title: title.slice(0, kept.title).toWellFormed() }),
    shingles: deriveShingles(text),
    text: text.slice(0, kept.text).toWellFormed(),
  };
}

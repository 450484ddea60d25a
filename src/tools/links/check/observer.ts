import type { HostRecord, LinkHealth, LinkRecord } from '#schema/link-health.ts';
import { selectAdapter } from '../adapters/adapters.ts';
import type { Citation } from '../citation.ts';
import { linkConfig } from '../config.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Circumstances } from '../evaluate/case.ts';
import type { Exchange } from '../exchange.ts';
import { deriveExpectHash } from '../identify/expect-hash.ts';
import { deriveRequestKey } from '../identify/request-key.ts';
import type { Observation } from '../observation.ts';
import { ask } from './ask.ts';
import { Controls } from './controls.ts';
import { Inventories } from './inventories.ts';
import type { CheckWorld } from './world.ts';

/** How one observation came about. */
export interface Trace {
  citation: Citation;
  observation: Observation;
  exchange: Exchange;
  circumstances: Circumstances;
}

/** Observes citations: asks for their pages, once for all that cite one page, and judges what comes. */
export class Observer {
  readonly controls: Controls;
  readonly #world: CheckWorld;
  readonly #records: ReadonlyMap<string, LinkRecord>;
  readonly #inventories: Inventories;
  /** How many citations of the run still want a page, and the page while some do. */
  readonly #wanted = new Map<string, { count: number; exchange?: Promise<Exchange> }>();

  constructor(world: CheckWorld, health: LinkHealth, citations: readonly Citation[], today: string) {
    this.#world = world;
    this.#records = new Map(health.links.map((record) => [record.citation, record]));
    const fetch = (url: string, signal: AbortSignal) =>
      ask(world, { url, language: 'en', retryWaitsMs: linkConfig.retryWaitsMs, signal });
    this.controls = new Controls({ hosts: health.hosts, today, days: linkConfig.controlDays, probe: fetch });
    this.#inventories = new Inventories(fetch);
    for (const citation of citations) {
      const key = this.#keyOf(citation);
      this.#wanted.set(key, { count: (this.#wanted.get(key)?.count ?? 0) + 1 });
    }
  }

  async observe(citation: Citation, signal: AbortSignal): Promise<Trace> {
    const conditional = this.#findValidators(citation);
    const exchange = await this.#fetch(citation, conditional, signal);
    const control = exchange.kind === 'answered' ? await this.controls.find(citation.url, signal) : undefined;
    const circumstances = createCircumstances(control, conditional !== undefined);
    const trace = this.judge(citation, exchange, circumstances);
    if (trace.observation.verdict !== 'anchor-missing' && !isPep(citation)) return trace;
    const inventory = await this.#inventories.find(citation.url, signal);
    return inventory === undefined ? trace : this.judge(citation, exchange, { ...circumstances, inventory });
  }

  /** Judges an exchange that is there already. */
  judge(citation: Citation, exchange: Exchange, circumstances: Circumstances): Trace {
    const answer = exchange.kind === 'answered' ? exchange.answer : undefined;
    const validators = answer === undefined ? undefined : readValidators(answer.headers);
    const observation: Observation = {
      ...evaluate(citation, exchange, circumstances),
      citation: citation.id,
      url: citation.url,
      at: this.#world.now().toISOString(),
      hops: exchange.hops,
      ms: exchange.ms,
      bytes: answer?.body.bytes.length ?? 0,
      truncated: answer?.body.truncated ?? false,
      expectHash: deriveExpectHash(citation),
      ...(validators !== undefined && { validators }),
      vantage: this.#world.vantage,
    };
    return { citation, observation, exchange, circumstances };
  }

  async #fetch(citation: Citation, conditional: LinkRecord['validators'], signal: AbortSignal): Promise<Exchange> {
    const url = deriveRequestUrl(citation);
    const key = this.#keyOf(citation);
    const wanted = this.#wanted.get(key) ?? { count: 1 };
    const { language } = citation;
    const exchange =
      wanted.exchange ??
      ask(this.#world, { url, language, conditional, retryWaitsMs: linkConfig.retryWaitsMs, signal });
    // The body is kept only as long as another citation needs it.
    if (wanted.count > 1) this.#wanted.set(key, { count: wanted.count - 1, exchange });
    else this.#wanted.delete(key);
    return exchange;
  }

  /** Pages that several citations share are asked for whole: each of them has an expectation of its own. */
  #findValidators(citation: Citation): LinkRecord['validators'] {
    const record = this.#records.get(citation.id);
    const isShared = (this.#wanted.get(this.#keyOf(citation))?.count ?? 1) > 1;
    const holds = record?.state === 'healthy' && record.expectHash === deriveExpectHash(citation);
    return holds && !isShared ? record.validators : undefined;
  }

  #keyOf(citation: Citation): string {
    return `${citation.language} ${deriveRequestKey(deriveRequestUrl(citation))}`;
  }
}

/** Whether a proposal stands or was superseded is said in the list of all of them. */
function isPep({ url }: Citation): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && selectAdapter(parsed).name === 'pep';
}

function deriveRequestUrl({ url, expect }: Citation): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : selectAdapter(parsed).deriveRequestUrl(parsed, expect);
}

function createCircumstances(control: HostRecord['control'], isConditional: boolean): Circumstances {
  return {
    ...(control !== undefined && { control }),
    allCitationsOfHostGone: false,
    shellHosts: new Set(linkConfig.shellHosts.keys()),
    isConditional,
  };
}

function readValidators(headers: Readonly<Record<string, string>>): Observation['validators'] {
  const { etag, 'last-modified': lastModified } = headers;
  if (etag === undefined && lastModified === undefined) return undefined;
  return {
    ...(etag !== undefined && etag.length <= 300 && { etag }),
    ...(lastModified !== undefined && lastModified.length <= 100 && { lastModified }),
  };
}

import { checkCitations } from '../../src/tools/links/check/run.ts';
import type { Citation } from '../../src/tools/links/citation.ts';
import { createFetcher } from '../../src/tools/links/fetch/fetcher.ts';
import { createRobots } from '../../src/tools/links/fetch/robots.ts';
import { emptyHealth } from '../../src/tools/links/history/render.ts';
import { systemClock } from '../../src/tools/links/schedule/clock.ts';

const [port = 0, hosts = 0, linksOfHost = 0] = process.argv.slice(2).map(Number);
const citations = Array.from({ length: hosts * linksOfHost }, (_, index): Citation => {
  const page = Math.floor(index / hosts);
  const url = `http://127.0.0.${(index % hosts) + 2}:${port}/${page}`;
  return {
    id: `link-${index}`,
    url,
    expect: { heading: `Page /${page}`, terms: ['coroutines'] },
    fallbacks: [],
    language: 'en',
    file: 'bench',
    line: 1,
    column: 1,
    endColumn: 1,
  };
});
const fetchExchange = createFetcher({
  lookup: () => Promise.reject(new Error('No name is looked up')),
  nowMs: () => performance.now(),
  userAgent: 'iris-async-links/bench',
  allowAddress: (address) => address.startsWith('127.'),
  allowPort: () => true,
});
const startMs = performance.now();
const { observations } = await checkCitations(
  citations,
  {
    fetchExchange,
    askRobots: createRobots({ fetchExchange, nowMs: () => performance.now(), product: 'iris-async-links' }),
    clock: systemClock,
    now: () => new Date(),
    random: Math.random,
    vantage: 'local',
  },
  // The peer is not polite to hosts, so neither is this run.
  { health: emptyHealth, today: '2026-01-01', signal: new AbortController().signal, canaries: [], gapMs: 0 },
);
const bad = observations.filter(({ verdict }) => verdict !== 'ok');
if (bad.length > 0 || observations.length !== citations.length) {
  throw new Error(`Unexpected ${bad.length} of ${observations.length}: ${JSON.stringify(bad[0])}`);
}
const seconds = (performance.now() - startMs) / 1000;
process.stdout.write(JSON.stringify({ seconds, memoryMb: process.resourceUsage().maxRSS / 1024 }));

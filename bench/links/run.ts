import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const rounds = 5;
const hosts = 30;
const linksOfHost = 100;

/** Pages that say what they are cited for, on addresses of loopback that count as hosts of their own. */
function serve(): Promise<{ port: number; servers: Server[] }> {
  const answer = (url: string) =>
    `<!doctype html><html lang="en"><head><title>Page ${url}</title></head><body><h1>Page ${url}</h1>${'<p>Some words of a page about coroutines and streams.</p>'.repeat(40)}</body></html>`;
  const create = (host: number, port: number) =>
    new Promise<Server>((resolve) => {
      const server = createServer(({ url = '/' }, response) => {
        const isPage = /^\/\d+$/.test(url);
        response
          .writeHead(isPage ? 200 : 404, { 'content-type': 'text/html' })
          .end(isPage ? answer(url) : 'No such page');
      });
      server.listen(port, `127.0.0.${host + 2}`, () => {
        resolve(server);
      });
    });
  return create(0, 0).then(async (first) => {
    const address = first.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const rest = await Promise.all(Array.from({ length: hosts - 1 }, (_, index) => create(index + 1, port)));
    return { port, servers: [first, ...rest] };
  });
}

/** Runs one checker in a process of its own and returns its seconds and its most memory in MB. */
function time(script: string, port: number): { seconds: number; memoryMb: number } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), String(port), String(hosts), String(linksOfHost)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${script} ended with exit code ${String(status)}:\n${stderr}`);
  return JSON.parse(stdout) as { seconds: number; memoryMb: number };
}

const findMedian = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

if (process.argv[2] === 'serve') {
  const { port } = await serve();
  process.stdout.write(`${port}\n`);
} else {
  if (!existsSync(join(import.meta.dirname, 'node_modules/linkinator'))) {
    throw new Error('The peer is not installed: run `npm ci` in bench/links first');
  }
  // The server has a thread of its own, so that it waits for neither.
  const server = new Worker(new URL(import.meta.url), { argv: ['serve'], stdout: true });
  const port = await new Promise<number>((resolve) => {
    server.stdout.once('data', (text: Buffer) => {
      resolve(Number(text.toString()));
    });
  });
  const times = { ours: [] as ReturnType<typeof time>[], linkinator: [] as ReturnType<typeof time>[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(time('ours.ts', port));
    times.linkinator.push(time('linkinator.ts', port));
  }
  await server.terminate();
  const [ours, theirs] = [times.ours, times.linkinator].map((list) => ({
    seconds: findMedian(list.map(({ seconds }) => seconds)),
    memoryMb: findMedian(list.map(({ memoryMb }) => memoryMb)),
  }));
  if (ours === undefined || theirs === undefined) throw new Error('Nothing was timed');
  process.stdout.write(
    `${hosts * linksOfHost} links on ${hosts} hosts of loopback, ${availableParallelism()} processors, ${rounds} rounds in turn\n` +
      `ours        median ${ours.seconds.toFixed(1)} s, ${ours.memoryMb.toFixed(0)} MB (goal: under 300 MB), expectations evaluated\n` +
      `linkinator  median ${theirs.seconds.toFixed(1)} s, ${theirs.memoryMb.toFixed(0)} MB\n` +
      `ratio       ${(ours.seconds / theirs.seconds).toFixed(2)} (goal: at most 1.0)\n`,
  );
}

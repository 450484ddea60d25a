import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite, copyProject } from '../tests/site/build.ts';

/** How many entries are added to those that are there. */
const sizes = [0, 1000, 2000];
const heaviest = 8;

/** An entry that cites what is there, and that nothing else has to mention. */
function generateEntry(model: string, number: number): string {
  return model
    .replace(/^title: .*$/m, `title: Generated edge ${number}`)
    .replace(/^gotcha: .*\n/m, '')
    .replaceAll(/^(workarounds|proposals|samples|related): .*$/gm, '$1: []')
    .replace(/^ {2}item: .*$/m, `  item: '${number + 1000}'`);
}

/** Pages by their weight in bytes, compressed with gzip, the heaviest first. */
function weighPages(directory: string): { path: string; bytes: number }[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(join(directory, path))).length }))
    .sort((a, b) => b.bytes - a.bytes);
}

const times: { size: number; seconds: number }[] = [];
for (const size of sizes) {
  const copy = await copyProject();
  const edges = join(copy.directory, 'content/edges');
  const model = readFileSync(join(edges, 'synchronous-object-proxies.mdx'), 'utf8');
  for (let number = 1; number <= size; number += 1) {
    writeFileSync(join(edges, `generated-${number}.mdx`), generateEntry(model, number));
  }
  const start = performance.now();
  const site = await buildSite({}, copy.directory);
  const seconds = (performance.now() - start) / 1000;
  times.push({ size, seconds });
  const pages = weighPages(site.directory);
  process.stdout.write(
    `${size} entries more: ${pages.length} pages in ${seconds.toFixed(1)} s, on ${availableParallelism()} processors\n`,
  );
  for (const { path, bytes } of pages.slice(0, heaviest)) {
    process.stdout.write(`  ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${path}\n`);
  }
  await Promise.all([site.remove(), copy.remove()]);
}
const [base, half, whole] = times;
if (base !== undefined && half !== undefined && whole !== undefined) {
  const perEntry = (from: typeof base, to: typeof base) => ((to.seconds - from.seconds) * 1000) / (to.size - from.size);
  process.stdout.write(
    `An added entry costs ${perEntry(base, half).toFixed(0)} ms up to ${half.size}, ` +
      `${perEntry(half, whole).toFixed(0)} ms from there to ${whole.size} (goal: the same within 20 %)\n`,
  );
}

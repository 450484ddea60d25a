import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LinkChecker } from 'linkinator';

const [port = 0, hosts = 0, linksOfHost = 0] = process.argv.slice(2).map(Number);
const links = Array.from(
  { length: hosts * linksOfHost },
  (_, index) => `<a href="http://127.0.0.${(index % hosts) + 2}:${port}/${Math.floor(index / hosts)}">link</a>`,
);
const server = createServer((_request, response) => {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(`<!doctype html><title>Links</title>${links.join('\n')}`);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const startMs = performance.now();
const result = await new LinkChecker().check({
  path: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  recurse: false,
});
const seconds = (performance.now() - startMs) / 1000;
server.close();
if (!result.passed || result.links.length < links.length) {
  throw new Error(`Unexpected ${result.links.length} links, passed: ${String(result.passed)}`);
}
process.stdout.write(JSON.stringify({ seconds, memoryMb: process.resourceUsage().maxRSS / 1024 }));

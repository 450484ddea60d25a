import { createServer, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import sirv from 'sirv';

/**
 * Makes the server of a built site below its base path, as it will be on the host it was built for. `base` begins and ends
 * with a slash. Listening is left to the caller.
 */
export function createSiteServer(directory: string, base: string): Server {
  const files = sirv(directory, { etag: true, setHeaders: keepVersioned });
  return createServer((request, response) => {
    const url = request.url ?? '/';
    if (base !== '/' && !url.startsWith(base)) {
      response.writeHead(url === '/' || `${url}/` === base ? 302 : 404, { location: base }).end();
      return;
    }
    request.url = url.slice(base.length - 1);
    files(request, response, () => {
      void sendNotFound(directory, response);
    });
  });
}

/** Files whose name or folder carries their version never change: a browser asks for them once. */
function keepVersioned(response: ServerResponse, path: string): void {
  if (/^\/(_astro|runtime)\//.test(path)) {
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  }
}

async function sendNotFound(directory: string, response: ServerResponse): Promise<void> {
  const page = await readFile(`${directory}/404.html`).catch(() => 'Page not found');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

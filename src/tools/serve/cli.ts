import { createServer, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import sirv from 'sirv';
import { exitCodes } from '#report/exit-code.ts';

const directory = 'dist';
const defaultPort = 4321;

/** Serves the built site on loopback until it is interrupted. */
function serve(): void {
  const { PORT = String(defaultPort), HOST = '127.0.0.1', BASE_PATH = '/' } = process.env;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) {
    fail(`Unexpected \`PORT=${PORT}\`, expected a number from 0 to 65535`);
    return;
  }
  if (!existsSync(`${directory}/index.html`)) {
    fail(
      `Unexpected state: there is no ${directory}/index.html. Build the site with \`npm run build\`, or build and serve it with \`npm start\``,
    );
    return;
  }
  const base = `/${BASE_PATH.replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const files = sirv(directory, { etag: true, setHeaders: keepVersioned });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (base !== '/' && !url.startsWith(base)) {
      // The site lives below its base path, as it will on the host it was built for.
      response.writeHead(url === '/' || `${url}/` === base ? 302 : 404, { location: base }).end();
      return;
    }
    request.url = url.slice(base.length - 1);
    files(request, response, () => {
      void sendNotFound(response);
    });
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    fail(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Choose another one: \`PORT=${port + 1} npm start\``
        : `The server could not start: ${error.message}`,
    );
  });
  server.listen(port, HOST, () => {
    const address = server.address();
    const used = typeof address === 'object' && address !== null ? address.port : port;
    process.stdout.write(
      `Serving ${directory}/ at http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${used}${base} (Ctrl+C stops)\n`,
    );
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

/** Files whose name or folder carries their version never change: a browser asks for them once. */
function keepVersioned(response: ServerResponse, path: string): void {
  if (/^\/(_astro|runtime)\//.test(path)) {
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  }
}

async function sendNotFound(response: ServerResponse): Promise<void> {
  const page = await readFile(`${directory}/404.html`).catch(() => 'Page not found');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCodes.unreadable;
}

serve();

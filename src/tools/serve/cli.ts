import { existsSync } from 'node:fs';
import { exitCodes } from '#report/exit-code.ts';
import { createSiteServer } from './site-server.ts';

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
  const server = createSiteServer(directory, base);
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

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCodes.unreadable;
}

serve();

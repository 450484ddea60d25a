import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** What a server was asked for, and how many bytes of a body it sent. */
export interface Answer {
  path: string;
  status: number;
  bytes: number;
}

/** A built site on a port of its own. */
export interface SiteServer {
  origin: string;
  /** Everything answered so far, in order. */
  answers: Answer[];
  close: () => void;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves a built site below a base path as static hosts do: fresh for ten minutes, and with a tag to ask again by. */
export async function serveSite(directory: string, base = '/'): Promise<SiteServer> {
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async ({ url: path = '/', headers }: IncomingMessage, response: ServerResponse) => {
    const [file = ''] = path.split('?');
    const name = file.startsWith(base) ? file.slice(base.length).replace(/(^|\/)$/, '$1index.html') : '404.html';
    const content = await readFile(join(directory, name)).catch(() => undefined);
    const tag = `"${createHash('sha256')
      .update(content ?? '')
      .digest('hex')}"`;
    const status = content === undefined || !path.startsWith(base) ? 404 : headers['if-none-match'] === tag ? 304 : 200;
    const body = status === 200 ? content : undefined;
    answers.push({ path, status, bytes: body?.length ?? 0 });
    response
      .writeHead(status, {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        ...(status !== 404 && { etag: tag, 'cache-control': 'max-age=600' }),
      })
      .end(body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

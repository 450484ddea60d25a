import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

export interface LoopbackRequest {
  method: string;
  /** Path and query, as they came. */
  target: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
}

/** What a server does with a request: bytes it sends before it closes the connection, or anything it does by itself. */
export type Reply = string | Uint8Array | ((socket: Socket, request: LoopbackRequest) => void);

/** Replies by path and query; `*` stands for all others. Without a reply, a request is left waiting. */
export type Script = Readonly<Record<string, Reply>>;

export interface LoopbackOptions {
  /** Speaks TLS with these. */
  tls?: TlsOptions;
  /** Hears of a connection before anything is read from it. */
  onConnection?: (socket: Socket) => void;
  address?: string;
  port?: number;
}

/** A server that says what a script tells it, right or wrong. Closed by `await using`. */
export interface LoopbackServer extends AsyncDisposable {
  port: number;
  requests: readonly LoopbackRequest[];
  /** Sockets of all connections so far. */
  connections: readonly Socket[];
}

export async function startServer(script: Script, options: LoopbackOptions = {}): Promise<LoopbackServer> {
  const requests: LoopbackRequest[] = [];
  const connections: Socket[] = [];
  const serve = (socket: Socket) => {
    socket.on('error', () => undefined);
    let head = '';
    socket.on('data', (chunk: Buffer) => {
      // What comes after its last word, a server does not read.
      if (socket.writableEnded) return;
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const request = parseRequest(head);
      head = '';
      requests.push(request);
      const reply = script[request.target] ?? script['*'];
      if (typeof reply === 'function') reply(socket, request);
      else if (reply !== undefined) socket.end(reply);
    });
  };
  const greet = (socket: Socket) => {
    connections.push(socket);
    socket.on('error', () => undefined);
    options.onConnection?.(socket);
  };
  const server: Server =
    options.tls === undefined
      ? createServer(serve)
      : createTlsServer(options.tls, serve).on('tlsClientError', () => undefined);
  server.on('connection', greet);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.address ?? '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    connections,
    async [Symbol.asyncDispose]() {
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits until the other side has ended a connection, in good order or not. */
export async function waitForEnd(socket: Socket | undefined): Promise<void> {
  if (socket === undefined) throw new Error('No connection came');
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}

/** The bytes of an answer as a server should send it. The length is given unless the headers say how the body ends. */
export function renderReply(
  status: number,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  body: string | Uint8Array = '',
): Uint8Array {
  const bytes = Buffer.from(body);
  const isFramed = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name));
  const fields = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}`),
  );
  const lines = [`HTTP/1.1 ${status} Reason`, ...fields, ...(isFramed ? [] : [`Content-Length: ${bytes.length}`])];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
}

export function renderPage(body: string): Uint8Array {
  return renderReply(200, { 'Content-Type': 'text/html' }, body);
}

export function renderRedirect(status: number, location: string): Uint8Array {
  return renderReply(status, { Location: location });
}

function parseRequest(head: string): LoopbackRequest {
  const [line = '', ...fields] = (head.split('\r\n\r\n', 1)[0] ?? '').split('\r\n');
  const [method = '', target = ''] = line.split(' ');
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  );
  return { method, target, headers };
}

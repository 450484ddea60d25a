import { connect as connectPlain, isIP, type TcpNetConnectOpts } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import type { buildConnector } from 'undici';
import { checkAddress } from '../policy/address.ts';
import type { Allowances } from '../policy/refusal.ts';
import type { HopDeadlines } from './deadlines.ts';
import { PolicyRefusal } from './failure.ts';
import type { Lookup } from './lookup.ts';
import { resolvePublic } from './resolve-public.ts';

export interface ConnectorOptions {
  lookup: Lookup;
  allowances: Allowances;
  /** Certificates of the authorities to trust instead of those of Node.js. */
  ca?: string | undefined;
  /** Has the deadlines to keep while it connects, and learns which address it leads to. */
  connection: { deadlines: HopDeadlines; address: string };
}

/**
 * Makes the sockets of a connection. A host is resolved once, and the connection goes to the addresses that were
 * checked. The deadlines close one that is
 * not yet connected: undici would leave it open.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { lookup, allowances, ca, connection } = options;
  return ({ hostname, port, protocol }, callback) => {
    const { deadlines } = connection;
    const isSecure = protocol === 'https:';
    const target: TcpNetConnectOpts = {
      host: hostname,
      port: port === '' ? (isSecure ? 443 : 80) : Number(port),
      autoSelectFamily: true,
      // Not called for an address in place of a name: the policy reads that from the URL, and the peer is checked below.
      lookup(name, _options, answer) {
        resolvePublic(name, lookup, allowances).then(
          (addresses) => {
            deadlines.enter('connect');
            answer(
              null,
              addresses.map((address) => ({ address, family: isIP(address) })),
            );
          },
          (error: unknown) => {
            answer(error as Error, []);
          },
        );
      },
    };
    if (isIP(hostname) !== 0) deadlines.enter('connect');
    const socket = isSecure
      ? connectSecure({
          ...target,
          ...(isIP(hostname) === 0 && { servername: hostname }),
          ca,
          minVersion: 'TLSv1.2',
          // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED cannot say otherwise.
          rejectUnauthorized: true,
          ALPNProtocols: ['http/1.1'],
        })
      : connectPlain(target);

    const abort = () => {
      socket.destroy(deadlines.signal.reason as Error);
    };
    deadlines.signal.addEventListener('abort', abort);
    socket.once('close', () => {
      deadlines.signal.removeEventListener('abort', abort);
      connection.address = '';
    });

    let isSettled = false;
    socket.on('error', (error: Error) => {
      if (isSettled) return;
      isSettled = true;
      callback(error, null);
    });
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      const refusal = checkAddress(socket.remoteAddress ?? '', allowances);
      if (refusal !== undefined) {
        socket.destroy(new PolicyRefusal(refusal));
        return;
      }
      isSettled = true;
      connection.address = socket.remoteAddress ?? '';
      deadlines.signal.removeEventListener('abort', abort);
      deadlines.enter('headers');
      callback(null, socket);
    });
  };
}

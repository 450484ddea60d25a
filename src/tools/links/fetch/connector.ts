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
  deadlines: HopDeadlines;
  /** Certificates of the authorities to trust instead of those of Node.js. */
  ca?: string | undefined;
  /** Hears which address the connection leads to. */
  onConnect: (address: string) => void;
}

/**
 * Makes the connection of one request. A host is resolved once, and the connection goes to the addresses that were
 * checked. The deadlines close it in every phase: undici's own would leave a pending one open.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { lookup, allowances, deadlines, ca, onConnect } = options;
  return ({ hostname, port, protocol }, callback) => {
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
      onConnect(socket.remoteAddress ?? '');
      deadlines.enter('headers');
      callback(null, socket);
    });
  };
}

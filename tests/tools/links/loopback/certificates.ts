import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { bits, boolean, context, integer, octets, oid, primitive, sequence, set, time, utf8 } from './der.ts';

/** A certificate and its key, for a server. */
export interface Certificate {
  name: string;
  key: KeyObject;
  /** The certificate as PEM. */
  pem: string;
  /** The key as PEM. */
  keyPem: string;
}

export interface CertificateOptions {
  name: string;
  /** Who signs it; itself unless given. */
  issuer?: Certificate;
  /** Hosts it is for. */
  hosts?: readonly string[];
  isAuthority?: boolean;
  from?: Date;
  until?: Date;
  /** Where the certificate of the issuer can be found, as it claims. */
  issuerUrl?: string;
}

const dayMs = 24 * 3600 * 1000;
const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

/** Makes a certificate with a new key. */
export function createCertificate(options: CertificateOptions): Certificate {
  const { name, issuer, hosts = [], isAuthority = false, issuerUrl } = options;
  const { from = new Date(Date.now() - dayMs), until = new Date(Date.now() + dayMs) } = options;
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const extensions = [
    sequence(oid('2.5.29.19'), boolean(true), octets(isAuthority ? sequence(boolean(true)) : sequence())),
    ...(hosts.length > 0
      ? [sequence(oid('2.5.29.17'), octets(sequence(...hosts.map((host) => primitive(2, Buffer.from(host))))))]
      : []),
    ...(issuerUrl === undefined
      ? []
      : [
          sequence(
            oid('1.3.6.1.5.5.7.1.1'),
            octets(sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), primitive(6, Buffer.from(issuerUrl))))),
          ),
        ]),
  ];
  const body = sequence(
    context(0, integer(2)),
    integer(Math.floor(Math.random() * 2 ** 31)),
    ecdsaWithSha256,
    distinguish(issuer?.name ?? name),
    sequence(time(from), time(until)),
    distinguish(name),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    context(3, sequence(...extensions)),
  );
  const certificate = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, issuer?.key ?? key)));
  return {
    name,
    key,
    pem: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    keyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function distinguish(commonName: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))));
}

/** Options of a server that shows a certificate, and the certificates of issuers that it sends along. */
export function serveCertificate(
  certificate: Certificate,
  ...chain: readonly Certificate[]
): { key: string; cert: string } {
  return { key: certificate.keyPem, cert: [certificate, ...chain].map(({ pem }) => pem).join('') };
}

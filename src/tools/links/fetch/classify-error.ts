import { errors } from 'undici';
import type { FailureCode } from '../exchange.ts';
import { PolicyRefusal, TransportFailure } from './failure.ts';

/** Codes of Node.js, OpenSSL and undici that mean one thing each. */
const meanings: Readonly<Record<string, FailureCode>> = {
  ETIMEDOUT: 'CONNECT_TIMEOUT',
  ECONNRESET: 'RESET',
  ECONNABORTED: 'RESET',
  EPIPE: 'RESET',
  UND_ERR_HEADERS_OVERFLOW: 'HEADERS_TOO_LARGE',
  // Before the body, this is a parser that met two lengths.
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'BAD_HTTP',
  // An answer that the client's own checks did not foresee is the server's doing.
  ERR_ASSERTION: 'BAD_HTTP',
  CERT_HAS_EXPIRED: 'TLS_EXPIRED',
  CERT_NOT_YET_VALID: 'TLS_EXPIRED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS_SELF_SIGNED',
  ERR_TLS_CERT_ALTNAME_INVALID: 'TLS_WRONG_HOST',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS_UNKNOWN_CA',
  UNABLE_TO_GET_ISSUER_CERT: 'TLS_UNKNOWN_CA',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'TLS_UNKNOWN_CA',
  // The server sent its own certificate and no other.
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS_CHAIN',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'TLS_VERSION',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'TLS_VERSION',
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: 'HTTP2',
};

const expectations: Readonly<Partial<Record<FailureCode, string>>> = {
  CONNECT_REFUSED: 'a connection',
  CONNECT_TIMEOUT: 'a connection',
  RESET: 'an answer',
  CLOSED: 'an answer',
  BAD_HTTP: 'HTTP/1.1',
  HEADERS_TOO_LARGE: 'fewer or shorter headers',
  TLS_EXPIRED: 'a certificate that is valid today',
  TLS_SELF_SIGNED: 'a certificate that somebody else signed',
  TLS_WRONG_HOST: 'a certificate for this host',
  TLS_UNKNOWN_CA: 'a certificate of a known authority',
  TLS_CHAIN: 'the certificates of its issuers beside its own, which some browsers find by themselves',
  TLS_VERSION: 'TLS 1.2 or newer',
  TLS_OTHER: 'a TLS connection',
  HTTP2: 'HTTP/1.1',
};

/** What an error of the request means. An error that says nothing of the server is a defect, and returned as it is. */
export function classifyError(error: unknown, host: string): unknown {
  // When each address of a host fails, the errors come together, and the first stands for all.
  if (error instanceof AggregateError && error.errors.length > 0) return classifyError(error.errors[0], host);
  if (!(error instanceof Error) || error instanceof TransportFailure || error instanceof PolicyRefusal) return error;
  const code = deriveCode(error);
  if (code === undefined) return error;
  const detail = `Unexpected ${describeError(error, code)} at \`${host}\`, expected ${expectations[code] ?? 'an answer'}`;
  return new TransportFailure(code, detail, { cause: error });
}

function describeError(error: Error, code: FailureCode): string {
  if (code === 'CLOSED') return 'end of the connection';
  // The parser's own words for what it met.
  const reason = error instanceof errors.HTTPParserError ? /\((.+)\)$/.exec(error.message)?.[1] : undefined;
  return reason === undefined ? `failure \`${readCode(error)}\`` : `failure (${reason})`;
}

function deriveCode(error: Error): FailureCode | undefined {
  const code = readCode(error);
  const meaning = meanings[code];
  if (meaning !== undefined) return meaning;
  if (error instanceof errors.HTTPParserError) return 'BAD_HTTP';
  if (code === 'UND_ERR_SOCKET') return error.message.includes('closed') ? 'CLOSED' : 'BAD_HTTP';
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO' || isCertificateCode(code)) {
    return 'TLS_OTHER';
  }
  // No route, no network, a filter in between: the connection did not come about.
  return 'syscall' in error && error.syscall === 'connect' ? 'CONNECT_REFUSED' : undefined;
}

/** Codes of OpenSSL's verification that are not told apart. */
function isCertificateCode(code: string): boolean {
  return /CERT|CRL|CA_|SIGNATURE|HOSTNAME_MISMATCH|PATH_LENGTH/.test(code);
}

function readCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

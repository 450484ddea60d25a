/** How much of a server's answer is taken, and how long it is waited for. */
export interface FetchLimits {
  /** From the question to DNS to the end of the TLS handshake. */
  connectMs: number;
  /** From the connection to the last header. */
  headersMs: number;
  /** For one request and its answer. */
  hopMs: number;
  /** For all requests of a chain. */
  citationMs: number;
  redirects: number;
  headerBytes: number;
  headerFields: number;
  /** Of a body as it comes, and again of the decoded one. */
  bodyBytes: number;
  /** How many times as large as it came a decoded body may be. */
  expansion: number;
  codings: number;
}

export const defaultLimits: FetchLimits = {
  connectMs: 10_000,
  headersMs: 15_000,
  hopMs: 30_000,
  citationMs: 60_000,
  redirects: 10,
  headerBytes: 32 * 1024,
  headerFields: 100,
  bodyBytes: 2 * 1024 * 1024,
  expansion: 100,
  codings: 2,
};

/** One request of a chain and the answer to it. A `<meta http-equiv="refresh">` counts as a hop of its own. */
export interface Hop {
  url: string;
  status: number;
  /** Where it leads, as the server wrote it. */
  location?: string;
  /** The address that answered. */
  address?: string;
  via?: 'meta-refresh';
}

/** Why a chain ended without an answer. */
export type FailureCode =
  | 'DNS_NXDOMAIN'
  | 'DNS_TEMPORARY'
  | 'CONNECT_REFUSED'
  | 'CONNECT_TIMEOUT'
  | 'RESET'
  | 'CLOSED'
  | 'HEADERS_TIMEOUT'
  | 'HOP_TIMEOUT'
  | 'CITATION_TIMEOUT'
  | 'BAD_HTTP'
  | 'HEADERS_TOO_LARGE'
  | 'REDIRECT_LOOP'
  | 'REDIRECT_LIMIT'
  | 'BAD_REDIRECT'
  | 'TLS_EXPIRED'
  | 'TLS_SELF_SIGNED'
  | 'TLS_WRONG_HOST'
  | 'TLS_UNKNOWN_CA'
  | 'TLS_CHAIN'
  | 'TLS_VERSION'
  | 'TLS_OTHER'
  | 'HTTP2';

/** Why the checker did not ask. */
export type RefusalCode =
  'URL_INVALID' | 'SCHEME' | 'PORT' | 'CREDENTIALS' | 'HOST_NAME' | 'ADDRESS' | 'DOWNGRADE' | 'ROBOTS';

/** The body of an answer, decoded as far as the limits allow. */
export interface Body {
  /** Decoded bytes, at most the limit. Empty when nothing came. */
  bytes: Uint8Array;
  /** Whether the limit, a deadline or a broken connection cut it. */
  truncated: boolean;
  /** What cut it, or why it could not be decoded. */
  fault?: 'size' | 'ratio' | 'deadline' | 'closed' | 'coding-unknown' | 'coding-broken' | 'coding-depth';
}

/** The last answer of a chain. Header names are in lower case. */
export interface Answer {
  /** The URL that was asked, with the fragment that holds at the end of the chain. */
  url: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Body;
}

/** A chain of requests from a URL to its end. */
export type Exchange = { hops: readonly Hop[]; ms: number } & (
  | { kind: 'answered'; answer: Answer }
  | { kind: 'failed'; code: FailureCode; detail: string }
  | { kind: 'refused'; code: RefusalCode; detail: string }
);

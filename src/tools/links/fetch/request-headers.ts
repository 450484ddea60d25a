import { acceptedCodings } from './coding.ts';

/** The version of a page that is already known. */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface RequestHeaderOptions {
  userAgent: string;
  accept: string;
  language: string;
  cookie: string | undefined;
  /** Sent to the host of the cited URL only. */
  conditional: Validators | undefined;
  /** Sent to the API of GitHub only. */
  githubToken: string | undefined;
}

export const defaultAccept = 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8';

/** The headers of a request, and no others but `Host` and `Connection`. */
export function deriveRequestHeaders(url: URL, options: RequestHeaderOptions): Record<string, string> {
  const { cookie, conditional, githubToken } = options;
  const mayAuthorize = url.protocol === 'https:' && url.hostname === 'api.github.com';
  return {
    'user-agent': options.userAgent,
    accept: options.accept,
    'accept-language': options.language,
    'accept-encoding': acceptedCodings,
    ...(cookie !== undefined && { cookie }),
    ...(conditional?.etag !== undefined && { 'if-none-match': conditional.etag }),
    ...(conditional?.lastModified !== undefined && { 'if-modified-since': conditional.lastModified }),
    ...(githubToken !== undefined && mayAuthorize && { authorization: `Bearer ${githubToken}` }),
  };
}

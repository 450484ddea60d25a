import { parseCookie } from 'undici';

/** Cookies of one chain of requests, for servers that send a client round until it brings theirs. Never kept. */
export interface CookieJar {
  store(url: URL, setCookies: readonly string[]): void;
  /** The value of the `Cookie` header, if there is any. */
  render(url: URL): string | undefined;
}

const maxHeaderBytes = 8 * 1024;
const tokenPattern = /^[!#$%&'*+.^_`|~\w-]+$/;
const valuePattern = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;

/** A cookie goes back to the host that set it and to no other, whatever domain it asks for. */
export function createCookieJar(nowMs: () => number): CookieJar {
  const hosts = new Map<string, Map<string, { value: string; isSecure: boolean }>>();
  return {
    store(url, setCookies) {
      const cookies = hosts.get(url.hostname) ?? new Map<string, { value: string; isSecure: boolean }>();
      hosts.set(url.hostname, cookies);
      for (const text of setCookies) {
        const cookie = parseCookie(text);
        if (cookie === null || !tokenPattern.test(cookie.name) || !valuePattern.test(cookie.value)) continue;
        cookies.delete(cookie.name);
        const isOver =
          (cookie.maxAge !== undefined && cookie.maxAge <= 0) ||
          (cookie.maxAge === undefined && cookie.expires instanceof Date && cookie.expires.getTime() <= nowMs());
        if (!isOver) cookies.set(cookie.name, { value: cookie.value, isSecure: cookie.secure === true });
      }
    },
    render(url) {
      const pairs = [...(hosts.get(url.hostname) ?? [])]
        .filter(([, { isSecure }]) => !isSecure || url.protocol === 'https:')
        .map(([name, { value }]) => `${name}=${value}`);
      let header = '';
      for (const pair of pairs) {
        const longer = header === '' ? pair : `${header}; ${pair}`;
        if (longer.length <= maxHeaderBytes) header = longer;
      }
      return header === '' ? undefined : header;
    },
  };
}

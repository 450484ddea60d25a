import { checkHostName } from './host-name.ts';
import type { Allowances, Refusal } from './refusal.ts';

const ports = new Set([80, 443, 8080, 8443]);

/** Refuses a URL that the checker must not ask. Says nothing of the addresses that its host has: they are known later. */
export function checkUrl(text: string, allowances: Allowances = {}): Refusal | undefined {
  const url = URL.parse(text);
  if (url === null) return { code: 'URL_INVALID', detail: `Unexpected text \`${text}\`, expected a URL` };
  if (!isWeb(url)) {
    return { code: 'SCHEME', detail: `Unexpected scheme \`${url.protocol}\`, expected \`https:\` or \`http:\`` };
  }
  if (url.username !== '' || url.password !== '') {
    return {
      code: 'CREDENTIALS',
      detail: `Unexpected credentials before \`@${url.host}\`, expected a URL without them`,
    };
  }
  const port = readPort(url);
  if (!ports.has(port) && allowances.port?.(port) !== true) {
    return { code: 'PORT', detail: `Unexpected port ${port}, expected ${[...ports].join(', ')}` };
  }
  return checkHostName(url.hostname, allowances);
}

/** Refuses the step from a page that was asked over https to one that would be asked without. */
export function checkDowngrade(from: URL, to: URL): Refusal | undefined {
  return from.protocol === 'https:' && to.protocol === 'http:'
    ? { code: 'DOWNGRADE', detail: `Unexpected redirect from https to \`http://${to.host}\`, expected https` }
    : undefined;
}

/** The port of a URL, written or not. */
export function readPort(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

import { checkAddress } from './address.ts';
import type { Allowances, Refusal } from './refusal.ts';

const privateSuffixes = ['localhost', 'local', 'internal', 'lan', 'home.arpa'];

/**
 * Refuses a host that only a private network knows. Takes `hostname` of a parsed URL: the parser has turned every
 * spelling of an address, such as `0x7f.1`, into its usual one.
 */
export function checkHostName(hostname: string, allowances: Allowances = {}): Refusal | undefined {
  const literal = /^\[(.*)\]$/.exec(hostname)?.[1] ?? (/^\d+(\.\d+){3}$/.test(hostname) ? hostname : undefined);
  if (literal !== undefined) return checkAddress(literal, allowances);
  const isPrivate = privateSuffixes.some((suffix) => hostname === suffix || hostname.endsWith(`.${suffix}`));
  // A dot at the end names the same host in a way that rules by name, certificates and servers do not expect.
  return isPrivate || hostname.endsWith('.') || !hostname.includes('.')
    ? { code: 'HOST_NAME', detail: `Unexpected host \`${hostname}\`, expected a public host name` }
    : undefined;
}

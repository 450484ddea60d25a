import ipaddr from 'ipaddr.js';
import type { Allowances, Refusal } from './refusal.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The part of IPv6 that is handed out to the public. The library takes `::7f00:1` for public as well. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Refuses an address that is not of a host on the public Internet, in whatever form of IPv6 it is wrapped.
 * `host` is the name that led to it, for the message.
 */
export function checkAddress(
  address: string,
  { address: isAllowed }: Allowances = {},
  host?: string,
): Refusal | undefined {
  const name = `address \`${address}\`${host === undefined ? '' : ` of \`${host}\``}`;
  if (!ipaddr.isValid(address)) return refuse(`Unexpected ${name}, expected four or sixteen bytes`);
  const parsed = ipaddr.process(address);
  if (isAllowed?.(parsed.toString()) === true) return undefined;
  const bad = unwrap(parsed).find((inner) => !isPublic(inner));
  if (bad === undefined) return undefined;
  const isWrapped = bad.kind() !== ipaddr.parse(address).kind();
  return refuse(
    `Unexpected ${name}${isWrapped ? `, which stands for \`${bad.toString()}\`` : ''}, expected a public one`,
  );
}

function refuse(detail: string): Refusal {
  return { code: 'ADDRESS', detail };
}

function isPublic(address: Address): boolean {
  return address.range() === 'unicast' && (isVersion4(address) || address.match(globalUnicast));
}

/** The addresses that packets to this one may end at: those of IPv4 that are written inside it, or itself. */
function unwrap(address: Address): Address[] {
  if (isVersion4(address)) return [address];
  const bytes = address.toByteArray();
  if (address.match(nat64)) return [version4(bytes.slice(12))];
  if (address.range() === '6to4') return [version4(bytes.slice(2, 6))];
  // Teredo names its server, and its client with all bits turned around.
  if (address.range() === 'teredo') {
    return [version4(bytes.slice(4, 8)), version4(bytes.slice(12).map((byte) => byte ^ 0xff))];
  }
  return [address];
}

function isVersion4(address: Address): address is ipaddr.IPv4 {
  return address.kind() === 'ipv4';
}

function version4(bytes: number[]): ipaddr.IPv4 {
  return new ipaddr.IPv4(bytes);
}

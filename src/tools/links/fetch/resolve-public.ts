import { checkAddress } from '../policy/address.ts';
import type { Allowances } from '../policy/refusal.ts';
import { demand, TransportFailure } from './failure.ts';
import type { Lookup } from './lookup.ts';

/** Addresses to connect to. One that is not public rejects the host: a name with both kinds is made to trick a guard. */
export async function resolvePublic(
  hostname: string,
  lookup: Lookup,
  allowances: Allowances,
): Promise<readonly string[]> {
  const addresses = await lookup(hostname).catch((error: unknown) => {
    throw deriveFailure(error, hostname);
  });
  if (addresses.length === 0) throw unknownHost(hostname);
  for (const address of addresses) demand(checkAddress(address, allowances, hostname));
  return addresses;
}

function deriveFailure(error: unknown, hostname: string): TransportFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (['ENOTFOUND', 'ENODATA', 'EAI_NONAME', 'EAI_NODATA'].includes(code)) return unknownHost(hostname, error);
  const detail = `Unexpected failure \`${code}\` of DNS for \`${hostname}\`, expected an address`;
  return new TransportFailure('DNS_TEMPORARY', detail, { cause: error });
}

function unknownHost(hostname: string, cause?: unknown): TransportFailure {
  const detail = `Unexpected host \`${hostname}\`, expected a name that DNS knows`;
  return new TransportFailure('DNS_NXDOMAIN', detail, { cause });
}

import { isIP } from 'node:net';
import { expect, test } from 'vitest';
import { lookupBySystem } from '#tools/links/fetch/lookup.ts';
import { checkAddress } from '#tools/links/policy/address.ts';

test('the resolver of the system gives addresses, and those of this machine are refused', async () => {
  const addresses = await lookupBySystem('localhost');
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) {
    expect(isIP(address)).not.toBe(0);
    expect(checkAddress(address)?.code).toBe('ADDRESS');
  }
});

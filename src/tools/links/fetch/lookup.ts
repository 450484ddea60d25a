import { lookup } from 'node:dns/promises';

/** All addresses of a host, of both families. Rejects with the `code` that Node.js gives. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/** Asks the resolver of the system. */
export const lookupBySystem: Lookup = async (hostname) => {
  const answers = await lookup(hostname, { all: true });
  return answers.map(({ address }) => address);
};

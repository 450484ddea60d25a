import { z } from 'zod';
import type { Adapter } from './adapter.ts';
import { generic } from './generic.ts';

const pepSchema = z.object({
  number: z.int(),
  title: z.string().max(300),
  status: z.string().max(50),
  superseded_by: z.string().max(100).nullish(),
});

/** Python Enhancement Proposals, whose states are published as JSON. */
export const pep: Adapter = {
  ...generic,
  name: 'pep',
  claims: (url) => url.hostname === 'peps.python.org',
  deriveInventoryUrl: (url) => `${url.origin}/api/peps.json`,
  parseInventory(bytes) {
    const read = z.record(z.string(), pepSchema).safeParse(parseJson(bytes));
    if (!read.success) return undefined;
    const peps = Object.values(read.data).map(
      ({ number, title, status, superseded_by: by }) =>
        [number, { title, status, supersededBy: by ?? undefined }] as const,
    );
    return { kind: 'peps', peps: new Map(peps) };
  },
};

/** The number of the PEP that a URL names. */
export function readPepNumber(url: URL): number | undefined {
  const digits =
    url.hostname === 'peps.python.org' ? /^\/pep-(\d{1,5})(?:\/|\.html|$)/.exec(url.pathname)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

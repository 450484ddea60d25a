import type { APIRoute, GetStaticPaths } from 'astro';
import { deriveBadge } from '#model/api/badge.ts';
import { listClaimEntries, type ClaimEntry } from '#model/content.ts';
import { getModel } from '#store/astro.ts';

export const getStaticPaths = (async () => {
  const { content } = await getModel();
  return listClaimEntries(content.entries).map((entry) => ({
    params: { collection: entry.collection, id: entry.id },
    props: { entry },
  }));
}) satisfies GetStaticPaths;

/** The badge of an entry, in the endpoint form of shields.io. */
export const GET: APIRoute<{ entry: ClaimEntry }> = async ({ props }) =>
  Response.json(deriveBadge(await getModel(), props.entry));

import type { APIRoute, GetStaticPaths } from 'astro';
import { listApiEntries, type ApiEntry } from '#model/api/entries.ts';
import { deriveEntryDocument } from '#model/api/entry-documents.ts';
import { getApi } from '#store/api.ts';
import { getModel } from '#store/astro.ts';

export const getStaticPaths = (async () => {
  const { content } = await getModel();
  return listApiEntries(content.entries).map((entry) => ({
    params: { collection: entry.collection, id: entry.id },
    props: { entry },
  }));
}) satisfies GetStaticPaths;

/** An entry, whole. */
export const GET: APIRoute<{ entry: ApiEntry }> = async ({ props, site }) =>
  Response.json(deriveEntryDocument(await getApi(site), props.entry));

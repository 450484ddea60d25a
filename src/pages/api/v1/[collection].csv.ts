import type { APIRoute, GetStaticPaths } from 'astro';
import { entryCollectionNames, type EntryCollectionName } from '#schema/collections.ts';
import { renderCollectionCsv } from '#model/api/csv.ts';
import { getApi } from '#store/api.ts';

export const getStaticPaths = (() =>
  entryCollectionNames.map((collection) => ({
    params: { collection },
    props: { collection },
  }))) satisfies GetStaticPaths;

/** A collection of claims as CSV. */
export const GET: APIRoute<{ collection: EntryCollectionName }> = async ({ props, site }) =>
  new Response(renderCollectionCsv(await getApi(site), props.collection), {
    headers: { 'content-type': 'text/csv; charset=utf-8; header=present' },
  });

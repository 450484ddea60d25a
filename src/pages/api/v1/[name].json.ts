import type { APIRoute, GetStaticPaths } from 'astro';
import { apiCollectionNames } from '#schema/api/collections.ts';
import { deriveCollectionDocument } from '#model/api/entry-documents.ts';
import { deriveSingleDocument, singleDocumentNames } from '#model/api/single-documents.ts';
import { getApi } from '#store/api.ts';

export const getStaticPaths = (() => [
  ...apiCollectionNames.map((name) => ({ params: { name } })),
  ...singleDocumentNames.map((name) => ({ params: { name } })),
]) satisfies GetStaticPaths;

/** A collection, or another document that is no entry. */
export const GET: APIRoute = async ({ params, site }) => {
  const api = await getApi(site);
  const collection = apiCollectionNames.find((name) => name === params.name);
  if (collection !== undefined) return Response.json(deriveCollectionDocument(api, collection));
  const single = singleDocumentNames.find((name) => name === params.name);
  return single === undefined ? new Response(null, { status: 404 }) : Response.json(deriveSingleDocument(api, single));
};

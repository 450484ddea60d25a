import type { APIRoute, GetStaticPaths } from 'astro';
import { apiSchemas } from '#schema/api/documents.ts';
import { derivePublishedSchema } from '#model/api/json-schema.ts';
import { renderSchemaPath } from '#model/api/paths.ts';
import { getApi } from '#store/api.ts';

export const getStaticPaths = (() =>
  Object.keys(apiSchemas).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

/** A schema of the API. */
export const GET: APIRoute = async ({ params: { name = '' }, site }) => {
  const schema = apiSchemas[name];
  if (schema === undefined) return new Response(null, { status: 404 });
  const { urlOf } = await getApi(site);
  return Response.json(derivePublishedSchema(schema, { name, id: urlOf(renderSchemaPath(name)) }), {
    headers: { 'content-type': 'application/schema+json' },
  });
};

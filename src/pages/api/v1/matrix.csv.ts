import type { APIRoute } from 'astro';
import { renderMatrixCsv } from '#model/api/matrix-csv.ts';
import { getApi } from '#store/api.ts';

/** The support matrix as CSV, one row a cell. */
export const GET: APIRoute = async ({ site }) =>
  new Response(renderMatrixCsv(await getApi(site)), {
    headers: { 'content-type': 'text/csv; charset=utf-8; header=present' },
  });

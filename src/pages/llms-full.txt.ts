import type { APIRoute } from 'astro';
import { toUrl } from '#components/site-path.ts';
import { renderLlmsFullText } from '#markdown/llms.ts';
import { deriveDigest } from '#model/view/digest.ts';
import { getModel } from '#store/astro.ts';
import { getFrame } from '#store/site.ts';

/** All claims as one text. */
export const GET: APIRoute = async ({ site }) => {
  const { dataAsOf } = await getFrame();
  const text = renderLlmsFullText(deriveDigest(await getModel(), dataAsOf), (path) => toUrl(path, site));
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

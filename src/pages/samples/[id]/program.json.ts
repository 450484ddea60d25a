import type { APIRoute, GetStaticPaths } from 'astro';
import { isDeclared } from '#model/sample.ts';
import { deriveSampleProgram } from '#model/view/sample-program.ts';
import type { Program } from '#runner/program.ts';
import { getModel } from '#store/astro.ts';

export const getStaticPaths = (async () => {
  const { content } = await getModel();
  return content.entries.samples
    .filter(({ data }) => isDeclared(data, 'pyodide'))
    .map((sample) => ({
      params: { id: sample.id },
      props: { program: deriveSampleProgram(sample) satisfies Program },
    }));
}) satisfies GetStaticPaths;

/** The program of a sample, for the reader's browser. */
export const GET: APIRoute<{ program: Program }> = ({ props }) => Response.json(props.program);

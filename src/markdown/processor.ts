import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import python from 'shiki/langs/python.mjs';
import xml from 'shiki/langs/xml.mjs';
import { rehypeBasePath } from './base-path.ts';
import { classTransformer, figureTransformer, objectscriptLanguages } from './highlight.ts';
import { rehypeRegions } from './regions.ts';

/**
 * How prose becomes HTML. The processor's own GFM is off and remark-gfm takes its place, so that `check` and the site
 * read one dialect; smart punctuation is off because it would turn `--flag` into a dash.
 */
export function createMarkdown({ base }: { base: string }) {
  return {
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [[remarkGfm, { singleTilde: false }]],
      rehypePlugins: [rehypeRegions, [rehypeBasePath, { base }]],
    }),
    syntaxHighlight: 'shiki' as const,
    shikiConfig: {
      theme: 'css-variables' as const,
      langs: [...python, ...xml, ...objectscriptLanguages],
      transformers: [classTransformer, figureTransformer],
    },
  };
}

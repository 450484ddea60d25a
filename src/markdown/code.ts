import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';
import python from 'shiki/langs/python.mjs';
import xml from 'shiki/langs/xml.mjs';
import { classTransformer, objectscriptLanguages } from './highlight.ts';

let shared: Promise<Highlighter> | undefined;

/** Highlights the code of a sample as prose is highlighted: with class names, without inline styles. Returns a `<pre>`. */
export async function renderCode(text: string, language: 'python' | 'objectscript' | 'xml'): Promise<string> {
  shared ??= createHighlighter({
    themes: [createCssVariablesTheme({ variablePrefix: '--astro-code-' })],
    langs: [...python, ...xml, ...objectscriptLanguages],
  });
  const highlighter = await shared;
  return highlighter.codeToHtml(text.trimEnd(), {
    lang: language,
    theme: 'css-variables',
    transformers: [
      classTransformer,
      {
        name: 'language',
        pre(node) {
          node.properties['data-language'] = language;
        },
      },
    ],
  });
}

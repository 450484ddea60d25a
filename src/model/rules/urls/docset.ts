import type { Source } from '#schema/source.ts';
import type { Rule } from '../rule.ts';
import { derivePageKey } from './page-identity.ts';
import { urlRule } from './url-rule.ts';

const docsHost = 'docs.intersystems.com';

/** Docsets of IRIS itself: the product, and the drivers and SDKs that are documented apart from it. */
const irisProducts = new Set(['iris', 'components']);

/** `/latest/` of the InterSystems documentation is Caché & Ensemble, another product. */
export const urlLatestDocset = urlRule('url-latest-docset', (url, parsed) =>
  parsed?.hostname === docsHost && /^\/latest\//i.test(parsed.pathname)
    ? {
        found: 'Caché & Ensemble docset `/latest/`',
        expected: '`/irislatest/` or a version such as `/iris20261/`',
        hint: `write \`${url.replace(/\/latest\//i, '/irislatest/')}\`, and check that the key is still the same`,
      }
    : undefined,
);

/** Pages of the InterSystems documentation are cited from the IRIS docset, unless the source says why not. */
export const urlForeignDocset: Rule = {
  id: 'url-foreign-docset',
  check({ model }, report) {
    for (const { file, data } of model.content.entries.sources) {
      const root = parseRoot(data.url);
      if (
        root === undefined ||
        root.product === '' ||
        irisProducts.has(root.product) ||
        data.docset?.reason !== undefined
      )
        continue;
      report({
        file,
        at: { path: ['url'] },
        reason: `Unexpected docset \`/${root.text}/\` in a URL, expected \`/irislatest/\``,
        hint: 'cite the page under `/irislatest/`, or say in `docset.reason` why it exists elsewhere only',
      });
    }
  },
};

/** The URL of a documentation page is the one that its `docset` spells. */
export const urlDocsetMismatch: Rule = {
  id: 'url-docset-mismatch',
  check({ model }, report) {
    for (const { file, data } of model.content.entries.sources) {
      const parsed = data.url === undefined ? null : URL.parse(data.url);
      if (parsed?.hostname !== docsHost || !/\.cls$/i.test(parsed.pathname)) continue;
      const expected = renderDocsetUrl(data.docset);
      if (expected === data.url) continue;
      // That the docset differs is what `url-latest-docset` says.
      if (
        expected !== undefined &&
        derivePageKey(expected) === derivePageKey(parsed.href) &&
        /^\/latest\//i.test(parsed.pathname)
      )
        continue;
      report({
        file,
        at: { path: data.docset === undefined ? ['url'] : ['docset'] },
        reason:
          data.docset === undefined
            ? 'Unexpected documentation page without `docset`, expected its product, version and key or class'
            : `Unexpected \`docset\` beside \`${data.url ?? ''}\`, expected the two to name one page`,
        hint:
          expected === undefined
            ? 'give `product`, `version`, and either `key` or `class` with `library`'
            : `this docset spells \`${expected}\``,
      });
    }
  },
};

/** The canonical URL of a page of the InterSystems documentation, or undefined when the docset names none. */
export function renderDocsetUrl(docset: Source['docset']): string | undefined {
  if (docset === undefined) return undefined;
  const { product, version, key, class: className, library } = docset;
  const root = `https://${docsHost}/${product}${product === 'components' ? '' : version}/csp`;
  if (key !== undefined) return `${root}/docbook/DocBook.UI.Page.cls?KEY=${encodeURIComponent(key)}`;
  if (className === undefined || library === undefined) return undefined;
  return `${root}/documatic/%25CSP.Documatic.cls?LIBRARY=${encodeURIComponent(library)}&CLASSNAME=${encodeURIComponent(className)}`;
}

function parseRoot(url: string | undefined): { text: string; product: string } | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  if (parsed?.hostname !== docsHost) return undefined;
  const text = parsed.pathname.split('/')[1] ?? '';
  return { text, product: text.replace(/(latest|\d{5})$/i, '').toLowerCase() };
}

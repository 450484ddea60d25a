import { listEntries } from '../content.ts';
import { findNearMiss } from '../near-miss.ts';
import type { Rule } from './rule.ts';
import { readScheme } from './urls/cited-urls.ts';

/** Components that prose may use, with the attributes each takes. */
export const proseComponents: Readonly<Record<string, readonly string[]>> = {
  Cite: ['source'],
  Sample: ['id', 'region'],
  SidecarDiagram: [],
};

/** HTML elements that Markdown has no sign for. */
const proseElements = new Set(['kbd', 'sub', 'sup', 'abbr']);
const proseAttributes = new Set(['title']);

/** Prose uses the components that pages provide, spelled as they are. */
export const unknownComponent: Rule = {
  id: 'unknown-component',
  check({ model }, report) {
    for (const { file, prose } of listEntries(model.content)) {
      for (const { name, attributes, place } of prose?.elements ?? []) {
        if (!/^[A-Z]/.test(name)) continue;
        const known = proseComponents[name];
        if (known === undefined) {
          const near = findNearMiss(name, Object.keys(proseComponents));
          report({
            file,
            at: { place },
            reason: `Unexpected component \`<${name}>\`, expected ${Object.keys(proseComponents)
              .map((item) => `\`<${item}>\``)
              .join(' or ')}`,
            hint:
              near === undefined ? 'components are added in `src/components/prose/`' : `did you mean \`<${near}>\`?`,
          });
          continue;
        }
        const written = Object.keys(attributes);
        const wrong = [
          ...written.filter((item) => !known.includes(item)),
          ...known.filter((item) => !written.includes(item)),
        ];
        if (wrong.length === 0) continue;
        report({
          file,
          at: { place },
          reason: `Unexpected attributes of \`<${name}>\`, expected ${known.length === 0 ? 'none' : known.map((item) => `\`${item}\``).join(', ')}`,
          hint: `look at ${wrong.map((item) => `\`${item}\``).join(', ')}`,
        });
      }
    }
  },
};

/** Prose holds no active or styled HTML: no scripts, frames, styles, event handlers or `javascript:` links. */
export const forbiddenMarkup: Rule = {
  id: 'forbidden-markup',
  check({ model }, report) {
    for (const { file, prose } of listEntries(model.content)) {
      for (const { name, attributes, place } of prose?.elements ?? []) {
        if (/^[A-Z]/.test(name)) continue;
        if (!proseElements.has(name)) {
          report({
            file,
            at: { place },
            reason: `Unexpected element \`<${name}>\`, expected Markdown`,
            hint: `of HTML only ${[...proseElements].map((item) => `\`<${item}>\``).join(', ')} are taken`,
          });
          continue;
        }
        for (const attribute of Object.keys(attributes)) {
          if (proseAttributes.has(attribute)) continue;
          report({
            file,
            at: { place },
            reason: `Unexpected attribute \`${attribute}\` on \`<${name}>\`, expected no attribute but \`title\``,
            hint: 'styles live in `src/styles/`; prose has no handlers and no styles',
          });
        }
      }
      for (const { url, place } of prose?.links ?? []) {
        const scheme = readScheme(url);
        if (scheme === undefined || scheme === 'https' || scheme === 'http') continue;
        report({
          file,
          at: { place },
          reason: `Unexpected \`${scheme}:\` link, expected \`https:\` or a path of the site`,
          hint: 'link to a page, or cite a source',
        });
      }
    }
  },
};

/** Prose is text: no imports, exports or expressions. */
export const codeInContent: Rule = {
  id: 'code-in-content',
  check({ model }, report) {
    for (const { file, prose } of listEntries(model.content)) {
      for (const { source, place } of prose?.code ?? []) {
        report({
          file,
          at: { place },
          reason: `Unexpected code \`${source.length > 40 ? `${source.slice(0, 40)}…` : source}\`, expected text`,
          hint: 'pages pass components in, so nothing is imported; put braces in backticks',
        });
      }
    }
  },
};

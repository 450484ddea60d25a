import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { createMarkdown } from './src/markdown/processor.ts';
import { renderRedirectPath } from './src/model/redirects.ts';
import { readRedirects } from './src/store/redirects.ts';
import { contentGate } from './src/tools/check/gate.ts';
import { markdownTwins } from './src/tools/markdown-twins/integration.ts';
import { pyodideFiles } from './src/tools/pyodide/integration.ts';
import { createLastModified } from './src/tools/sitemap/last-modified.ts';
import { searchIndex } from './src/tools/search/integration.ts';

// The build sends nothing anywhere.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const base = process.env.BASE_PATH ?? '/';
// Pages that only lead to others are no part of the site's map.
const redirected = new Set(
  readRedirects('content').data.map(({ from }) => base.replace(/\/$/, '') + renderRedirectPath(from)),
);

/**
 * Leaves out what Vite puts before each dynamic import to fetch style sheets ahead: no script here has any, and it would be
 * the larger half of what every page loads.
 * @returns {import('vite').Plugin}
 */
function plainDynamicImports() {
  const helper = '\0vite/preload-helper.js';
  return {
    name: 'plain-dynamic-imports',
    enforce: 'pre',
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

export default defineConfig({
  // Where the site is published. Canonical links and the sitemap need it; a local build speaks of itself.
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base,
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The JSX way of compressing glues inline elements together.
  compressHTML: true,
  vite: {
    plugins: [plainDynamicImports()],
    worker: { format: 'es' },
    build: {
      assetsInlineLimit: 0,
      // What is loaded later has no further files to fetch ahead.
      modulePreload: false,
      rolldownOptions: {
        // Astro marks modules with directives of its own, which the bundler reports one by one.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  devToolbar: { enabled: false },
  markdown: createMarkdown({ base }),
  integrations: [
    contentGate(),
    pyodideFiles(),
    mdx(),
    sitemap({
      filter: (page) => !redirected.has(new URL(page).pathname),
      serialize: createLastModified({ base }),
    }),
    searchIndex(),
    markdownTwins(),
  ],
});

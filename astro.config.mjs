import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { createMarkdown } from './src/markdown/processor.ts';
import { contentGate } from './src/tools/check/gate.ts';
import { pyodideFiles } from './src/tools/pyodide/integration.ts';

// The build sends nothing anywhere.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const base = process.env.BASE_PATH ?? '/';

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
  integrations: [contentGate(), pyodideFiles(), mdx(), sitemap()],
});

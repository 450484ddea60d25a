import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderCount } from '#report/phrase.ts';
import { renderTwin } from './twin.ts';

/** Writes the Markdown twin of every page beside it once the pages stand: `/edges/x/index.md` for `/edges/x/`. */
export function markdownTwins(): AstroIntegration {
  let base = '/';
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base.replace(/\/$/, '')}/`;
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const startedAt = performance.now();
        const directory = fileURLToPath(dir);
        // The page for addresses that lead nowhere is a file of its own, and no page of the site.
        const folders = pages.map(({ pathname }) => pathname).filter((path) => path !== '404/');
        for (const folder of folders) {
          const html = await readFile(join(directory, folder, 'index.html'), 'utf8');
          const twin = renderTwin(html, `/${folder}`, base);
          if (twin === undefined) throw new Error(`${folder}index.html has no <main> to make a Markdown twin of`);
          await writeFile(join(directory, folder, 'index.md'), twin);
        }
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        logger.info(`${renderCount(folders.length, 'Markdown twin')} written in ${seconds} s`);
      },
    },
  };
}

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile } from 'pagefind';
import { parseFragment } from './fragment.ts';
import { listSiteWords } from './words.ts';

/** What the site loads of Pagefind: its own interface, workers and other languages stay out. */
const published = /^(pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.+\.pf_(meta|index|fragment))$/;

/**
 * Builds the search index of the built pages into `pagefind/`: those whose `main` is marked with `data-pagefind-body`. Beside
 * it stand the words of the site, by which a misspelt query is mended, and the collection and status of each page, by which
 * a search is narrowed: Pagefind's own filters come in another order, under other names, with every build.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const target = join(fileURLToPath(dir), 'pagefind');
        const files = (await indexPages(fileURLToPath(dir))).filter(({ path }) => published.test(path));
        const pages = files
          .filter(({ path }) => path.endsWith('.pf_fragment'))
          .map(({ path, content }) => ({ id: basename(path, '.pf_fragment'), ...parseFragment(content) }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
        for (const { path, content } of files) {
          mkdirSync(dirname(join(target, path)), { recursive: true });
          writeFileSync(join(target, path), content);
        }
        const write = (name: string, data: unknown) => {
          writeFileSync(join(target, name), JSON.stringify(data));
        };
        write('words.json', listSiteWords(pages.map(({ content }) => content)));
        write('kinds.json', Object.fromEntries(pages.map(({ id, meta }) => [id, listKind(meta)])));
        // Pagefind is passed on under the MIT License, which asks for its text beside it.
        const license = import.meta.resolve('pagefind').replace(/lib\/[^/]+$/, 'LICENSE/LICENSE');
        cpSync(fileURLToPath(license), join(target, 'LICENSE'));
      },
    },
  };
}

/** Collection and status of a page, or its collection alone. */
function listKind({ collection, status }: Record<string, string>): unknown[] {
  return status === undefined ? [collection] : [collection, status];
}

/** The index of every page in a folder, as files. Throws when Pagefind finds a fault, or no page to index. */
async function indexPages(directory: string): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex({
      // Heads of columns name what is said of an entry, not what it says; Pagefind would glue them together.
      excludeSelectors: ['thead'],
    });
    if (index === undefined) throw new Error(errors.join('; '));
    const pages = await index.addDirectory({ path: directory });
    const { files, errors: faults } = await index.getFiles();
    const found = [...pages.errors, ...faults];
    if (found.length > 0) throw new Error(found.join('; '));
    if (!files.some(({ path }) => path.endsWith('.pf_fragment'))) {
      throw new Error('no page has an element with `data-pagefind-body`');
    }
    return files;
  } catch (error) {
    throw new Error(`The search index was not built: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    await close();
  }
}

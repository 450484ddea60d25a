import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

// Only the walls are asked: rules that need types would need every file to exist.
const eslint = new ESLint({
  cwd: resolve(import.meta.dirname, '..'),
  overrideConfig: [tseslint.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
});

/** What the walls say of an import in a file of `src/`; nothing when they allow it. */
async function lint(file: string, specifier: string): Promise<string[]> {
  const code = `import { x } from '${specifier}';\nexport const y = x;\n`;
  const text = file.endsWith('.astro') ? `---\n${code.replace('export ', '')}---\n\n<p>{y}</p>\n` : code;
  const [result] = await eslint.lintText(text, { filePath: `src/${file}` });
  if (result === undefined) throw new Error(`ESLint looked at no file src/${file}`);
  return result.messages.map(({ ruleId, message, fatal }) => {
    if (fatal === true) throw new Error(message);
    return `${ruleId ?? ''}: ${message.replace(/^.*is restricted from being used by a pattern\. /, '')}`;
  });
}

const relative =
  'no-restricted-imports: Write imports between layers as `#layer/file.ts`, so that the walls can be seen.';
const mayImport = (layer: string, what: string) => `no-restricted-imports: src/${layer} may import ${what}.`;
const withoutAstro = (layer: string) =>
  `no-restricted-imports: src/${layer} runs without Astro's content; only src/store/astro.ts and pages read it.`;
const pure = (layer: string) => `no-restricted-imports: src/${layer} is pure: files, clock and network are passed in.`;
const zodOnly = 'no-restricted-imports: src/schema imports zod only.';

describe('a wall refuses', () => {
  test.each([
    ['schema/x.ts', 'node:fs', [pure('schema'), zodOnly]],
    ['schema/x.ts', 'yaml', [zodOnly]],
    ['schema/x.ts', 'zod/v4', [zodOnly]],
    ['schema/x.ts', 'astro:content', [withoutAstro('schema'), zodOnly]],
    ['schema/x.ts', '#model/model.ts', [mayImport('schema', 'no other layer'), zodOnly]],
    ['schema/x.ts', '../model/model.ts', [relative]],
    ['report/x.ts', '#model/model.ts', [mayImport('report', 'no other layer')]],
    ['report/x.ts', 'node:process', [pure('report')]],
    ['report/x.ts', 'astro:content', [withoutAstro('report')]],
    ['model/x.ts', 'node:fs', [pure('model')]],
    ['model/rules/urls/x.ts', 'node:fs/promises', [pure('model')]],
    ['model/x.ts', '#store/disk.ts', [mayImport('model', '#schema, #report')]],
    ['model/x.ts', '#tools/check/run.ts', [mayImport('model', '#schema, #report')]],
    ['model/x.ts', '#components/site-path.ts', [mayImport('model', '#schema, #report')]],
    ['model/x.ts', 'astro:content', [withoutAstro('model')]],
    ['model/x.ts', '../store/disk.ts', [relative]],
    ['model/view/x.ts', '../../store/disk.ts', [relative]],
    ['model/rules/urls/x.ts', '../../../schema/source.ts', [relative]],
    ['feeds/x.ts', '#store/disk.ts', [mayImport('feeds', '#model, #report')]],
    ['store/x.ts', '#tools/check/run.ts', [mayImport('store', '#schema, #model, #report')]],
    ['store/x.ts', '../tools/check/run.ts', [relative]],
    ['tools/check/x.ts', 'astro:content', [withoutAstro('tools')]],
    [
      'tools/check/x.ts',
      '#components/site-path.ts',
      [mayImport('tools', '#schema, #model, #report, #store, #runner, #objectscript')],
    ],
    ['tools/check/x.ts', '../../model/model.ts', [relative]],
    ['markdown/x.ts', '#store/disk.ts', [mayImport('markdown', '#model')]],
    ['markdown/x.ts', '../model/fence.ts', [relative]],
    [
      'components/X.astro',
      '#store/astro.ts',
      [mayImport('components', '#model, #report, #markdown, #runner, #elements')],
    ],
    ['components/prose/X.astro', '../../store/astro.ts', [relative]],
    ['runner/x.ts', '#model/model.ts', [mayImport('runner', '#schema')]],
    ['runner/browser/x.ts', '../../schema/sample.ts', [relative]],
    ['elements/x.ts', '#model/model.ts', [mayImport('elements', '#runner')]],
    ['layouts/X.astro', '#store/astro.ts', [mayImport('layouts', '#model, #report, #components, #styles')]],
    ['pages/x.astro', '../store/astro.ts', [relative]],
    ['pages/[collection]/x.astro', '../../components/site-path.ts', [relative]],
  ])('in src/%s the import of %s', async (file, specifier, expected) => {
    expect((await lint(file, specifier)).toSorted()).toEqual(expected.toSorted());
  });

  test('pages the import of a tool', async () => {
    const messages = await lint('pages/x.astro', '#tools/check/run.ts');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^no-restricted-imports: src\/pages may import #schema, #model, /);
  });

  test('exports from elsewhere and imports of types as it refuses imports', async () => {
    for (const text of [
      "export * from '#store/disk.ts';\n",
      "import type { X } from '#store/disk.ts';\nexport type Y = X;\n",
    ]) {
      const [result] = await eslint.lintText(text, { filePath: 'src/model/x.ts' });
      expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['no-restricted-imports']);
    }
  });
});

describe('a wall allows', () => {
  test.each([
    ['schema/x.ts', 'zod'],
    ['schema/x.ts', './text.ts'],
    ['report/x.ts', './inert.ts'],
    ['model/x.ts', '#schema/collections.ts'],
    ['model/x.ts', '#report/phrase.ts'],
    ['model/x.ts', 'fastest-levenshtein'],
    ['model/x.ts', './view/mark.ts'],
    ['model/rules/urls/x.ts', '../../content.ts'],
    ['store/x.ts', 'node:fs'],
    ['store/x.ts', '#model/content.ts'],
    ['store/astro.ts', 'astro:content'],
    ['tools/check/x.ts', '#store/disk.ts'],
    ['tools/check/x.ts', 'node:fs'],
    ['tools/new/x.ts', '../check/run.ts'],
    ['markdown/x.ts', '#model/fence.ts'],
    ['components/X.astro', '#model/view/mark.ts'],
    ['components/prose/X.astro', '../site-path.ts'],
    ['runner/x.ts', '#schema/sample.ts'],
    ['runner/browser/x.ts', '../session.ts'],
    ['elements/x.ts', '#runner/browser/run.ts'],
    ['components/X.astro', '#elements/sample-runner.ts'],
    ['layouts/X.astro', '#components/Facts.astro'],
    ['pages/x.astro', '#store/astro.ts'],
    ['pages/x.astro', 'astro:content'],
  ])('in src/%s the import of %s', async (file, specifier) => {
    expect(await lint(file, specifier)).toEqual([]);
  });
});

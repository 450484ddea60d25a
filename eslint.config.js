import { builtinModules } from 'node:module';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The layer walls: what each folder of `src/` may import from the others.
 * Imports between layers are written `#layer/file.ts`; a relative path may not leave its layer.
 */
/** @type {Record<string, string[]>} */
const layers = {
  schema: [],
  report: [],
  model: ['schema', 'report'],
  store: ['schema', 'model', 'report'],
  tools: ['schema', 'model', 'report', 'store', 'runner', 'objectscript'],
  markdown: ['model'],
  // Runs and judges samples: shared by the command line and the reader's browser.
  runner: ['schema'],
  // Custom elements: what a page can do once it stands.
  elements: ['runner'],
  // A library of its own: text in, problems out.
  objectscript: ['model', 'report'],
  // Feeds as their formats have them: finished records in, text out.
  feeds: ['model', 'report'],
  components: ['model', 'report', 'markdown', 'runner', 'elements'],
  layouts: ['model', 'report', 'components', 'styles'],
  pages: [
    'schema',
    'model',
    'report',
    'store',
    'markdown',
    'feeds',
    'runner',
    'elements',
    'components',
    'layouts',
    'styles',
  ],
};
const allLayers = [...Object.keys(layers), 'styles'];

/** @type {import('eslint').Linter.Config[]} */
const walls = Object.entries(layers).map(([layer, allowed]) => {
  const refused = allLayers.filter((other) => other !== layer && !allowed.includes(other));
  const patterns = [
    {
      regex: `^#(${refused.join('|')})/`,
      message: `src/${layer} may import ${allowed.length > 0 ? allowed.map((other) => `#${other}`).join(', ') : 'no other layer'}.`,
    },
    {
      regex: `^(\\./)?(\\.\\./)+(${allLayers.join('|')})/`,
      message: 'Write imports between layers as `#layer/file.ts`, so that the walls can be seen.',
    },
  ];
  if (
    ['schema', 'report', 'model', 'tools', 'runner', 'elements', 'objectscript', 'markdown', 'components'].includes(
      layer,
    )
  ) {
    patterns.push({
      regex: '^astro:',
      message: `src/${layer} runs without Astro's content; only src/store/astro.ts and pages read it.`,
    });
  }
  const isPure = ['schema', 'report', 'model', 'components'].includes(layer);
  if (isPure) {
    patterns.push({
      regex: `^(node:|(${builtinModules.join('|')})$)`,
      message: `src/${layer} is pure: files, clock and network are passed in.`,
    });
  }
  if (layer === 'schema') {
    patterns.push({ regex: '^(?!zod$|\\.)', message: 'src/schema imports zod only.' });
  }
  return {
    name: `walls of src/${layer}`,
    files: [`src/${layer}/**/*.{ts,astro}`],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      ...(isPure && {
        'no-restricted-syntax': [
          'error',
          { selector: 'ImportExpression', message: `src/${layer} imports at the top, where the walls are checked.` },
        ],
      }),
    },
  };
});

export default defineConfig(
  globalIgnores(['dist', '.astro', 'bench/links', 'tests/fixtures', 'test-results', 'playwright-report']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  astro.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.astro'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  // The compiler behind .astro files does not give ESLint full types: `astro check` covers them.
  { files: ['**/*.astro', '**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  walls,
);

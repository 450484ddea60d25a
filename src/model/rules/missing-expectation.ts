import type { Rule } from './rule.ts';

/** Every source says what its page must contain. */
export const missingExpectation: Rule = {
  id: 'missing-expectation',
  check({ model }, report) {
    for (const source of model.content.entries.sources) {
      if (Object.keys(source.data.expect).length > 0) continue;
      report({
        file: source.file,
        at: { path: ['expect'] },
        reason: 'Unexpected empty `expect`, expected `title`, `heading`, `terms`, `quote` or `lines`',
        hint: 'name a heading or a term that only the right page has',
      });
    }
  },
};

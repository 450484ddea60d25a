import { isDraft } from '../../content.ts';
import type { Rule } from '../rule.ts';

/** Every need has one cell for each published route. */
export const matrixCellMissing: Rule = {
  id: 'matrix-cell-missing',
  check({ model }, report) {
    const routes = model.content.entries.routes.filter((route) => !isDraft(route));
    for (const { file, data } of model.content.entries.needs) {
      const seen = new Set<string>();
      data.cells.forEach(({ route }, index) => {
        if (seen.has(route))
          report({
            file,
            at: { path: ['cells', index, 'route'] },
            reason: `Unexpected second cell of \`${route}\`, expected one cell for each route`,
            hint: 'keep one of the two',
          });
        seen.add(route);
      });
      for (const { id } of routes) {
        if (seen.has(id)) continue;
        report({
          file,
          at: { path: ['cells'] },
          reason: `Missing cell of \`${id}\`, expected one cell for each route`,
          hint: 'judge it from the entries; where nobody knows, it is `unknown` and cites the question that would settle it',
        });
      }
    }
  },
};

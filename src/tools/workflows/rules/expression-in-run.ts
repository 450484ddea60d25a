import type { Rule } from './rule.ts';

/**
 * An expression is put into the script as text before a shell reads it, and a title or the name of a branch may be shell.
 * Some expressions are harmless; none is needed, because `env` takes them all.
 */
export const expressionInRun: Rule = {
  id: 'expression-in-run',
  check({ workflow: { jobs, locateText } }, report) {
    for (const { path, run = '' } of jobs.flatMap(({ steps }) => steps)) {
      const seen: string[] = [];
      for (const [expression] of run.matchAll(/\$\{\{.*?(?:\}\}|$)/gs)) {
        const before = seen.filter((other) => other === expression).length;
        report(
          locateText([...path, 'run'], expression, before),
          `Unexpected expression \`${expression}\` in \`run\`, expected a variable of the shell`,
          'give it to the step through `env`, and write `"$NAME"` here',
        );
        seen.push(expression);
      }
    }
  },
};

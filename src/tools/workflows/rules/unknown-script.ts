import { renderNearMiss } from '#model/near-miss.ts';
import type { Rule } from './rule.ts';

export const unknownScript: Rule = {
  id: 'unknown-script',
  check({ workflow: { jobs, locateText }, scripts }, report) {
    for (const { path, run = '' } of jobs.flatMap(({ steps }) => steps)) {
      const seen: string[] = [];
      for (const { 0: call, 1: name = '' } of run.matchAll(/\bnpm run(?:-script)?(?: +-[-\w=]+)* +([\w:.][\w:.-]*)/g)) {
        if (!scripts.includes(name)) {
          report(
            locateText([...path, 'run'], call, seen.filter((other) => other.startsWith(call)).length),
            `Unexpected script \`${name}\`, expected one of package.json`,
            renderNearMiss(name, scripts, 'add it to `scripts`, or call another'),
          );
        }
        seen.push(call);
      }
    }
  },
};

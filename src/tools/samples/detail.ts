import { createTwoFilesPatch } from 'diff';
import type { Judgement } from '#runner/judge.ts';

/** What to read below the reason of a judgement: the end of the error output, all problems, or a unified diff. */
export function renderDetail({ detail, difference }: Judgement): string | undefined {
  return difference === undefined ? detail : renderDiff(difference.name, difference.expected, difference.actual);
}

/** A unified diff between what was expected and what came. */
function renderDiff(name: string, expected: string, actual: string): string {
  return createTwoFilesPatch(name, 'this run', expected, actual, undefined, undefined, { context: 2 })
    .split('\n')
    .slice(1)
    .join('\n')
    .trimEnd();
}

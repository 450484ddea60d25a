import { startOf } from '../problem.ts';
import { findKeyword } from '../parsing/model.ts';
import type { ClassLint } from './lint.ts';

const read = ['objectscript', 'python'];

/** Only languages that this checker reads: a body it cannot check is said, not passed. */
export const languages: ClassLint = ({ head, members }) => {
  const classWide = findKeyword(head?.keywords ?? [], 'language') ?? 'objectscript';
  const wide =
    head === undefined || classWide === 'objectscript'
      ? []
      : [
          {
            ...startOf(head.token),
            reason: `Unexpected language \`${classWide}\` of the whole class, expected it on each method`,
          },
        ];
  const single = members.flatMap(({ token, keywords }) => {
    const language = findKeyword(keywords, 'language') ?? 'objectscript';
    if (read.includes(language)) return [];
    return {
      ...startOf(token),
      reason: `Unexpected language \`${language}\`, expected \`objectscript\` or \`python\``,
    };
  });
  return [...wide, ...single];
};

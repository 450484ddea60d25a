import { startOf } from '../problem.ts';
import { findKeyword, isMethod } from '../parsing/model.ts';
import type { ClassLint } from './lint.ts';

/** A body that must say something does: of a method that returns a value, of XData, of a query of its own. */
export const blankBodies: ClassLint = ({ text, members }) =>
  members.flatMap((member) => {
    const { open, close, kind, name, type, keywords } = member;
    if (open === undefined || close === undefined || !member.whole || member.body.length > 0) return [];
    const isPython =
      open.tokenType.name === 'PythonOpen' && text.slice(open.startOffset + 1, close.startOffset).trim() !== '';
    const mayBeBlank = isMethod(member) ? type === undefined && open.tokenType.name !== 'PythonOpen' : kind !== 'XData';
    if (mayBeBlank || isPython || findKeyword(keywords, 'abstract') !== undefined) return [];
    const wanted = isMethod(member)
      ? type === undefined
        ? 'a statement'
        : `statements that return a ${type}`
      : 'content';
    return { ...startOf(open), reason: `Unexpected blank body of \`${kind} ${name}\`, expected ${wanted}` };
  });

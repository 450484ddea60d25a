import { extendsAny } from '../parsing/model.ts';
import { startOf } from '../problem.ts';
import type { ClassLint } from './lint.ts';

/** A class of Ens.BusinessProcessBPL has its process in `XData BPL`. */
export const bplClass: ClassLint = ({ head, members }) => {
  if (head === undefined || !extendsAny(head, 'Ens.BusinessProcessBPL')) return [];
  if (members.some(({ kind, name }) => kind === 'XData' && name === 'BPL')) return [];
  return [{ ...startOf(head.token), reason: `Unexpected \`${head.name}\` without a process, expected \`XData BPL\`` }];
};

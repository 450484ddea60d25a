import type { Statement } from '../code/statements.ts';
import type { Problem } from '../problem.ts';
import type { ClassFile, Member } from '../parsing/model.ts';

/** A body of ObjectScript, read. */
export interface Code {
  member: Member;
  statements: Statement[];
  /** Variable → class, where the code tells. */
  types: Map<string, string>;
  /** The methods of the class by their names. */
  methods: Map<string, Member>;
}

/** One thing looked for in a class file, by what its heads say or by its bodies. */
export type ClassLint = (file: ClassFile) => Problem[];
export type CodeLint = (code: Code, file: ClassFile) => Problem[];

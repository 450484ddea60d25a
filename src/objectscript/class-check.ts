import { findLints } from './lint/lints.ts';
import { findOldDocumentation } from './lint/old-documentation.ts';
import { readClass } from './parsing/read-class.ts';
import { compareProblems, type Problem } from './problem.ts';
import { listPythonBodies, type PythonBody } from './python-bodies.ts';

export type { Problem } from './problem.ts';
export type { PythonBody } from './python-bodies.ts';

/**
 * Checks the structure of an ObjectScript class file: heads, members, brackets, strings, comments, keywords, and a table
 * of known mistakes. It compiles nothing: statements and expressions are read only as far as those mistakes need.
 * Problems come in the order of the text, at most one of structure for each member; a text can be anything.
 * Python bodies come out for somebody else to compile.
 */
export function checkClass(text: string): { problems: Problem[]; pythonBodies: PythonBody[] } {
  const { file, problems } = readClass(text);
  return {
    problems: [...problems, ...findLints(file), ...findOldDocumentation(text)].sort(compareProblems),
    pythonBodies: listPythonBodies(text, file.members),
  };
}

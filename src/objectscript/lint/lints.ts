import { listStatements } from '../code/statements.ts';
import { findVariableTypes } from '../code/variable-types.ts';
import { isMethod, isStatements, type ClassFile } from '../parsing/model.ts';
import type { Problem } from '../problem.ts';
import { blankBodies } from './blank-bodies.ts';
import { bplClass } from './bpl-class.ts';
import { deprecatedCalls } from './deprecated-calls.ts';
import { duplicateMembers } from './duplicate-members.ts';
import { jobArguments } from './job-arguments.ts';
import { keywords } from './keywords.ts';
import { languages } from './languages.ts';
import type { ClassLint, CodeLint } from './lint.ts';
import { quitArguments } from './quit-arguments.ts';
import { reservedPackage } from './reserved-package.ts';
import { sendArguments } from './send-arguments.ts';
import { sharedConnection } from './shared-connection.ts';
import { signatures } from './signatures.ts';
import { uncheckedStatus } from './unchecked-status.ts';
import { xdata } from './xdata.ts';

const classLints: readonly ClassLint[] = [
  blankBodies,
  bplClass,
  duplicateMembers,
  keywords,
  languages,
  reservedPackage,
  signatures,
  xdata,
];
const codeLints: readonly CodeLint[] = [
  deprecatedCalls,
  jobArguments,
  quitArguments,
  sendArguments,
  sharedConnection,
  uncheckedStatus,
];

/** What the lints find in a class file; bodies whose brackets do not end are left out. */
export function findLints(file: ClassFile): Problem[] {
  const bodies = file.members.filter((member) => member.whole && isStatements(member));
  const methods = new Map(file.members.filter(isMethod).map((member) => [member.name, member]));
  return [
    ...classLints.flatMap((lint) => lint(file)),
    ...bodies.flatMap((member) => {
      const statements = listStatements(member.body, file.text);
      const code = { member, statements, types: findVariableTypes(member, statements), methods };
      return codeLints.flatMap((lint) => lint(code, file));
    }),
  ];
}

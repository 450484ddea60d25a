import { snapshotSchema, type Snapshot } from '#schema/snapshot.ts';
import type { FileProblem } from './file-problems.ts';
import { parseJson } from './json-document.ts';
import { describeIssues } from './schema-problems.ts';
import { parseYaml } from './yaml-document.ts';

/** Where it is written down what the content comes to, below the content. */
export const snapshotFile = 'generated/model.json';

const restore = 'take the file from the last commit, then write it anew with `npm run snapshot -- --update`';

/** Parses a snapshot. Every problem has its place in the file; one that has any is of no use. */
export function parseSnapshot(text: string, file: string): { snapshot?: Snapshot; problems: FileProblem[] } {
  const { data, fault } = parseJson(text);
  if (fault !== undefined) {
    const hint = fault.isMergeConflict
      ? 'take the file of one side, then write it anew with `npm run snapshot -- --update`'
      : restore;
    return { problems: [{ ruleId: 'yaml-syntax', file, place: fault.place, reason: fault.reason, hint }] };
  }
  const parsed = snapshotSchema.safeParse(data);
  if (parsed.success) return { snapshot: parsed.data, problems: [] };
  const issues = parsed.error.issues;
  // Another version has other keys: what else is wrong with them says nothing.
  const version = issues.filter(({ path }) => path[0] === 'version');
  const [first] = describeIssues(version.length > 0 ? version : issues, snapshotSchema, parseYaml(text), file);
  if (first === undefined) throw new Error(`${file} was refused without a reason`);
  const hint = version.length > 0 ? 'written by another version of the project: update your checkout' : restore;
  return { problems: [{ ...first, hint }] };
}

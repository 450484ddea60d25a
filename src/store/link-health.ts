import { linkHealthSchema, type LinkHealth } from '#schema/link-health.ts';
import type { FileProblem } from './file-problems.ts';
import { parseJson } from './json-document.ts';
import { describeIssues } from './schema-problems.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

/** Where the health of links is kept, below the content. */
export const linkHealthFile = 'generated/link-health.json';

interface ParsedLinkHealth {
  /** Absent when anything is wrong with the file: half a history is worse than none. */
  health?: LinkHealth;
  problems: FileProblem[];
}

/** Parses the health of links. Every problem has its place in the file. */
export function parseLinkHealth(text: string, file: string): ParsedLinkHealth {
  const { data, fault } = parseJson(text);
  if (fault !== undefined) {
    const hint = fault.isMergeConflict ? 'take the file of one side: the next check brings it up to date' : restore;
    return { problems: [{ ruleId: 'yaml-syntax', file, place: fault.place, reason: fault.reason, hint }] };
  }
  // JSON is YAML too, and as YAML it has places, and keys that stand twice are seen.
  const yaml = parseYaml(text);
  const [syntax] = yaml.problems;
  if (syntax !== undefined) {
    const reason = `Unexpected JSON, expected a record that parses: ${syntax.reason}`;
    return { problems: [{ ruleId: 'yaml-syntax', file, place: syntax.place, reason, hint: restore }] };
  }
  const parsed = linkHealthSchema.safeParse(data);
  if (parsed.success) {
    const problems = findDuplicates(parsed.data, yaml, file);
    return problems.length > 0 ? { problems } : { health: parsed.data, problems };
  }
  const issues = parsed.error.issues;
  // Another version has other keys: what else is wrong with them says nothing.
  const version = issues.filter(({ path }) => path[0] === 'version');
  const problems = describeIssues(version.length > 0 ? version : issues, linkHealthSchema, yaml, file);
  return {
    problems: version.length > 0 ? problems.map((problem) => ({ ...problem, hint: 'update the checker' })) : problems,
  };
}

const restore = 'take the file from the last commit: the next check brings it up to date';

function findDuplicates({ hosts, links }: LinkHealth, yaml: YamlDocument, file: string): FileProblem[] {
  return [
    ...listRepeated(hosts.map(({ host }) => host)).map((index) => ['hosts', index, 'host'] as const),
    ...listRepeated(links.map(({ citation }) => citation)).map((index) => ['links', index, 'citation'] as const),
  ].map(([list, index, key]) => ({
    ruleId: 'duplicate-id',
    file,
    place: yaml.locateValue([list, index, key]),
    reason: `Unexpected second record of \`${String((list === 'hosts' ? hosts : links)[index]?.[key])}\` in \`${list}\`, expected one`,
    hint: 'keep one of the two',
  }));
}

/** Positions of the names that stood before. */
function listRepeated(names: readonly string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

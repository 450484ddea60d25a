import { verdictsSchema, type Verdict } from '#schema/verdict.ts';
import type { FileProblem } from './file-problems.ts';
import { describeIssues } from './schema-problems.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

/** Where the verdicts of samples are kept, below the content. */
export const verdictsFile = 'generated/sample-verdicts.json';

interface ParsedVerdicts {
  verdicts: readonly Verdict[];
  problems: FileProblem[];
  yaml: YamlDocument;
}

/** Parses the record of verdicts. JSON is YAML too, and as YAML every problem has a place. */
export function parseVerdicts(text: string, file: string): ParsedVerdicts {
  const yaml = parseYaml(text);
  const syntax = yaml.problems.map(({ place, reason }): FileProblem => ({
    ruleId: 'yaml-syntax',
    file,
    place,
    reason: `Unexpected JSON, expected a record that parses: ${reason}`,
    hint: 'write it anew with `npm run samples -- --update`',
  }));
  // One fault of JSON makes several of YAML; the first says where.
  if (syntax.length > 0) return { verdicts: [], problems: syntax.slice(0, 1), yaml };
  const parsed = verdictsSchema.safeParse(yaml.data);
  return parsed.success
    ? { verdicts: parsed.data.verdicts, problems: [], yaml }
    : { verdicts: [], problems: describeIssues(parsed.error.issues, verdictsSchema, yaml, file), yaml };
}

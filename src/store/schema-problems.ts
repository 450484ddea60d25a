import type { z } from 'zod';
import type { Place } from '#model/prose.ts';
import { renderNearMiss } from '#model/near-miss.ts';
import { renderAlternatives } from '#report/phrase.ts';
import type { FileProblem } from './file-problems.ts';
import type { YamlDocument } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;

/** Says what a schema refused, one problem a key, each at its place. */
export function describeIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  yaml: YamlDocument,
  file: string,
): FileProblem[] {
  return issues.flatMap((issue) => describeIssue(issue, schema, yaml, file));
}

function describeIssue(issue: Issue, schema: z.ZodType, yaml: YamlDocument, file: string): FileProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = listKeys(schema, issue.path);
    return issue.keys.map((key) => ({
      ruleId: 'unknown-key' as const,
      file,
      place: yaml.locateKey([...issue.path, key]),
      reason: `Unexpected key \`${key}\`${renderWithin(issue.path)}, expected ${known.length === 0 ? 'none' : `one of ${known.map((name) => `\`${name}\``).join(', ')}`}`,
      hint: renderNearMiss(key, known, 'remove it'),
    }));
  }
  const value = readPath(yaml.data, issue.path);
  if (value === undefined) {
    return [
      {
        ruleId: 'missing-key',
        file,
        place: locateParent(issue.path, yaml),
        reason: `Missing key \`${String(issue.path.at(-1) ?? '')}\`${renderWithin(issue.path.slice(0, -1))}, expected ${describeExpected(issue)}`,
        hint: readDescription(schema, issue.path) ?? 'add it',
      },
    ];
  }
  return [
    {
      ruleId: 'invalid-value',
      file,
      place: yaml.locateValue(issue.path),
      reason: `Unexpected ${describeValue(value)} in \`${renderPath(issue.path)}\`, expected ${describeExpected(issue)}`,
      hint: renderHint(issue, value, schema),
    },
  ];
}

function renderHint(issue: Issue, value: unknown, schema: z.ZodType): string {
  const description = readDescription(schema, issue.path);
  if (issue.code === 'invalid_value' && typeof value === 'string')
    return renderNearMiss(value, issue.values.map(String), description ?? 'use one of them');
  if (
    issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    (typeof value === 'number' || typeof value === 'boolean')
  )
    return `put it in quotes: \`'${String(value)}'\``;
  return description ?? readDescription(schema, issue.path.slice(0, -1)) ?? 'write the fields that the collection has';
}

/** Names of types as a writer of YAML knows them. */
const typeNames: Readonly<Record<string, string | undefined>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of keys',
  int: 'a whole number',
};

function describeExpected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return renderAlternatives(issue.values.map((value) => `\`${String(value)}\``));
    case 'invalid_type':
      return typeNames[issue.expected] ?? `a ${issue.expected}`;
    case 'too_small':
      return /^(Too small|Invalid)/.test(issue.message) ? `at least ${issue.minimum}` : issue.message;
    default:
      return issue.message;
  }
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (value === null) return 'empty value';
  if (typeof value === 'object') return 'group of keys';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

function renderPath(path: readonly PropertyKey[]): string {
  return (
    path
      .map((step) => (typeof step === 'number' ? `[${step}]` : String(step)))
      .join('.')
      .replaceAll('.[', '[') || 'the record'
  );
}

function renderWithin(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : ` in \`${renderPath(path)}\``;
}

function readPath(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
}

function locateParent(path: readonly PropertyKey[], yaml: YamlDocument): Place {
  return yaml.locateValue(path.slice(0, -1));
}

/** Steps through wrappers (optional, default, preprocess) and fields to the schema at a path. */
function findSchema(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const { def } = schema as unknown as { def: Record<string, unknown> };
  for (const wrapper of ['innerType', 'out'] as const) {
    const inner = def[wrapper];
    if (inner !== undefined && def.type !== 'object')
      return path.length === 0 ? schema : findSchema(inner as z.ZodType, path);
  }
  if (path.length === 0) return schema;
  const [step, ...rest] = path;
  const next =
    def.type === 'array'
      ? def.element
      : def.type === 'record'
        ? def.valueType
        : (def.shape as Record<PropertyKey, unknown> | undefined)?.[step ?? ''];
  return next === undefined ? undefined : findSchema(next as z.ZodType, rest);
}

function listKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let found = findSchema(schema, path) as unknown as { def?: Record<string, unknown> } | undefined;
  while (found?.def?.innerType !== undefined) found = found.def.innerType as typeof found;
  return Object.keys((found?.def?.shape as object | undefined) ?? {});
}

function readDescription(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const description = findSchema(schema, path)?.description;
  return description?.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}

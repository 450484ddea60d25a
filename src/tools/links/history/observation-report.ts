import { z } from 'zod';
import { hostRecordSchema, linkRecordSchema, linkVerdicts } from '#schema/link-health.ts';
import { identifierSchema, identifiersSchema } from '#schema/identifier.ts';
import { dateSchema } from '#schema/text.ts';
import type { FileProblem } from '#store/file-problems.ts';
import { parseJson } from '#store/json-document.ts';
import { describeIssues } from '#store/schema-problems.ts';
import { parseYaml } from '#store/yaml-document.ts';
import type { Observation } from '../observation.ts';

// Everything below quotes servers and pages, so that all of it has a size.
const limits = { url: 8192, text: 2000, list: 100 };
const urlSchema = z.string().max(limits.url);
const textSchema = z.string().max(limits.text);

const observationSchema = z.strictObject({
  citation: identifierSchema,
  url: urlSchema,
  at: z.iso.datetime('an instant in UTC such as `2026-11-20T06:00:00Z`'),
  verdict: z.enum(linkVerdicts),
  code: linkRecordSchema.shape.last.shape.code,
  detail: textSchema,
  notes: z.array(textSchema).max(limits.list).readonly(),
  suggestion: linkRecordSchema.shape.suggestion,
  hops: z
    .array(
      z.strictObject({
        url: urlSchema,
        status: z.int(),
        location: urlSchema.optional(),
        address: z.string().max(100).optional(),
        via: z.literal('meta-refresh').optional(),
      }),
    )
    .max(limits.list)
    .readonly(),
  ms: z.number().min(0),
  bytes: z.int().min(0),
  truncated: z.boolean(),
  expectHash: linkRecordSchema.shape.expectHash,
  validators: linkRecordSchema.shape.validators,
  vantage: z.enum(['ci', 'local', 'human']),
});

const observationReportSchema = z.strictObject({
  version: z.literal(1),
  today: dateSchema.describe('The day of the run, in UTC.'),
  shard: z
    .strictObject({ index: z.int().min(1), count: z.int().min(1) })
    .refine(({ index, count }) => index <= count, 'a shard such as 2 of 5')
    .describe('Which part of the run this is, counted from 1; 1 of 1 is all of it.'),
  planned: identifiersSchema.describe('The citations of the whole run, those of the other shards too.'),
  skipped: identifiersSchema.describe('Those of this shard that there was no time for.'),
  hosts: z
    .array(hostRecordSchema)
    .describe('What hosts answer for pages that do not exist, as far as this shard knows.'),
  canaries: z.array(observationSchema).describe('Checks of pages that are known to be good.'),
  observations: z.array(observationSchema).describe('What this shard found: two of a citation that had a second pass.'),
});

/** What one run, or one shard of it, found. */
export type ObservationReport = z.infer<typeof observationReportSchema>;

/** Parses the report of a run, which may come from a machine that talked to strangers. */
export function parseObservationReport(
  text: string,
  file: string,
): { report: ObservationReport; problems?: never } | { report?: never; problems: FileProblem[] } {
  const { data, fault } = parseJson(text);
  const hint = 'run that shard again';
  if (fault !== undefined)
    return { problems: [{ ruleId: 'yaml-syntax', file, place: fault.place, reason: fault.reason, hint }] };
  const parsed = observationReportSchema.safeParse(data);
  if (parsed.success) return { report: parsed.data };
  return { problems: describeIssues(parsed.error.issues, observationReportSchema, parseYaml(text), file) };
}

/** Renders a report: the same text for the same report. What a server said is cut, so that it cannot keep a run from being told. */
export function renderObservationReport(report: ObservationReport): string {
  const fitting = {
    ...report,
    canaries: report.canaries.map(fitObservation),
    observations: report.observations.map(fitObservation),
  };
  return `${JSON.stringify(observationReportSchema.parse(fitting), null, 2)}\n`;
}

function fitObservation(observation: Observation): Observation {
  const { detail, notes, hops, suggestion, validators } = observation;
  return {
    ...observation,
    detail: detail.slice(0, limits.text),
    notes: notes.slice(0, limits.list).map((note) => note.slice(0, limits.text)),
    hops: hops.slice(0, limits.list).map((hop) => ({
      ...hop,
      url: hop.url.slice(0, limits.url),
      location: hop.location?.slice(0, limits.url),
    })),
    suggestion: observationSchema.shape.suggestion.safeParse(suggestion).data,
    validators: observationSchema.shape.validators.safeParse(validators).data,
  };
}

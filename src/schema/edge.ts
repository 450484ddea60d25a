import { z } from 'zod';
import { gapAssessmentSchema } from './assessment.ts';
import { identifiersSchema } from './identifier.ts';
import { entryFields } from './origin.ts';
import { textSchema } from './text.ts';

/** Effect of a sharp edge on an async-first team, worst first. */
export const severities = ['blocker', 'major', 'minor'] as const;

/** A sharp edge: what hinders an async-first Python team on InterSystems IRIS. */
export const edgeSchema = z.strictObject({
  ...entryFields,
  severity: z
    .enum(severities)
    .describe(
      'Effect on an async-first team: `blocker` (cannot do it), `major` (extra architecture), `minor` (friction).',
    ),
  severityReason: textSchema.describe('Why that severity, in one sentence.'),
  gotcha: textSchema.optional().describe('The warning in one sentence, for the gotchas page.'),
  workarounds: identifiersSchema.describe('Patterns that ease it. Each of them lists this edge under `eases`.'),
  proposals: identifiersSchema.describe('Proposals that would close it. Each of them lists this edge under `closes`.'),
  assessments: z.array(gapAssessmentSchema).min(1, 'at least one assessment').describe('All judgements, oldest first.'),
});

export type Edge = z.infer<typeof edgeSchema>;
export type Severity = Edge['severity'];

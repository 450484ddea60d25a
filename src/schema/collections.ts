import { backgroundSchema, type Background } from './background.ts';
import { edgeSchema, type Edge } from './edge.ts';
import { findingSchema, type Finding } from './finding.ts';
import { guideSchema, type Guide } from './guide.ts';
import { needSchema, type Need } from './need.ts';
import { patternSchema, type Pattern } from './pattern.ts';
import { proposalSchema, type Proposal } from './proposal.ts';
import { questionSchema, type Question } from './question.ts';
import { routeSchema, type Route } from './route.ts';
import { ruleSchema, type RulePage } from './rule.ts';
import { sampleSchema, type Sample } from './sample.ts';
import { sourceSchema, type Source } from './source.ts';

/** What the data of an entry looks like, by collection. */
export interface DataOf {
  patterns: Pattern;
  edges: Edge;
  proposals: Proposal;
  findings: Finding;
  guides: Guide;
  background: Background;
  questions: Question;
  needs: Need;
  routes: Route;
  samples: Sample;
  sources: Source;
  rules: RulePage;
}

export type CollectionName = keyof DataOf;

/**
 * Every collection of `content/`: its schema, and whether an entry is prose with front matter (`.mdx`) or data (`.yaml`).
 * An entry of `samples` is a folder with its record in `sample.yaml`.
 */
export const collections = {
  patterns: { schema: patternSchema, extension: '.mdx' },
  edges: { schema: edgeSchema, extension: '.mdx' },
  proposals: { schema: proposalSchema, extension: '.mdx' },
  findings: { schema: findingSchema, extension: '.mdx' },
  guides: { schema: guideSchema, extension: '.mdx' },
  background: { schema: backgroundSchema, extension: '.mdx' },
  questions: { schema: questionSchema, extension: '.mdx' },
  needs: { schema: needSchema, extension: '.yaml' },
  routes: { schema: routeSchema, extension: '.yaml' },
  samples: { schema: sampleSchema, extension: '/sample.yaml' },
  sources: { schema: sourceSchema, extension: '.yaml' },
  rules: { schema: ruleSchema, extension: '.mdx' },
} as const;

export const collectionNames = Object.keys(collections) as CollectionName[];

/** Collections whose entries make claims. Their ids are unique across all of them, so that a plain id names one entry. */
export const entryCollectionNames = [
  'patterns',
  'edges',
  'proposals',
  'findings',
  'guides',
  'background',
  'questions',
] as const satisfies readonly CollectionName[];

export type EntryCollectionName = (typeof entryCollectionNames)[number];

import type { GapStatus, Maturity, PatternStatus, FindingWord } from '#schema/assessment.ts';
import type { CollectionName } from '#schema/collections.ts';
import type { Severity } from '#schema/edge.ts';
import type { Evidence } from '#schema/evidence.ts';
import type { RuntimeName } from '#schema/sample.ts';
import type { Outcome } from '#schema/verdict.ts';
import type { VerificationState } from './verification.ts';

/** Drawn forms of a mark: circles for gaps and patterns, squares for verdicts. */
export type Shape =
  | 'circle-empty'
  | 'circle-half'
  | 'circle-full'
  | 'diamond'
  | 'cross'
  | 'question'
  | 'check'
  | 'dash'
  | 'square-empty'
  | 'square-half'
  | 'square-full'
  | 'square-struck';

/** A word of the site's vocabulary: how it is written, what it means and how it is drawn. */
export interface Term {
  word: string;
  meaning: string;
  shape?: Shape;
}

export const gapTerms: Record<GapStatus, Required<Term>> = {
  open: { word: 'Open', shape: 'circle-empty', meaning: 'Nothing that helps is on record.' },
  'community-workaround': {
    word: 'Worked round',
    shape: 'diamond',
    meaning: 'The community has a way round; the vendor has no answer.',
  },
  'partially-addressed': {
    word: 'Partly addressed',
    shape: 'circle-half',
    meaning: 'Part of it is answered; what remains is named.',
  },
  shipped: {
    word: 'Shipped',
    shape: 'circle-full',
    meaning: 'There is an official answer. Its maturity is stated beside it.',
  },
  unknown: { word: 'Unknown', shape: 'question', meaning: 'Nobody could find out. It does not count as good.' },
};

export const maturityTerms: Record<Maturity, Term> = {
  experimental: { word: 'experimental', meaning: 'The vendor calls it experimental, early access or preview.' },
  production: { word: 'production', meaning: 'The vendor supports it for production use.' },
};

export const patternTerms: Record<PatternStatus, Required<Term>> = {
  works: { word: 'Works', shape: 'circle-full', meaning: 'It works as described.' },
  'works-with-limits': {
    word: 'Works with limits',
    shape: 'circle-half',
    meaning: 'It works, within limits that a team will meet.',
  },
  retired: { word: 'Retired', shape: 'cross', meaning: 'It is no longer the way. The page says what replaces it.' },
  unknown: { word: 'Unknown', shape: 'question', meaning: 'Nobody could find out. It does not count as good.' },
};

export const verdictTerms: Record<FindingWord, Required<Term>> = {
  claimed: { word: 'Claimed', shape: 'square-empty', meaning: 'What the analysis said, before anybody checked it.' },
  holds: { word: 'Holds', shape: 'square-full', meaning: 'The public evidence bears the claim out.' },
  'too-strong': {
    word: 'Too strong',
    shape: 'square-half',
    meaning: 'There is something to it, but the claim says more than the evidence does.',
  },
  outdated: { word: 'Outdated', shape: 'square-struck', meaning: 'It was so, and is no longer.' },
  unverifiable: {
    word: 'Unverifiable',
    shape: 'question',
    meaning: 'Only documents that nobody outside can read would settle it.',
  },
};

export const severityTerms: Record<Severity, Term> = {
  blocker: { word: 'Blocker', meaning: 'An async-first team cannot do it on IRIS.' },
  major: { word: 'Major', meaning: 'It takes extra architecture.' },
  minor: { word: 'Minor', meaning: 'Friction: it costs time, and nothing more.' },
};

export const verificationTerms: Record<VerificationState, Term> = {
  disputed: { word: 'Disputed', meaning: 'Fresh public evidence stands on both sides.' },
  stale: { word: 'Stale', meaning: 'The judgement is older than the shortest life of its evidence.' },
  verified: {
    word: 'Verified',
    meaning: 'All that supports it has been read live or searched, with the day on record.',
  },
  unverified: { word: 'Unverified', meaning: 'Some of what supports it has not been read live for this site yet.' },
  uncheckable: { word: 'Not publicly checkable', meaning: 'It rests on documents that nobody outside can read.' },
};

export const stanceTerms: Record<Evidence['stance'], Term> = {
  supports: { word: 'Supports', meaning: 'It speaks for the judgement.' },
  contradicts: { word: 'Contradicts', meaning: 'It speaks against the judgement.' },
  context: { word: 'Context', meaning: 'It helps to understand the judgement.' },
};

export const evidenceKindTerms: Record<Evidence['kind'], Term> = {
  'vendor-doc': { word: 'Vendor documentation', meaning: 'A page of the vendor’s documentation. Fresh for 180 days.' },
  'release-note': { word: 'Release note', meaning: 'A note on a release. Fresh for 180 days.' },
  'source-code': { word: 'Source code', meaning: 'A file at a commit or version. Fresh for 365 days.' },
  'issue-thread': { word: 'Issue thread', meaning: 'A public issue or pull request. Fresh for 365 days.' },
  'community-post': { word: 'Community post', meaning: 'A post or article. Fresh for 365 days.' },
  'sample-run': { word: 'Sample run', meaning: 'A sample of this site, run. Fresh for 90 days.' },
  measurement: { word: 'Measurement', meaning: 'A figure somebody measured. Fresh for 90 days.' },
  'internal-report': {
    word: 'Internal report',
    meaning: 'As reported in a document that is not public: nobody outside can check it.',
  },
  'absence-search': {
    word: 'Absence search',
    meaning: 'A search that found nothing, recorded so that it can be repeated. Fresh for 90 days.',
  },
};

export const confidenceTerms: Record<Evidence['confidence'], Term> = {
  high: { word: 'High', meaning: 'Read in the primary source.' },
  medium: { word: 'Medium', meaning: 'One older or indirect source.' },
  low: { word: 'Low', meaning: 'Inferred, or the page could not be read.' },
};

export const outcomeTerms: Record<Outcome, Required<Term>> = {
  passed: { word: 'Passed', shape: 'check', meaning: 'It did what it declares: exit code, both outputs, exception.' },
  failed: { word: 'Failed', shape: 'cross', meaning: 'It did not do what it declares.' },
  cantTell: { word: 'Cannot tell', shape: 'question', meaning: 'It ran, and the result could not be judged.' },
  inapplicable: { word: 'Not for it', shape: 'dash', meaning: 'The sample is not for this runtime, and says why.' },
  untested: { word: 'Untested', shape: 'question', meaning: 'Nobody has run it there yet. It does not count as good.' },
};

export const runtimeTerms: Record<RuntimeName, Term> = {
  pyodide: {
    word: 'Pyodide',
    meaning: 'CPython compiled to WebAssembly, with CPython’s own event loop. No threads, processes or sockets.',
  },
  cpython: { word: 'CPython', meaning: 'The Python of the machine, isolated and in development mode.' },
  parse: {
    word: 'Structure check',
    meaning: 'ObjectScript and BPL are checked for their structure, not compiled: no IRIS takes part.',
  },
  iris: { word: 'IRIS', meaning: 'A reader’s own InterSystems IRIS. Without one a sample stays untested.' },
};

/** What a collection is called, in the singular and as the title of its index. */
export interface CollectionTerm {
  singular: string;
  plural: string;
  /** One sentence for the head of the index. */
  introduction: string;
}

export const collectionTerms: Record<CollectionName, CollectionTerm> = {
  patterns: {
    singular: 'Pattern',
    plural: 'Patterns',
    introduction: 'Ways of working concurrently that InterSystems IRIS offers today.',
  },
  edges: {
    singular: 'Sharp edge',
    plural: 'Sharp edges',
    introduction: 'What hinders an async-first Python team on InterSystems IRIS, and how far each gap is closed.',
  },
  proposals: {
    singular: 'Proposal',
    plural: 'Proposals',
    introduction:
      'Capabilities the platform could add, in the order the analysis asked for them, with criteria that would make each one shipped.',
  },
  findings: {
    singular: 'Finding',
    plural: 'Findings',
    introduction: 'The headline claims of the analysis of 2025-08-17, each with today’s verdict.',
  },
  guides: {
    singular: 'Guide',
    plural: 'Guides',
    introduction: 'What to do, in order, put together from the patterns and the sharp edges.',
  },
  background: {
    singular: 'Background',
    plural: 'Background',
    introduction:
      'Async Python itself: what the essays say, what has changed since, and what it means on InterSystems IRIS.',
  },
  questions: {
    singular: 'Open question',
    plural: 'Open questions',
    introduction: 'What nobody could verify, and what would settle it.',
  },
  samples: {
    singular: 'Sample',
    plural: 'Samples',
    introduction:
      'Small programs that assert what this site claims. Each has a recorded verdict for every runtime it is for.',
  },
  sources: {
    singular: 'Source',
    plural: 'Sources',
    introduction: 'Every document this site cites, by host and by kind, with the entries that cite it.',
  },
  rules: {
    singular: 'Rule',
    plural: 'Rules',
    introduction:
      'What the content check refuses, why, and how to mend it. Every message of the check names one of these.',
  },
};

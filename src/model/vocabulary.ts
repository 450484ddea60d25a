import type { GapStatus, Maturity, PatternStatus, FindingWord } from '#schema/assessment.ts';
import type { CollectionName } from '#schema/collections.ts';
import type { Severity } from '#schema/edge.ts';
import type { Evidence } from '#schema/evidence.ts';
import type { LinkRecord, LinkState, LinkVerdict } from '#schema/link-health.ts';
import type { RuntimeName } from '#schema/sample.ts';
import type { Outcome } from '#schema/verdict.ts';
import type { VerificationState } from './verification.ts';

/** Drawn forms of a mark: circles for gaps and patterns, squares for verdicts. */
export type Shape =
  | 'circle-empty'
  | 'circle-half'
  | 'circle-full'
  | 'diamond'
  | 'triangle'
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

/** States of a citation, best first. */
export const linkStateTerms: Record<LinkState, Required<Term>> = {
  healthy: {
    word: 'Verified',
    shape: 'check',
    meaning: 'The newest reading that could tell, by the check or by a person, found there what the page is cited for.',
  },
  suspect: {
    word: 'Suspect',
    shape: 'triangle',
    meaning: 'It answered otherwise than cited, or not at all, and not often enough yet to call it dead.',
  },
  dead: {
    word: 'Dead',
    shape: 'cross',
    meaning:
      'It failed check after check, over days. The claim stays with its date; the address is shown and no longer linked.',
  },
  unverifiable: {
    word: 'Unverifiable',
    shape: 'question',
    meaning:
      'For 30 days no check could tell, most often because the host turns machines away. It does not count as good.',
  },
  waived: {
    word: 'Waived',
    shape: 'dash',
    meaning: 'It fails in a way that is known, and is excused until a stated day. It does not count as good.',
  },
  new: {
    word: 'Not checked',
    shape: 'square-empty',
    meaning: 'No check has had an answer that could tell. It does not count as good.',
  },
};

/** What one check of a citation can find. */
export const linkFindingTerms: Record<LinkVerdict, Term> = {
  ok: { word: 'As cited', meaning: 'The page says what it is cited for.' },
  moved: { word: 'Moved', meaning: 'It has moved for good, and says there what it is cited for.' },
  redirected: { word: 'Redirected', meaning: 'It leads elsewhere for now, and says there what it is cited for.' },
  drifted: { word: 'Drifted', meaning: 'The page is there, and does not say what it is cited for.' },
  'soft-404': { word: 'Missing in disguise', meaning: 'The answer claims success, and is no such page.' },
  'anchor-missing': { word: 'Anchor missing', meaning: 'The page is there; the section or line that is cited is not.' },
  gone: { word: 'Gone', meaning: 'The host says that there is no such page.' },
  blocked: { word: 'Blocked', meaning: 'The host turned the check away. That says nothing of the page.' },
  unreachable: { word: 'No answer', meaning: 'The host did not answer, or answered with a fault of its own.' },
  'no-such-host': { word: 'No such host', meaning: 'The name of the host leads nowhere.' },
  'tls-error': { word: 'No safe connection', meaning: 'The certificate or the encryption of the host is faulty.' },
  invalid: { word: 'Not an address', meaning: 'The address cannot be asked for.' },
  refused: { word: 'Not asked', meaning: 'The rules of the check forbid to ask for it, or for where it leads.' },
  unverified: { word: 'Could not tell', meaning: 'It answered, and the answer could not be judged.' },
  waived: { word: 'Waived', meaning: 'The failure is excused by a waiver.' },
};

/** What a check can propose to cite instead. */
export const suggestionTerms: Record<NonNullable<LinkRecord['suggestion']>['kind'], Term> = {
  'permanent-redirect': { word: 'New address', meaning: 'Where the page leads for good.' },
  https: { word: 'Encrypted address', meaning: 'The same page over https.' },
  anchor: { word: 'Other anchor', meaning: 'The section of the page that comes nearest.' },
  versioned: { word: 'Versioned page', meaning: 'The same page of the documentation for one version.' },
  archive: { word: 'Archived copy', meaning: 'What the page said on a day in the past.' },
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
  needs: {
    singular: 'Need',
    plural: 'Needs',
    introduction: 'What an async-first team asks for: the rows of the support matrix.',
  },
  routes: {
    singular: 'Route',
    plural: 'Routes',
    introduction: 'Ways to bring Python and InterSystems IRIS together: the columns of the support matrix.',
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

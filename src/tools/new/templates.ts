import type { CollectionName } from '#schema/collections.ts';

export const kinds = [
  'pattern',
  'edge',
  'proposal',
  'finding',
  'guide',
  'background',
  'question',
  'need',
  'route',
  'source',
] as const;
export type Kind = (typeof kinds)[number];

/** What a template fills in. */
interface Blanks {
  id: string;
  title: string;
  today: string;
  /** Id of the source that the draft cites first. */
  document: string;
  /** The next free place in the order of the collection. */
  rank: number;
  /** Ids of the routes that a need has a cell for. */
  routes: readonly string[];
}

interface Template {
  collection: CollectionName;
  extension: '.mdx' | '.yaml';
  render: (blanks: Blanks) => string;
}

/** A draft of each kind: every required key, with a value that is valid and says what belongs there. */
export const templates: Record<Kind, Template> = {
  pattern: {
    collection: 'patterns',
    extension: '.mdx',
    render: (blanks) =>
      renderEntry(
        blanks,
        `need: The need it answers, as a reader would put it.
area: messaging
runsIn: Which process the code runs in.
languages: [Python]
limits: []
eases: []
${renderJudgements(blanks, 'assessments', 'status: unknown')}`,
        ['How it works', 'When to use it'],
      ),
  },
  edge: {
    collection: 'edges',
    extension: '.mdx',
    render: (blanks) =>
      renderEntry(
        blanks,
        `severity: minor
severityReason: Why that severity, in one sentence.
workarounds: []
proposals: []
${renderJudgements(blanks, 'assessments', 'status: unknown')}`,
        ['What happens', 'What to do today'],
      ),
  },
  proposal: {
    collection: 'proposals',
    extension: '.mdx',
    render: (blanks) =>
      renderEntry(
        blanks,
        `priority: ${blanks.rank}
ask: What is asked for, in one sentence.
baseline: What there was before.
acceptance:
  - An observable statement that is true once it is shipped.
prototypes: []
closes: []
${renderJudgements(blanks, 'assessments', 'status: unknown')}`,
        ['Why', 'What shipped looks like'],
      ),
  },
  finding: {
    collection: 'findings',
    extension: '.mdx',
    render: (blanks) =>
      renderEntry(
        blanks,
        `order: ${blanks.rank}
claim: The claim, restated in one sentence.
${renderJudgements(blanks, 'verdicts', 'verdict: claimed', 'why')}`,
        ['What was claimed', 'What holds'],
      ),
  },
  guide: {
    collection: 'guides',
    extension: '.mdx',
    render: (blanks) =>
      renderEntry(
        blanks,
        `order: ${blanks.rank}
audience: Who it is for, and in what situation.
${renderJudgements(blanks, 'assessments')}`,
        ['First step'],
      ),
  },
  background: {
    collection: 'background',
    extension: '.mdx',
    render: (blanks) =>
      renderEntry(
        blanks,
        `order: ${blanks.rank}
onIris: What it means on InterSystems IRIS, in one or two sentences.
${renderJudgements(blanks, 'assessments')}`,
        ['What the source says', 'What has changed since'],
      ),
  },
  question: {
    collection: 'questions',
    extension: '.mdx',
    render: (blanks) =>
      renderEntry(
        blanks,
        `order: ${blanks.rank}
raisedOn: ${blanks.today}
settledBy: What would settle it, as something a reader with access could do.
blocks: []
`,
        ['Why it matters', 'How to settle it'],
      ),
  },
  need: {
    collection: 'needs',
    extension: '.yaml',
    render: ({ title, rank, routes }) => `title: '${title.slice(0, 40).trimEnd()}'
question: What does a developer ask?
order: ${rank}
draft: true
cells:${routes.length === 0 ? ' []' : ''}
${routes.map((route) => `  - { route: '${route}', status: not-applicable, note: Why the need does not arise here., proof: [] }\n`).join('')}`,
  },
  route: {
    collection: 'routes',
    extension: '.yaml',
    render: ({ title, rank }) => `title: '${title.slice(0, 40).trimEnd()}'
summary: Where the Python code runs, and how it reaches IRIS.
order: ${rank}
draft: true
`,
  },
  source: {
    collection: 'sources',
    extension: '.yaml',
    render: ({ title, id }) => `title: '${title}'
publisher: Who publishes it.
kind: document
locator: Where to find it. Replace this line by url when it has an address.
expect:
  terms: ['${id}']
draft: true
`,
  },
};

function renderEntry({ title, document }: Blanks, fields: string, headings: readonly string[]): string {
  return `---
title: '${title}'
summary: One sentence that answers the reader who reads nothing else.
draft: true
origin:
  document: '${document}'
  section: The section of that document.
  item: The item within the section.
${fields}---

${headings.map((heading) => `## ${heading}\n\nWhat a reader needs to know here.\n`).join('\n')}`;
}

function renderJudgements({ today, document }: Blanks, field: string, status?: string, summary = 'summary'): string {
  return `${field}:
  - on: ${today}
${status === undefined ? '' : `    ${status}\n`}    ${summary}: What is known on that day, in one to four sentences.
    evidence:
      - source: '${document}'
        stance: supports
        kind: internal-report
        shows: What it shows, in one sentence.
        confidence: low
`;
}

import { deriveEntryFeeds, deriveFeed, type Feed } from '#model/view/feed.ts';
import { createEdge, createEvidence, createGapAssessment, createModel, createSource } from '../model/entries.ts';

/** The address of a path on a site below a base path. */
export const toUrl = (path: string) => `https://site.example/sub${path}`;

const edge = createEdge({
  id: 'no-hosting',
  title: 'No hosting',
  assessments: [
    createGapAssessment({ on: '2025-08-17', status: 'open', summary: 'None is on record.', evidence: [] }),
    createGapAssessment({
      on: '2026-11-20',
      status: 'partially-addressed',
      summary: 'Half of it is there.',
      remaining: 'The other half.',
      evidence: [createEvidence({ quote: 'It “works”.' })],
    }),
  ],
});

/** The feed of a site with one edge that was judged twice. */
export function createFeed(): Feed {
  return deriveFeed(createModel({ edges: [edge], sources: [createSource()] }), '2026-11-20');
}

/** The feed of an edge whose every text is the one given. */
export function createHostileFeed(text: string): Feed {
  const hostile = createEdge({
    title: text,
    assessments: [
      createGapAssessment({
        summary: text,
        remaining: text,
        correction: text,
        evidence: [createEvidence({ shows: text, quote: text })],
      }),
    ],
  });
  const [first] = deriveEntryFeeds(
    createModel({ edges: [hostile], sources: [createSource({ title: text })] }),
    '2026-11-20',
  );
  if (first === undefined) throw new Error('the edge has no feed');
  return first.feed;
}

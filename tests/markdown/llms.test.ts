import { describe, expect, test } from 'vitest';
import { renderLlmsFullText, renderLlmsText } from '#markdown/llms.ts';
import { deriveDigest } from '#model/view/digest.ts';
import {
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createLinkHealth,
  createLinkRecord,
  createModel,
  createQuestion,
  createSource,
} from '../model/entries.ts';

const toUrl = (path: string) => `https://site.example/sub${path}`;
const edge = createEdge({
  title: 'No <hosting>',
  assessments: [
    createGapAssessment({ on: '2025-08-17', summary: 'None.', evidence: [] }),
    createGapAssessment({
      status: 'partially-addressed',
      remaining: 'The other half.',
      evidence: [
        createEvidence({
          kind: 'absence-search',
          absence: [{ where: 'the manual', query: 'ASGI', on: '2026-11-20', hits: 0 }],
        }),
      ],
    }),
  ],
});
const entries = {
  edges: [edge],
  findings: [createFinding()],
  questions: [createQuestion()],
  sources: [createSource()],
};

/** The part of a text under one of its headings, up to the next of the same depth. */
function cut(text: string, heading: string): string {
  const start = text.indexOf(`\n${heading}\n`) + 1;
  const depth = /^#+/.exec(heading)?.[0] ?? '';
  const end = text.indexOf(`\n${depth} `, start + 1);
  return text.slice(start, end === -1 ? undefined : end);
}

describe('llms.txt', () => {
  const text = renderLlmsText(deriveDigest(createModel(entries), '2026-11-20'), toUrl);

  test('is a title, a summary, and sections of links to twins', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# Async Python on InterSystems IRIS',
      '',
      expect.stringMatching(/^> What works, what hurts/),
    ]);
    expect(text.match(/^## .*$/gm)).toEqual([
      '## Patterns',
      '## Sharp edges',
      '## Proposals',
      '## Findings',
      '## Guides',
      '## Background',
      '## Open questions',
      '## Optional',
    ]);
    expect(cut(text, '## Sharp edges')).toBe(
      '## Sharp edges\n\n- [No \\<hosting>](https://site.example/sub/edges/edge/index.md): Partly addressed as of 2026-11-20. A summary.\n',
    );
    expect(cut(text, '## Open questions')).toContain('Not judged yet. A summary.');
  });
});

describe('llms-full.txt', () => {
  test('has every judgement of a claim with its date and the addresses of its evidence', () => {
    const text = renderLlmsFullText(deriveDigest(createModel(entries), '2026-11-20'), toUrl);
    expect(cut(text, '## Sharp edges')).toMatchInlineSnapshot(`
      "## Sharp edges

      What hinders an async-first Python team on InterSystems IRIS, and how far each gap is closed.

      ### No \\<hosting>

      Partly addressed as of 2026-11-20. Page: <https://site.example/sub/edges/edge/>

      A summary.

      #### 2026-11-20: Partly addressed

      What was known.

      **Still missing:** The other half.

      - Supports, absence search, high confidence: What it shows. Source: A manual, <https://example.com/manual>. Searched the manual for “ASGI” on 2026-11-20: 0 hits.

      #### 2025-08-17: Open

      None.
      "
    `);
    expect(cut(text, '## Findings')).toContain('**Claim:** ');
  });

  test('gives the page of this site for a citation that is dead', () => {
    const linkHealth = createLinkHealth([createLinkRecord({ state: 'dead' })]);
    const text = renderLlmsFullText(deriveDigest(createModel({ ...entries, linkHealth }), '2026-11-20'), toUrl);
    expect(text).toContain('<https://site.example/sub/sources/manual/>');
    expect(text).not.toContain('https://example.com/manual');
  });
});

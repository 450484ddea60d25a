import { describe, expect, test } from 'vitest';
import type { ClaimEntry } from '#model/content.ts';
import type { Model } from '#model/model.ts';
import { deriveRelated } from '#model/view/related.ts';
import {
  createCell,
  createEdge,
  createGuide,
  createModel,
  createNeed,
  createPattern,
  createProposal,
  createQuestion,
  createRoute,
} from '../entries.ts';

/** Groups as `title: paths`. */
function renderGroups(model: Model, id: string): string[] {
  const entry: ClaimEntry | undefined = model.findClaim(id);
  if (entry === undefined) throw new Error(`there is no ${id}`);
  return deriveRelated(model, entry).map(({ title, links }) => `${title}: ${links.map(({ path }) => path).join(' ')}`);
}

const model = createModel({
  edges: [createEdge({ workarounds: ['pattern'], proposals: ['proposal'], related: ['guide', 'pattern', 'no-such'] })],
  patterns: [createPattern({ eases: ['edge'] })],
  proposals: [createProposal({ closes: ['edge'], extends: ['pattern'] })],
  guides: [createGuide({ related: ['edge', 'guide'] })],
  questions: [createQuestion({ blocks: ['edge'] })],
});

describe('the relations', () => {
  test('of an edge are its patterns, its proposals, questions about it and the rest, none twice', () => {
    expect(renderGroups(model, 'edge')).toEqual([
      'Patterns that ease it: /patterns/pattern/',
      'Proposals that would close it: /proposals/proposal/',
      'Open questions about it: /questions/question/',
      'See also: /guides/guide/',
    ]);
  });

  test('of a pattern are the edges it eases and the proposals that build on it', () => {
    expect(renderGroups(model, 'pattern')).toEqual([
      'Sharp edges it eases: /edges/edge/',
      'Proposals that build on it: /proposals/proposal/',
    ]);
  });

  test('of a proposal are the edges it would close and the patterns it builds on', () => {
    expect(renderGroups(model, 'proposal')).toEqual([
      'Sharp edges it would close: /edges/edge/',
      'Patterns it builds on: /patterns/pattern/',
    ]);
  });

  test('of a question are the judgements that wait for it', () => {
    expect(renderGroups(model, 'question')).toEqual(['Judgements that wait for the answer: /edges/edge/']);
  });

  test('of an entry that is mentioned are those that mention it', () => {
    expect(renderGroups(model, 'guide')).toEqual(['See also: /edges/edge/ /guides/guide/']);
  });

  test('of an entry that the matrix cites are the needs, each with its routes', () => {
    const cells = [createCell({ proof: ['edge'] }), createCell({ route: 'other', proof: ['edge', 'pattern'] })];
    const cited = createModel({
      edges: [createEdge()],
      patterns: [createPattern()],
      needs: [createNeed({ cells })],
      routes: [createRoute(), createRoute({ id: 'other', order: 2 })],
    });
    expect(renderGroups(cited, 'edge')).toEqual(['In the matrix: /matrix/needs/need/']);
    expect(renderGroups(cited, 'pattern')).toEqual(['In the matrix: /matrix/needs/need/#other']);
  });

  test('of an entry alone are none', () => {
    expect(renderGroups(createModel({ edges: [createEdge()] }), 'edge')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { listReferences } from '#model/references.ts';
import {
  createBackground,
  createCitingProse,
  createEdge,
  createEvidence,
  createFinding,
  createGapAssessment,
  createGuide,
  createPattern,
  createProposal,
  createProse,
  createQuestion,
  createRulePage,
  createSample,
  createSource,
  createVerdict,
} from './entries.ts';

const anyEntry = ['patterns', 'edges', 'proposals', 'findings', 'guides', 'background', 'questions'];
const origin = { field: 'origin.document', at: { path: ['origin', 'document'] }, id: 'analysis', targets: ['sources'] };

function evidenceReference(id: string, ...path: (string | number)[]) {
  return { field: 'evidence.source', at: { path: [...path, 'source'] }, id, targets: ['sources'] };
}

describe('the references of an entry', () => {
  test('of an edge are its origin, related entries, documentation, evidence, patterns, proposals and marks', () => {
    const edge = createEdge({
      related: ['guide'],
      docs: ['manual'],
      workarounds: ['pattern'],
      proposals: ['first', 'second'],
      assessments: [
        createGapAssessment({ on: '2026-01-01', evidence: [createEvidence({ source: 'older' })] }),
        createGapAssessment({ evidence: [createEvidence({ source: 'a' }), createEvidence({ source: 'b' })] }),
      ],
      prose: createCitingProse('essay'),
    });
    expect(listReferences(edge)).toEqual([
      origin,
      { field: 'related', at: { path: ['related', 0] }, id: 'guide', targets: anyEntry },
      { field: 'docs', at: { path: ['docs', 0] }, id: 'manual', targets: ['sources'] },
      evidenceReference('older', 'assessments', 0, 'evidence', 0),
      evidenceReference('a', 'assessments', 1, 'evidence', 0),
      evidenceReference('b', 'assessments', 1, 'evidence', 1),
      { field: 'workarounds', at: { path: ['workarounds', 0] }, id: 'pattern', targets: ['patterns'] },
      { field: 'proposals', at: { path: ['proposals', 0] }, id: 'first', targets: ['proposals'] },
      { field: 'proposals', at: { path: ['proposals', 1] }, id: 'second', targets: ['proposals'] },
      { field: 'Cite', at: { place: { line: 20, column: 3 } }, id: 'essay', targets: ['sources'] },
    ]);
  });

  test('of a pattern are the edges it eases', () => {
    expect(listReferences(createPattern({ eases: ['edge'] }))).toEqual([
      origin,
      evidenceReference('manual', 'assessments', 0, 'evidence', 0),
      { field: 'eases', at: { path: ['eases', 0] }, id: 'edge', targets: ['edges'] },
    ]);
  });

  test('of a proposal are the edges it closes, the patterns it extends and its prototypes', () => {
    expect(listReferences(createProposal({ closes: ['edge'], extends: ['pattern'], prototypes: ['sample'] }))).toEqual([
      origin,
      evidenceReference('manual', 'assessments', 0, 'evidence', 0),
      { field: 'closes', at: { path: ['closes', 0] }, id: 'edge', targets: ['edges'] },
      { field: 'extends', at: { path: ['extends', 0] }, id: 'pattern', targets: ['patterns'] },
      { field: 'prototypes', at: { path: ['prototypes', 0] }, id: 'sample', targets: ['samples'] },
    ]);
  });

  test('of a finding stand in its verdicts', () => {
    const verdicts = [createVerdict({ evidence: [createEvidence({ source: 'essay' })] })];
    expect(listReferences(createFinding({ verdicts }))).toEqual([
      origin,
      evidenceReference('essay', 'verdicts', 0, 'evidence', 0),
    ]);
  });

  test('of guides and background entries stand in their reviews', () => {
    const expected = [origin, evidenceReference('manual', 'assessments', 0, 'evidence', 0)];
    expect(listReferences(createGuide())).toEqual(expected);
    expect(listReferences(createBackground())).toEqual(expected);
  });

  test('of a question are what it blocks, and the evidence that settled it', () => {
    const blocks = { field: 'blocks', at: { path: ['blocks', 0] }, id: 'edge', targets: anyEntry };
    const settled = { on: '2026-11-20', answer: 'Yes.', evidence: [createEvidence({ source: 'run' })] };
    expect(listReferences(createQuestion({ blocks: ['edge'] }))).toEqual([origin, blocks]);
    expect(listReferences(createQuestion({ blocks: ['edge'], settled }))).toEqual([
      origin,
      evidenceReference('run', 'settled', 'evidence', 0),
      blocks,
    ]);
  });

  test('of an entry are the samples it shows, and of a question also its probe', () => {
    const samples = { field: 'samples', at: { path: ['samples', 0] }, id: 'shown', targets: ['samples'] };
    const probe = { field: 'probe', at: { path: ['probe'] }, id: 'probe', targets: ['samples'] };
    expect(listReferences(createQuestion({ samples: ['shown'], probe: 'probe' }))).toEqual([origin, samples, probe]);
  });

  test('of a sample are the entries it illustrates and its twin', () => {
    expect(listReferences(createSample({ illustrates: ['edge'], counterpart: 'twin' }))).toEqual([
      { field: 'illustrates', at: { path: ['illustrates', 0] }, id: 'edge', targets: anyEntry },
      { field: 'counterpart', at: { path: ['counterpart'] }, id: 'twin', targets: ['samples'] },
    ]);
  });

  test('in prose are samples as well as sources', () => {
    const place = { line: 9, column: 1 };
    const prose = createProse({ elements: [{ name: 'Sample', attributes: { id: 'sample', region: 'main' }, place }] });
    expect(listReferences(createRulePage({ prose }))).toEqual([
      { field: 'Sample', at: { place }, id: 'sample', targets: ['samples'] },
    ]);
  });

  test('of a source are the source that takes its place, once it is retired', () => {
    expect(listReferences(createSource())).toEqual([]);
    expect(listReferences(createSource({ retired: { reason: 'It moved.', use: 'other' } }))).toEqual([
      { field: 'retired.use', at: { path: ['retired', 'use'] }, id: 'other', targets: ['sources'] },
    ]);
  });

  test('of a rule are the marks in its prose only', () => {
    expect(listReferences(createRulePage())).toEqual([]);
    expect(listReferences(createRulePage({ prose: createCitingProse('essay') }))).toEqual([
      { field: 'Cite', at: { place: { line: 20, column: 3 } }, id: 'essay', targets: ['sources'] },
    ]);
  });

  test('leave out components other than marks, and marks whose source is no plain text', () => {
    const place = { line: 9, column: 1 };
    const prose = createProse({
      elements: [
        { name: 'SidecarDiagram', attributes: { source: 'essay' }, place },
        { name: 'Cite', attributes: { source: null }, place },
        { name: 'Cite', attributes: {}, place },
      ],
    });
    expect(listReferences(createRulePage({ prose }))).toEqual([]);
  });
});

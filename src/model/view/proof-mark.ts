import { renderList } from '#report/phrase.ts';
import { runtimeNames } from '#schema/sample.ts';
import type { CellProof } from '../cell-support.ts';
import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import { isDeclared } from '../sample.ts';
import { findVerdict, isForSource } from '../verdicts.ts';
import { outcomeTerms, runtimeTerms } from '../vocabulary.ts';
import { deriveMark, type Mark } from './mark.ts';

/** The mark of what a cell cites: its status, whether a question is settled, or where a sample has passed. */
export function deriveProofMark(model: Model, proof: CellProof): Mark | undefined {
  switch (proof.collection) {
    case 'questions':
      return proof.data.settled === undefined
        ? { word: 'Open', shape: 'question', meaning: 'Nobody has settled it yet.' }
        : { word: 'Settled', shape: 'check', meaning: `It was settled on ${proof.data.settled.on}.` };
    case 'samples':
      return deriveSampleMark(model, proof);
    default:
      return deriveMark(proof.collection, model.currentOf(proof));
  }
}

function deriveSampleMark(model: Model, sample: EntryIn<'samples'>): Mark {
  const verdicts = runtimeNames
    .filter((name) => isDeclared(sample.data, name))
    .flatMap((name) => {
      const verdict = findVerdict(model, sample.id, name);
      return verdict !== undefined && isForSource(verdict, sample) ? [{ name, outcome: verdict.outcome }] : [];
    });
  if (verdicts.some(({ outcome }) => outcome === 'failed')) return outcomeTerms.failed;
  const passed = verdicts.filter(({ outcome }) => outcome === 'passed').map(({ name }) => runtimeTerms[name].word);
  if (passed.length === 0) return outcomeTerms.untested;
  return { ...outcomeTerms.passed, word: `${outcomeTerms.passed.word}: ${renderList(passed)}` };
}

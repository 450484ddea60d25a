import { expect, test } from 'vitest';
import { deriveStrength } from '#model/view/evidence-strength.ts';
import { createEvidence } from '../entries.ts';

test('evidence is counted by side, with the best confidence of what is public and for it', () => {
  const evidence = [
    createEvidence({ confidence: 'low' }),
    createEvidence({ confidence: 'medium' }),
    createEvidence({ confidence: 'high', stance: 'contradicts' }),
    createEvidence({ confidence: 'high', kind: 'internal-report' }),
    createEvidence({ stance: 'context' }),
  ];
  expect(deriveStrength(evidence)).toBe('3 for it, the best of medium confidence; 1 of them not public; 1 against it');
});

test('nothing public leaves the confidence out, and no evidence is said to be none', () => {
  expect(deriveStrength([createEvidence({ kind: 'internal-report' })])).toBe('1 for it; 1 of them not public');
  expect(deriveStrength([])).toBe('0 for it');
});

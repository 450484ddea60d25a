import { describe, expect, test } from 'vitest';
import { findNearAnchors } from '#tools/links/evaluate/near-anchors.ts';

describe('the anchors that are most like one', () => {
  test('come in order of likeness and then of the alphabet, three at most', () => {
    const names = ['queue-d', 'queue-c', 'queue-classes', 'queues', 'queue', 'other'];
    expect(findNearAnchors('Queue', names)).toEqual(['queue', 'queues', 'queue-c']);
    expect(findNearAnchors('queue', names, 1)).toEqual(['queue']);
  });

  test('are compared without case', () => {
    expect(findNearAnchors('queue', ['queux', 'QUEUE'], 1)).toEqual(['QUEUE']);
  });

  test('differ in half of their letters at most, and in two of a short one', () => {
    expect(findNearAnchors('abcdefgh', ['abcdWXYZ', 'abcVWXYZ'])).toEqual(['abcdWXYZ']);
    expect(findNearAnchors('ab', ['xy', 'xyz'])).toEqual(['xy']);
  });
});

import { describe, expect, test } from 'vitest';
import { decideIssue, isSameText } from '#tools/links/publish/issue-action.ts';
import { issueTitle, settledBody } from '#tools/links/publish/issue.ts';

const note = { title: issueTitle, body: 'Two are dead.' };
const other = 'One is dead.';

describe('when somebody is needed', () => {
  test('the first time, the issue is created', () => {
    expect(decideIssue(undefined, note)).toEqual({ kind: 'create', note });
  });

  test.each([true, false])('an issue that says so already is left as it is (open: %s)', (isOpen) => {
    expect(decideIssue({ number: 7, isOpen, body: 'Two are dead.\r\n' }, note)).toEqual({ kind: 'none' });
  });

  test.each([
    ['that is open is brought up to date', true, other],
    ['that somebody closed opens again for news', false, other],
    ['that a run closed opens again', false, settledBody],
  ])('an issue %s', (_name, isOpen, body) => {
    expect(decideIssue({ number: 7, isOpen, body }, note)).toEqual({
      kind: 'update',
      number: 7,
      isOpen: true,
      body: note.body,
    });
  });
});

describe('when nobody is needed', () => {
  test('there is no issue, or a closed one stays closed', () => {
    expect(decideIssue(undefined, undefined)).toEqual({ kind: 'none' });
    expect(decideIssue({ number: 7, isOpen: false, body: other }, undefined)).toEqual({ kind: 'none' });
  });

  test('an open one is closed, with a text to which the same trouble is news', () => {
    const action = { kind: 'update', number: 7, isOpen: false, body: settledBody };
    expect(decideIssue({ number: 7, isOpen: true, body: note.body }, undefined)).toEqual(action);
    expect(decideIssue({ number: 7, isOpen: false, body: settledBody }, note)).toMatchObject({ isOpen: true });
  });
});

test('texts are the same but for line endings and the space around them', () => {
  expect(isSameText('a\r\nb\n', 'a\nb')).toBe(true);
  expect(isSameText('a\nb', 'a b')).toBe(false);
});

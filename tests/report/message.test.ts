import { array, assert, constantFrom, integer, option, property, record, shuffledSubarray, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMessages, type Message } from '#report/message.ts';
import { createMessage } from './hostile.ts';

const small = integer({ min: 1, max: 3 });
const messages = array(
  record({
    ruleId: constantFrom('a-rule', 'b-rule'),
    level: constantFrom('error' as const),
    file: constantFrom('content/a.mdx', 'content/b.mdx', 'content/B.mdx'),
    line: small,
    column: small,
    reason: constantFrom('one', 'other'),
    hint: option(constantFrom('do this', 'do that'), { nil: undefined }),
  }),
  { maxLength: 30 },
);

describe('the order of messages', () => {
  test('is by file, line, column, rule and reason', () => {
    const inOrder: Message[] = [
      createMessage({ file: 'a.mdx', line: 9, column: 9 }),
      createMessage({ file: 'b.mdx', line: 2, column: 9 }),
      createMessage({ file: 'b.mdx', line: 10, column: 2 }),
      createMessage({ file: 'b.mdx', line: 10, column: 10, ruleId: 'a-rule', reason: 'z' }),
      createMessage({ file: 'b.mdx', line: 10, column: 10, ruleId: 'b-rule', reason: 'a' }),
      createMessage({ file: 'b.mdx', line: 10, column: 10, ruleId: 'b-rule', reason: 'b' }),
    ];
    expect(inOrder.toReversed().sort(compareMessages)).toEqual(inOrder);
  });

  test('does not depend on the order in which rules ran', () => {
    const shuffled = messages.chain((list) =>
      tuple(
        shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    assert(
      property(shuffled, ([one, other]) => {
        expect(one.toSorted(compareMessages)).toEqual(other.toSorted(compareMessages));
      }),
    );
  });
});

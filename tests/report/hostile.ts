import type { Message } from '#report/message.ts';

/** Text that would colour a terminal, forge a log command, break a line or turn the reading direction. */
export const hostileText = '\u001b[31mred\u001b[0m\n::error::forged 100%\r\u202egnp.exe\u2066\u009b2J\u2028\u061c';

export function createMessage(overrides: Partial<Message> = {}): Message {
  return {
    ruleId: 'bad-id',
    level: 'error',
    file: 'content/edges/edge.mdx',
    line: 3,
    column: 5,
    reason: 'Unexpected A, expected B',
    ...overrides,
  };
}

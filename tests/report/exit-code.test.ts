import { expect, test } from 'vitest';
import { exitCodes } from '#report/exit-code.ts';

test('exit codes are what the documentation of the tools promises', () => {
  expect(exitCodes).toEqual({ fine: 0, findings: 1, unreadable: 2, inconclusive: 3, internal: 4 });
});

import { expect, test } from 'vitest';
import { parseBuiltReport } from '#tools/report-pdf/built-report.ts';

const parts = [
  '<link rel="canonical" href="https://example.com/sub/report/">',
  '<dd data-build="data-as-of">2026-11-20<span>The day.</span></dd>',
  '<dd data-build="built-at">2026-11-21 09:30 UTC</dd>',
  '<dd data-build="commit">0123456789ab</dd>',
];

test('the page says where it is published and of which build it is', () => {
  expect(parseBuiltReport(parts.join('\n'))).toEqual({
    canonical: 'https://example.com/sub/report/',
    base: '/sub/',
    dataAsOf: '2026-11-20',
    builtAt: '2026-11-21 09:30 UTC',
    commit: '0123456789ab',
  });
});

test.each(parts)('a page without %s is not the report', (part) => {
  expect(parseBuiltReport(parts.filter((other) => other !== part).join('\n'))).toBeUndefined();
});

test('neither is a page that is published elsewhere', () => {
  expect(parseBuiltReport(parts.join('').replace('/report/', '/edges/'))).toBeUndefined();
});

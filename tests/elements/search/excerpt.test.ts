import { expect, test } from 'vitest';
import { parseExcerpt } from '#elements/search/excerpt.ts';

/** The parts on one line, matches in brackets. */
function show(excerpt: string): string {
  return parseExcerpt(excerpt)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');
}

test.each([
  ['no match at all', 'no match at all'],
  ['a <mark>word</mark> here', 'a [word] here'],
  ['<mark>two</mark> <mark>words</mark>', '[two] [words]'],
  ['ends <mark>WebSockets.</mark>', 'ends [WebSockets].'],
  ['<mark>("%CSP.WebSocket",</mark> 1)', '("[%CSP.WebSocket]", 1)'],
  ['<mark>send({"type":</mark> 1', '[send({"type]": 1'],
  ['BPL &lt;call async="1"&gt; <mark>&lt;sync&gt;</mark>', 'BPL <call async="1"> <[sync]>'],
  ['text with &amp; and &quot;', 'text with &amp; and &quot;'],
  ['an open <mark>tag', 'an open <mark>tag'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['<mark>...</mark>', '...[]'],
  ['', ''],
])('%j reads %j', (excerpt, expected) => {
  expect(show(excerpt)).toBe(expected.replace('[]', ''));
});

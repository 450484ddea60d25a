import { assert, property, string } from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { deriveRichText, renderInlineHtml, renderPlainText } from '#model/api/rich-text.ts';

/** What a browser reads, and the elements it meets. */
function readHtml(html: string): { text: string; elements: string[] } {
  let text = '';
  const elements: string[] = [];
  const parser = new Parser({
    ontext: (part) => (text += part),
    onopentag: (name, attributes) => elements.push([name, ...Object.keys(attributes)].join(' ')),
    oncomment: () => elements.push('comment'),
  });
  parser.end(html);
  return { text, elements };
}

test.each([
  ['plain words', 'plain words', 'plain words'],
  ['call `main()` & wait', 'call main() & wait', 'call <code>main()</code> &amp; wait'],
  ['`a<b>` and "c"', 'a<b> and "c"', '<code>a&lt;b&gt;</code> and &quot;c&quot;'],
  ['a lone ` mark', 'a lone ` mark', 'a lone ` mark'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
])('%s', (written, text, html) => {
  expect(deriveRichText('summary', written)).toEqual({ summary_text: text, summary_html: html });
});

test('what is missing is null in both forms', () => {
  expect(deriveRichText('gotcha', undefined)).toEqual({ gotcha_text: null, gotcha_html: null });
});

test('whatever is written, the HTML reads as the plain text and holds nothing but code elements', () => {
  assert(
    property(string({ unit: 'grapheme' }), (written) => {
      const { text, elements } = readHtml(renderInlineHtml(written));
      expect(text).toBe(renderPlainText(written));
      expect(elements.filter((element) => element !== 'code')).toEqual([]);
    }),
    { examples: [['`<img src=x onerror=alert(1)>`'], ['&amp;`&`'], ['<!-- `x` -->'], ['\'`"`']] },
  );
});

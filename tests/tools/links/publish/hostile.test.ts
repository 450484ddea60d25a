import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { linkStates, type LinkRecord } from '#schema/link-health.ts';
import { renderIssue } from '#tools/links/publish/issue.ts';
import { renderPullRequest } from '#tools/links/publish/pull-request.ts';
import { createHealth, createRecord } from './records.ts';

/** The longest text that GitHub takes. */
const githubLimit = 65_536;
const markdown = unified().use(remarkParse).use(remarkGfm);

/** Every text that a reader would see outside of code, and every node that does something. */
function readOutsideCode(body: string): { texts: string[]; active: string[] } {
  const texts: string[] = [];
  const active: string[] = [];
  visit(markdown.parse(body) as Nodes, (node) => {
    if (node.type === 'text') texts.push(node.value);
    if (['link', 'image', 'html', 'linkReference', 'footnoteReference', 'definition', 'code'].includes(node.type)) {
      if (!(node.type === 'html' && node.value === '<br>')) active.push(node.type);
    }
  });
  return { texts, active };
}

function renderBodies(foreign: string, count = 1): string[] {
  const records = linkStates.flatMap((state) =>
    Array.from({ length: count }, (_, index): LinkRecord =>
      createRecord(`${state}-${index}`, {
        state,
        url: `https://example.org/${foreign}`,
        last: { verdict: 'drifted', code: 'EXPECT_HEADING', detail: foreign },
        suggestion: { kind: 'anchor', value: foreign, confidence: 'low' },
      }),
    ),
  );
  const health = createHealth(...records);
  return [
    renderPullRequest(createHealth(), health).body,
    renderIssue({ health, inconclusiveRuns: 0, runsUrl: 'https://github.com/example/site' })?.body ?? '',
  ];
}

const harmless = renderBodies('harmless').map(readOutsideCode);

describe('text of a page is inert in the pull request and in the issue', () => {
  test.each([
    ['a link', '[click](https://evil.example/)'],
    ['an address', 'https://evil.example/ and www.evil.example'],
    ['an image', '![x](https://evil.example/pixel.png)'],
    ['a mention of a person and of an issue', '@octocat fixes #1, closes GH-2'],
    ['HTML', '<img src=x onerror=alert(1)><!-- hidden'],
    ['the end of code', '` @octocat `` [x](https://evil.example/) ```'],
    ['the end of a cell', 'a | b | [x](https://evil.example/) \\| @octocat \\\\| <b>'],
    ['the end of a row', 'a\n\n# Owned\n\n[x](https://evil.example/)\r\n| x | y |'],
    ['a footnote', '[^1]\n\n[^1]: https://evil.example/'],
    ['nothing but backticks', '```'],
    ['a backslash at the end', 'a\\'],
    ['a text that turns the reading direction', '\u202egnp.exe\u2066'],
  ])('%s', (_name, foreign) => {
    expect(renderBodies(foreign).map(readOutsideCode)).toEqual(harmless);
    for (const body of renderBodies(foreign)) expect(body).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });

  test('whatever it is', () => {
    const foreign = fc.string({
      unit: fc.constantFrom(
        '`',
        '|',
        '\\',
        '\n',
        '\r',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '@',
        '#',
        '*',
        '_',
        '~',
        ' ',
        'a',
        '\u2028',
      ),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(foreign, (text) => {
        expect(renderBodies(`a${text}a`).map(readOutsideCode)).toEqual(harmless);
      }),
    );
  });
});

test('however many citations died with however long a text, GitHub takes the bodies, and they say what they leave out', () => {
  for (const piece of ['x', '|', '\\|', '`', '\u0000', '\u{1F600}']) {
    for (const body of renderBodies(piece.repeat(200), 300)) {
      expect(body.length).toBeLessThan(githubLimit);
      expect(body).toMatch(/\n\d+ more rows not shown here\.\n/);
    }
  }
});

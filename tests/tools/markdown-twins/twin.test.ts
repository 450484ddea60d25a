import { describe, expect, test } from 'vitest';
import { renderTwin } from '#tools/markdown-twins/twin.ts';

const head = `<meta name="description" content="A summary: &quot;quoted&quot;."><link rel="canonical" href="https://site.example/edges/x/"><meta name="data-as-of" content="2026-11-20"><meta name="status" content="Partly addressed">`;

/** The twin of a page with the content given. */
function render(main: string, path = '/edges/x/'): string {
  const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><header>Site</header><main>${main}</main><footer>Built</footer></body></html>`;
  return renderTwin(html, path, '/') ?? '';
}

/** Its text without the front matter. */
function renderText(main: string): string {
  return render(main).replace(/^---\n[\s\S]*?\n---\n\n/, '');
}

describe('front matter', () => {
  test('has title, summary, address, day, collection and status of an entry', () => {
    expect(render('<h1>A <code>title</code>: of it</h1>')).toBe(`---
title: "A title: of it"
summary: 'A summary: "quoted".'
url: https://site.example/edges/x/
data_as_of: 2026-11-20
collection: edges
status: Partly addressed
---

# A \`title\`: of it
`);
  });

  test('names no collection on an index and on other pages', () => {
    expect(render('<h1>T</h1>', '/edges/')).not.toContain('collection');
    expect(render('<h1>T</h1>', '/about/')).not.toContain('collection');
  });
});

test('a page without content has no twin', () => {
  expect(renderTwin('<!DOCTYPE html><p>text</p>', '/', '/')).toBeUndefined();
});

test('what is for a screen only is left out', () => {
  expect(
    renderText(
      `<nav>ways</nav><p>Text<script>alert(1)</script><button>Run</button><span aria-hidden="true">→</span> stays.</p><section hidden>hidden</section><p class="edit">Edit</p><div class="filters needs-script"><label>By<select><option>any</option></select></label></div>`,
    ),
  ).toBe('Text stays.\n');
});

test('a mark is its word, and leads by punctuation where the style sheet leads by space', () => {
  const mark = (word: string) =>
    `<span class="mark"><svg aria-hidden="true"><path d="M0 0"></path></svg> <span class="mark-word">${word}</span></span>`;
  expect(renderText(`<p class="kind"> Sharp edge ${mark('Open')} </p>`)).toBe('Sharp edge: Open\n');
  expect(
    renderText(
      `<p><span class="entry-link"> <a href="/edges/y/">Y</a> ${mark('Open')} <span class="kind">Sharp edge</span> </span></p>`,
    ),
  ).toBe('[Y](../y/index.md) (Open) (Sharp edge)\n');
  expect(renderText(`<h3> <time>2026-11-20</time> ${mark('Open')} <span class="kind">superseded</span> </h3>`)).toBe(
    '### 2026-11-20: Open (superseded)\n',
  );
  expect(
    renderText(`<p class="counts"> <span> ${mark('Open')} 3 </span><span> ${mark('Shipped')} 1 </span> </p>`),
  ).toBe('Open 3, Shipped 1\n');
});

test('a definition list is a list with its terms in bold', () => {
  expect(
    renderText(
      `<dl><div><dt> Severity </dt><dd> Major <span class="note">It takes work.</span> </dd></div><div><dt>See</dt><dd><a href="/a/">A</a></dd><dd><a href="/b/">B</a></dd></div></dl>`,
    ),
  ).toBe(
    '- **Severity:** Major (It takes work.)\n\n- **See:**\n\n  - [A](../../a/index.md)\n  - [B](../../b/index.md)\n',
  );
});

test('tables are tables of GFM, and a pipe in a cell does not end it', () => {
  expect(
    renderText(
      `<section class="table-region" tabindex="0"><table><thead><tr><th scope="col">Entry</th><th scope="col">Needs</th></tr></thead><tbody><tr><th scope="row"><a href="/edges/y/">Y</a> <span class="summary">Its summary.</span></th><td><code>a | b</code></td></tr></tbody></table></section>`,
    ),
  ).toBe('| Entry | Needs |\n| - | - |\n| [Y](../y/index.md) – Its summary. | `a \\| b` |\n');
});

test('highlighted code is a fence in its language, whatever it holds', () => {
  expect(
    renderText(
      `<pre class="code-block" data-language="python"><code><span class="tok-keyword">async</span> def f():\n    return "\`\`\`"</code></pre><pre class="code-block">one\n  two</pre>`,
    ),
  ).toBe('````python\nasync def f():\n    return "```"\n````\n\n```\none\n  two\n```\n');
});

test('a mark of a citation leads to the page of the source', () => {
  expect(
    renderText(
      `<p>A claim <sup class="cite"><a href="#source-2" aria-label="Source 2: M">2</a></sup><span class="sidenote" aria-hidden="true">2 M</span>.</p><ol class="sources"><li id="source-2" value="2"><a href="/sources/m/">M</a>, P.</li></ol>`,
    ),
  ).toBe('A claim [source 2](../../sources/m/index.md).\n\n1. [M](../../sources/m/index.md), P.\n');
});

test('a drawing is its title and description', () => {
  expect(
    renderText(
      `<figure><svg role="img"><title>The paths</title><desc> Three paths
        between them. </desc><g><text>Box</text></g></svg><figcaption>Words below.</figcaption></figure>`,
    ),
  ).toBe('Diagram: The paths. Three paths between them.\n\nWords below.\n');
});

test('text of a page stays text: it makes no markup of its own', () => {
  expect(renderText('<p>&lt;script&gt;alert(1)&lt;/script&gt; *not* [a](b) `c`</p>')).toBe(
    '\\<script>alert(1)\\</script> \\*not\\* \\[a]\\(b) \\`c\\`\n',
  );
});

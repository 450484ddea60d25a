import { describe, expect, test } from 'vitest';
import { embedProse } from '#markdown/embed.ts';

const places = new Map([
  ['/edges/slow/', { number: '3.1', anchor: 'edges-slow' }],
  ['/guides/first/', { number: '6.12', anchor: 'guides-first' }],
]);

function embed(html: string, base = '/') {
  return embedProse(html, { place: { number: '2.4', anchor: 'patterns-queue' }, levels: 2, places, base });
}

describe('headings', () => {
  test('move down, at most to the sixth level, and lose ids that nothing leads to', () => {
    expect(embed('<h2 id="why">Why</h2><h3 id="so">So</h3><h5>Deep</h5>')).toBe('<h4>Why</h4><h5>So</h5><h6>Deep</h6>');
  });

  test('are found by links of the same text, under ids that begin with its place, and other fragments stay', () => {
    expect(embed('<a href="#why">up</a><h2 id="why">Why</h2><a href="#source-3">[3]</a>')).toBe(
      '<a href="#patterns-queue--why">up</a><h4 id="patterns-queue--why">Why</h4><a href="#source-3">[3]</a>',
    );
  });
});

describe('a link', () => {
  test.each([
    ['/', '/edges/slow/', '<a href="#edges-slow">words\u00a0(3.1)</a>'],
    ['/', '/edges/slow/#history', '<a href="#edges-slow">words\u00a0(3.1)</a>'],
    ['/sub/', '/sub/guides/first/', '<a href="#guides-first">words\u00a0(6.12)</a>'],
    ['/sub/', '/edges/slow/', '<a href="/edges/slow/">words</a>'],
    ['/', '/edges/other/', '<a href="/edges/other/">words</a>'],
    ['/', 'https://example.com/edges/slow/', '<a href="https://example.com/edges/slow/">words</a>'],
  ])('of a site at %s to %s', (base, href, expected) => {
    expect(embed(`<a href="${href}">words</a>`, base)).toBe(expected);
  });
});

test('a region becomes a group whose name begins with the number', () => {
  expect(embed('<section class="table-region" tabindex="0" aria-label="Table: Limits"><p>a</p></section>')).toBe(
    '<div class="table-region" tabindex="0" aria-label="2.4 Table: Limits" role="group"><p>a</p></div>',
  );
});

test('code loses the elements that colour it and nothing else', () => {
  expect(
    embed('<pre class="code-block"><code><span class="tok-keyword">if</span> a &lt; <span>b</span></code></pre>'),
  ).toBe('<pre class="code-block"><code>if a &#x3C; <span>b</span></code></pre>');
});

test('drawings keep their ids and the case of their names', () => {
  const drawing = '<svg viewBox="0 0 8 8" aria-labelledby="a"><title id="a">T</title><marker refX="7"></marker></svg>';
  expect(embed(drawing)).toBe(drawing);
});

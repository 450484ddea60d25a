import { describe, expect, test } from 'vitest';
import { readBody } from './answers.ts';

describe('the facts of an HTML page', () => {
  test('are title, headings, anchors, text, language and address', () => {
    const page = `<!doctype html>
      <html lang=" en-GB "><head><meta charset=utf-8><title> Queues &amp;
        more</title><link rel=stylesheet href=a.css><a rel=canonical href=/no></a><link rel="x Canonical" href="/guide/queues"></head>
      <body id=top><h1>Queues<a class=headerlink href="#queues">¶</a></h1><p>Pass <b>work</b> on.</p>
      <h3 id="limits">Limits <br>of size</h3><a name="old">None</a></body></html>`;
    expect(readBody(page)).toEqual({
      kind: 'html',
      title: 'Queues & more',
      headings: [
        { level: 1, text: 'Queues¶' },
        { level: 3, text: 'Limits of size' },
      ],
      anchors: new Set(['top', 'limits', 'old']),
      text: 'Queues¶ Pass work on. Limits of size None',
      lines: [],
      lang: 'en-GB',
      canonical: '/guide/queues',
      hasPasswordField: false,
      isShell: false,
      banners: [],
    });
  });

  test.each([
    ['inline elements join', 'a<b>b</b><code>c</code><a href=x>d</a><wbr>e', 'abcde'],
    ['block elements separate', 'a<p>b</p>c<div>d<li>e<tr><td>f<td>g</table>h<br>i<hr>j', 'a b c d e f g h i j'],
    ['unknown elements join', 'a<my-tag>b</my-tag>c', 'abc'],
    ['entities are letters', '&lt;call&gt; &#8216;x&#x2019; &nosuch; &amp', "<call> 'x' &nosuch; &"],
    ['comments say nothing', 'a<!-- b --><!b><?b?>c<!-->d', 'acd'],
    ['attributes say nothing', '<img alt=a title=b>c<input value=d placeholder=e>', 'c'],
    ['scripts and styles say nothing', 'a<script>b<p>c</script>d<style>e</style>f', 'adf'],
    ['templates say nothing, nested ones either', 'a<template>b<template>c</template>d</template>e', 'ae'],
    ['noscript says nothing', 'a<noscript>b<p>c</p></noscript>d', 'ad'],
    ['frames say nothing', 'a<iframe>b</iframe><noembed>c</noembed><noframes>d</noframes>e', 'a e'],
    ['text areas speak', 'a<textarea>b &lt;c></textarea>d', 'a b <c> d'],
    ['what is hidden until a click speaks', '<details><summary>a</summary>b</details><p hidden>c', 'a b c'],
    ['the text of a drawing speaks, its description does not', 'a<svg><title>b</title><text>c</text></svg>d', 'acd'],
    ['HTML within a drawing speaks', '<svg><foreignObject><p>a<script>b</script></p></foreignObject></svg>c', 'a c'],
    ['a second title says nothing', '<title>a</title>b<title>c</title>d', 'bd'],
    ['a script that nobody closed ends with the page', 'a<script>b', 'a'],
    ['a drawing that nobody closed ends with the next paragraph', 'a<svg><p>b<style>c</style>d', 'a bd'],
    ['a drawing that closes itself is closed', 'a<svg/><style>b</style><math/><title>c</title>d', 'a d'],
    ['names in capitals are the same names', 'A<SCRIPT>b</Script>C<P>D', 'AC D'],
    ['what stands in brackets of XML says nothing in HTML', 'a<![CDATA[b]]>c<svg><![CDATA[d]]></svg>', 'acd'],
  ])('%s', (_name, html, text) => {
    expect(readBody(`<body>${html}`).text).toBe(text);
  });

  test('take the first title that is not of a drawing', () => {
    expect(readBody('<svg><title>Icon</title></svg><title>Page</title><title>Other</title>').title).toBe('Page');
    const drawing = '<svg><foreignObject>a</foreignObject><title>Icon</title></svg>';
    expect(readBody(`${drawing}<title>Page</title>`).title).toBe('Page');
    expect(readBody('<title> </title>').title).toBeUndefined();
  });

  test('take the first of what a page says twice', () => {
    const twice = `<html lang=en><html lang=de><link rel=canonical href=/a><link rel=canonical href=/b>
      <meta http-equiv=refresh content="0;url=/c"><meta http-equiv=refresh content="0;url=/d"><i id=e id=f>x</i>`;
    expect(readBody(twice)).toMatchObject({ lang: 'en', canonical: '/a', refresh: '/c', anchors: new Set(['e']) });
  });

  test('are not led astray by ends of drawings that never began', () => {
    expect(readBody('</svg><svg><title>Icon</title></svg><title>Page</title>').title).toBe('Page');
    expect(readBody('</foreignObject><title>Page</title>').title).toBe('Page');
  });

  test('end a heading at any end of a heading, or at the next one', () => {
    expect(readBody('<h1>a</h2>b<h2>c<h3>d</h3><h4></h4><h5>e').headings).toEqual([
      { level: 1, text: 'a' },
      { level: 2, text: 'c' },
      { level: 3, text: 'd' },
      { level: 5, text: 'e' },
    ]);
  });

  test('have only anchors that a browser finds', () => {
    const html = `<p id=a><a name=b>x</a><i name=c></i><!-- <i id=d> --><template id=e><i id=f></i></template>
      <noscript><i id=g></i></noscript><i id="">y</i><iframe id=h></iframe><svg><g id=i /></svg><i id='j &amp; k' id=l>
      <script id=m></script><i id="${'n'.repeat(300)}"></i><i id="${'o'.repeat(301)}"></i>`;
    expect([...readBody(html).anchors]).toEqual(['a', 'b', 'h', 'i', 'j & k', 'n'.repeat(300)]);
  });

  test('know a form for signing in', () => {
    expect(readBody('<input TYPE="Password">').hasPasswordField).toBe(true);
    expect(readBody('<template><input type=password></template><input type=text>').hasPasswordField).toBe(false);
  });

  test('know where a page sends its readers', () => {
    expect(readBody('<meta http-equiv=Refresh content="0;url=/new"><p>x').refresh).toBe('/new');
    expect(
      readBody('<meta name=refresh content="0;url=/new"><i http-equiv=refresh content="0;url=/new">').refresh,
    ).toBe(undefined);
    expect(readBody('<noscript><meta http-equiv=refresh content="0;url=/new"></noscript>').refresh).toBeUndefined();
  });

  test('know a shell by its scripts and by having nothing to read', () => {
    const shell = '<div id=root></div><script src=a.js></script>';
    expect(readBody(shell).isShell).toBe(true);
    expect(readBody('<div id=root></div>').isShell).toBe(false);
    expect(readBody(`<h1>Not found</h1>${shell}`).isShell).toBe(false);
    expect(readBody(`${'word '.repeat(40)}.${shell}`).isShell).toBe(false);
  });

  test('have the banners above the second heading, five at most', () => {
    const banner = (what: string) => `<p>This ${what} is deprecated.</p>`;
    const html = `${banner('page')}<h1>A</h1>${banner('module')}<h2>B</h2>${banner('function')}`;
    expect(readBody(html).banners).toEqual(['This page is deprecated.', 'This module is deprecated.']);
    expect(readBody(banner('page').repeat(9)).banners).toHaveLength(5);
    expect(readBody('<p>This page is deprecated.').banners).toHaveLength(1);
  });

  test('take the language of the header where the page does not say it', () => {
    const headers = { 'content-type': 'text/html', 'content-language': 'de-DE, en' };
    expect(readBody('<p>x', headers).lang).toBe('de-DE');
    expect(readBody('<html xml:lang=fr><p>x', headers).lang).toBe('fr');
    expect(readBody('<p>x').lang).toBeUndefined();
  });

  test('read XHTML by its own rules', () => {
    const page =
      '<html><head><script src="a.js"/><title>A</title></head><body><a id="b"/><![CDATA[c < d]]></body></html>';
    expect(readBody(page, { 'content-type': 'application/xhtml+xml' })).toMatchObject({ title: 'A', text: 'c < d' });
  });
});

describe('the facts of other content', () => {
  test('are the lines of a text, and its words', () => {
    const facts = readBody('one\r\n“two”\n\n  four\n', { 'content-type': 'text/plain' });
    expect(facts.lines).toEqual(['one', '“two”', '', '  four']);
    expect(facts.text).toBe('one "two" four');
    expect(facts.kind).toBe('text');
  });

  test('are none for what cannot be read', () => {
    expect(readBody('%PDF-1.7 words', { 'content-type': 'application/pdf', 'content-language': 'en' })).toEqual({
      kind: 'other',
      headings: [],
      anchors: new Set(),
      text: '',
      lines: [],
      lang: 'en',
      hasPasswordField: false,
      isShell: false,
      banners: [],
    });
  });
});

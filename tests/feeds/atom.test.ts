import { expect, test } from 'vitest';
import { renderAtom } from '#feeds/atom.ts';
import { hostileText } from '../report/hostile.ts';
import { checkAtom, findTexts } from './check-atom.ts';
import { createFeed, createHostileFeed, toUrl } from './feeds.ts';

test('a feed of events is Atom, with the evidence in its content', () => {
  const text = renderAtom(createFeed(), toUrl);
  expect(checkAtom(text)).toEqual([]);
  expect(text).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
      <id>urn:uuid:edcfb6c5-0a6d-5764-8741-c1e90ea1c5c7</id>
      <title>Async Python on InterSystems IRIS: what changed</title>
      <subtitle>Every judgement of a claim, newest first.</subtitle>
      <updated>2026-11-20T00:00:00Z</updated>
      <author>
        <name>Async Python on InterSystems IRIS</name>
      </author>
      <rights>CC BY 4.0</rights>
      <link rel="self" type="application/atom+xml" href="https://site.example/sub/feed.xml"/>
      <link rel="alternate" type="text/html" href="https://site.example/sub/changes/"/>
      <fh:complete/>
      <entry>
        <id>urn:uuid:378a5566-e2cd-542c-bd2c-3edc46d27f3c</id>
        <title>Improved: No hosting, open → partly addressed</title>
        <published>2026-11-20T00:00:00Z</published>
        <updated>2026-11-20T00:00:00Z</updated>
        <link rel="alternate" type="text/html" href="https://site.example/sub/edges/no-hosting/#on-2026-11-20"/>
        <category term="improved" label="Improved"/>
        <category term="edges" label="Sharp edges"/>
        <content type="html">&lt;p&gt;Half of it is there.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Still missing:&lt;/strong&gt; The other half.&lt;/p&gt;&lt;p&gt;Evidence:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Supports, vendor documentation, high confidence: What it shows. &lt;q&gt;It “works”.&lt;/q&gt; &lt;a href=&quot;https://example.com/manual&quot;&gt;A manual&lt;/a&gt;.&lt;/li&gt;&lt;/ul&gt;</content>
      </entry>
      <entry>
        <id>urn:uuid:b1abe9bd-900f-596d-bf58-d640a5dd1798</id>
        <title>Added: No hosting, open</title>
        <published>2025-08-17T00:00:00Z</published>
        <updated>2025-08-17T00:00:00Z</updated>
        <link rel="alternate" type="text/html" href="https://site.example/sub/edges/no-hosting/#on-2025-08-17"/>
        <category term="added" label="Added"/>
        <category term="edges" label="Sharp edges"/>
        <content type="html">&lt;p&gt;None is on record.&lt;/p&gt;</content>
      </entry>
    </feed>
    "
  `);
});

test('the same feed is the same text', () => {
  expect(renderAtom(createFeed(), toUrl)).toBe(renderAtom(createFeed(), toUrl));
});

test('a feed without events is Atom', () => {
  expect(checkAtom(renderAtom({ ...createFeed(), items: [] }, toUrl))).toEqual([]);
});

test('a feed that is cut does not call itself complete', () => {
  expect(renderAtom({ ...createFeed(), isComplete: false }, toUrl)).not.toContain('fh:complete');
});

test.each([
  ['markup', '<script>alert(1)</script><img src=x onerror="alert(1)">'],
  ['the end of a CDATA section', 'a ]]> b & c &lt; d'],
  ['controls', hostileText],
  ['characters that XML cannot hold', 'nul \u0000, half a pair \ud800, no character \uffff'],
])('hostile text is inert in every place: %s', (_, hostile) => {
  const text = renderAtom(createHostileFeed(hostile), toUrl);
  expect(checkAtom(text)).toEqual([]);
  expect(text).not.toMatch(/<script|<img|\u0000|\uffff/);
  // The content is HTML once it is unescaped, and there too the text stays text.
  const [content = ''] = findTexts(text, '//a:content');
  expect(content.replaceAll(/<\/?(p|strong|ul|li|q|a)( href="[^"]*")?>/g, '')).not.toMatch(/[<>]/);
});

test('the check of a feed sees what RFC 4287 forbids', () => {
  const text = renderAtom(createFeed(), toUrl);
  const [id = ''] = findTexts(text, '//a:entry/a:id');
  const [, other = ''] = findTexts(text, '//a:entry/a:id');
  expect(checkAtom(text.replace(/<updated>.*<\/updated>/, ''))).toEqual(['updated is not there once']);
  expect(checkAtom(text.replace('<rights>', '<rights/><rights>'))).toEqual(['rights is there more than once']);
  expect(checkAtom(text.replace('T00:00:00Z', ' 00:00:00'))).not.toEqual([]);
  expect(checkAtom(text.replace('<title>', '<title type="xhtml">'))).not.toEqual([]);
  expect(checkAtom(text.replace('<rights>', '<unknown/><rights>'))).not.toEqual([]);
  expect(checkAtom(text.replace(id, other))).toEqual([`the id ${other} is there twice`]);
  expect(checkAtom(text.replace(/<author>[\s\S]*?<\/author>/, ''))).toEqual([
    '2 entries have no author, and the feed has none',
  ]);
});

import { expect, test } from 'vitest';
import { renderAtom } from '#feeds/atom.ts';
import { renderJsonFeed } from '#feeds/json-feed.ts';
import { hostileText } from '../report/hostile.ts';
import { findTexts } from './check-atom.ts';
import { createFeed, createHostileFeed, toUrl } from './feeds.ts';
import { jsonFeedSchema } from './json-feed-schema.ts';

test('a feed of events is JSON Feed 1.1', () => {
  const feed = jsonFeedSchema.parse(JSON.parse(renderJsonFeed(createFeed(), toUrl)));
  expect({ ...feed, items: [feed.items[0]] }).toMatchInlineSnapshot(`
    {
      "authors": [
        {
          "name": "Async Python on InterSystems IRIS",
          "url": "https://site.example/sub/",
        },
      ],
      "description": "Every judgement of a claim, newest first.",
      "feed_url": "https://site.example/sub/feed.json",
      "home_page_url": "https://site.example/sub/changes/",
      "items": [
        {
          "content_html": "<p>Half of it is there.</p><p><strong>Still missing:</strong> The other half.</p><p>Evidence:</p><ul><li>Supports, vendor documentation, high confidence: What it shows. <q>It “works”.</q> <a href="https://example.com/manual">A manual</a>.</li></ul>",
          "date_published": "2026-11-20T00:00:00Z",
          "id": "urn:uuid:378a5566-e2cd-542c-bd2c-3edc46d27f3c",
          "tags": [
            "improved",
            "edges",
          ],
          "title": "Improved: No hosting, open → partly addressed",
          "url": "https://site.example/sub/edges/no-hosting/#on-2026-11-20",
        },
      ],
      "language": "en",
      "title": "Async Python on InterSystems IRIS: what changed",
      "version": "https://jsonfeed.org/version/1.1",
    }
  `);
});

test('its items are those of Atom, under the same ids and in the same words', () => {
  const { items } = jsonFeedSchema.parse(JSON.parse(renderJsonFeed(createFeed(), toUrl)));
  const atom = renderAtom(createFeed(), toUrl);
  expect(items.map(({ id }) => id)).toEqual(findTexts(atom, '//a:entry/a:id'));
  expect(items.map(({ title }) => title)).toEqual(findTexts(atom, '//a:entry/a:title'));
  expect(items.map(({ content_html }) => content_html)).toEqual(findTexts(atom, '//a:content'));
});

test('hostile text is inert', () => {
  const text = renderJsonFeed(createHostileFeed(`${hostileText}<script>alert(1)</script>`), toUrl);
  const [item] = jsonFeedSchema.parse(JSON.parse(text)).items;
  expect(item?.content_html).not.toContain('<script');
  expect(item?.title).toContain('\\u001b[31mred');
  expect(item?.title).not.toContain('\u001b');
});

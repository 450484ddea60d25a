import { expect, test } from 'vitest';
import { createLastModified } from '#tools/sitemap/last-modified.ts';

test.each(['/', '/sub', '/sub/'])('pages of a site below %s have the day of their content, others none', (base) => {
  const addLastModified = createLastModified({ base });
  const toUrl = (path: string) => `https://site.example${base.replace(/\/$/, '')}${path}`;
  const entry = { url: toUrl('/edges/no-native-asgi-hosting/') };
  expect(addLastModified(entry)).toEqual({
    ...entry,
    lastmod: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as unknown,
  });
  expect(addLastModified({ url: toUrl('/') })).toHaveProperty('lastmod');
  expect(addLastModified({ url: toUrl('/about/') })).toEqual({ url: toUrl('/about/') });
});

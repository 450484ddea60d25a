import { expect, test } from 'vitest';
import { renderTwinLink } from '#tools/markdown-twins/twin-link.ts';

test.each([
  ['/edges/y/', '/edges/x/', '/', '../y/index.md'],
  ['/about/#verification', '/edges/x/', '/', '../../about/index.md#verification'],
  ['/', '/edges/x/', '/', '../../index.md'],
  ['/edges/', '/', '/', 'edges/index.md'],
  ['/edges/x/', '/edges/x/', '/', 'index.md'],
  ['/samples/a/program.json', '/samples/a/', '/', 'program.json'],
  ['/feed.xml?a=1#b', '/edges/', '/', '../feed.xml?a=1#b'],
  ['/sub/edges/y/', '/edges/x/', '/sub/', '../y/index.md'],
  ['#history', '/edges/x/', '/', '#history'],
  ['https://example.com/a/', '/edges/x/', '/', 'https://example.com/a/'],
  ['//example.com/a/', '/edges/x/', '/', '//example.com/a/'],
  ['mailto:a@example.com', '/edges/x/', '/', 'mailto:a@example.com'],
])('%s on %s of a site below %s becomes %s', (href, page, base, expected) => {
  expect(renderTwinLink(href, page, base)).toBe(expected);
});

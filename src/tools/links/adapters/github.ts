import type { Adapter } from './adapter.ts';
import { generic } from './generic.ts';
import { parseLineRange } from './line-range.ts';

const rawHost = 'raw.githubusercontent.com';

/** Repositories, and files in them. A file is read raw, because its page is made by scripts. */
export const github: Adapter = {
  ...generic,
  name: 'github',
  claims: (url) => ['github.com', 'www.github.com', rawHost].includes(url.hostname),
  deriveRequestUrl(url, expect) {
    const file = url.hostname === rawHost ? null : /^\/([^/]+\/[^/]+)\/blob\/(.+)$/.exec(url.pathname);
    // An anchor of another kind is a heading of Markdown, which only the page has.
    const isWholeFile = url.hash === '' || parseLineRange(url.hash) !== undefined || expect.lines !== undefined;
    return file === null || !isWholeFile ? url.href : `https://${rawHost}/${file[1] ?? ''}/${file[2] ?? ''}${url.hash}`;
  },
  derivePublicUrl(url) {
    const file = url.hostname === rawHost ? /^\/([^/]+\/[^/]+)\/(.+)$/.exec(url.pathname) : null;
    return file === null ? url.href : `https://github.com/${file[1] ?? ''}/blob/${file[2] ?? ''}${url.hash}`;
  },
  listAnchorNames: (fragment) => [fragment, `user-content-${fragment}`, `user-content-${fragment.toLowerCase()}`],
};

import { urlRule } from './url-rule.ts';

const pinned = /^([\da-f]{7,40}|v?\d+(\.\d+)*(?:[-.]?(?:a|b|rc)\d+)?)$/;

/** A file on GitHub is cited at a commit or a version tag, because a branch moves. */
export const urlMutableGithub = urlRule('url-mutable-github', (_url, parsed) => {
  if (parsed?.hostname === 'raw.githubusercontent.com') {
    const [, , , ref = ''] = parsed.pathname.split('/');
    return pinned.test(ref) ? undefined : fault(ref);
  }
  if (parsed?.hostname !== 'github.com') return undefined;
  const [, , , view = '', ref = ''] = parsed.pathname.split('/');
  return !['blob', 'tree', 'raw', 'blame'].includes(view) || pinned.test(ref) ? undefined : fault(ref);
});

function fault(ref: string) {
  return {
    found: `branch \`${ref}\``,
    expected: 'a commit or a version tag',
    hint: 'press `y` on the GitHub page: its address then names the commit',
  };
}

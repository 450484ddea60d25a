import type { Rule } from './rule.ts';

/** A tag can be moved to other code, a commit cannot. The version is for people, and for tools that update the commit. */
export const pinnedAction: Rule = {
  id: 'pinned-action',
  check({ workflow: { jobs, locateValue, readRestOfLine } }, report) {
    for (const { path, uses } of jobs.flatMap((job) => [job, ...job.steps])) {
      // What lies in the repository has the commit of the repository.
      if (uses === undefined || uses.startsWith('./')) continue;
      const usesPath = [...path, 'uses'];
      const [name = uses, ref = ''] = uses.split('@', 2);
      if (!/^[0-9a-f]{40}$/.test(ref)) {
        report(
          locateValue(usesPath),
          `Unexpected ${ref === '' ? 'lack of a version' : `\`${ref}\``} behind \`${name}\`, expected a commit of 40 hexadecimal digits`,
          /^[\w.-]+\/[\w.-]+/.test(name) ? `see \`git ls-remote ${deriveRepositoryUrl(name)}\`` : undefined,
        );
      } else if (!/^['"]?\s+#\s*v\d+(?:\.\d+)*\s*$/.test(readRestOfLine(usesPath, uses))) {
        report(
          locateValue(usesPath),
          `Missing version of \`${name}\`, expected a comment such as \`# v5.0.0\` behind the commit`,
        );
      }
    }
  },
};

/** An action may lie in a folder of its repository. */
function deriveRepositoryUrl(name: string): string {
  return `https://github.com/${name.split('/', 2).join('/')}`;
}

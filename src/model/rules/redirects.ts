import type { Redirect } from '#schema/redirect.ts';
import { isDraft, listEntries } from '../content.ts';
import { renderNearMiss } from '../near-miss.ts';
import { renderKey } from '../published.ts';
import { renderRedirectPath } from '../redirects.ts';
import { listRoutes } from '../routes.ts';
import { listFiles } from './files.ts';
import type { Report, Rule, Subject } from './rule.ts';

/** A redirect leads from one name once. */
export const redirectDuplicate: Rule = {
  id: 'redirect-duplicate',
  check({ model }, report) {
    const { file, data } = model.content.redirects;
    data.forEach(({ from }, index) => {
      const first = data.findIndex((other) => other.from === from);
      if (first === index) return;
      report({
        file,
        at: { path: ['redirects', index, 'from'] },
        reason: `Unexpected second redirect from \`${from}\`, expected one`,
        hint: `keep one of the two: the first leads to \`${data[first]?.to ?? ''}\``,
      });
    });
  },
};

/** A redirect leads from what is gone: a page cannot be there and elsewhere. */
export const redirectLiveId: Rule = {
  id: 'redirect-live-id',
  check({ model }, report) {
    const { file, data } = model.content.redirects;
    const files = new Map(listFiles(model.content).map((entry) => [renderKey(entry), entry.file]));
    data.forEach(({ from }, index) => {
      const taken = files.get(from);
      if (taken === undefined) return;
      report({
        file,
        at: { path: ['redirects', index, 'from'] },
        reason: `Unexpected redirect from \`${from}\`, expected an entry that is gone: ${taken} has the id`,
        hint: 'delete the redirect, or delete or rename the entry',
      });
    });
  },
};

/** A redirect leads to a page that readers can open. */
export const redirectUnknownTarget: Rule = {
  id: 'redirect-unknown-target',
  check({ model }, report) {
    const { content } = model;
    const drafts = new Set(
      listEntries(content)
        .filter(isDraft)
        .map((entry) => `/${renderKey(entry)}/`),
    );
    const broken = content.broken.map((entry) => `/${renderKey(entry)}/`);
    const routes = new Set([...listRoutes(content.entries), ...broken]);
    forEachTarget({ model }, report, (to, isFrom) => {
      const path = renderRedirectPath(to);
      if (isFrom || (routes.has(path) && !drafts.has(path))) return undefined;
      const isEntry = !to.startsWith('/');
      const known = isEntry ? listFiles(content).map(renderKey) : routes;
      return drafts.has(path)
        ? {
            reason: `Unexpected redirect to the draft \`${to}\`, expected a published page`,
            hint: 'finish the draft and remove its `draft: true`, or lead elsewhere',
          }
        : {
            reason: `Unexpected redirect to \`${to}\`, expected ${isEntry ? 'an entry' : 'a page of the site'}`,
            hint: renderNearMiss(
              to,
              known,
              isEntry ? 'lead to an entry that is there' : 'lead to a page that is there, such as `/gotchas/`',
            ),
          };
    });
  },
};

/** A redirect leads to its target at once, and never round in a circle. */
export const redirectChain: Rule = {
  id: 'redirect-chain',
  check({ model }, report) {
    const next = new Map(model.content.redirects.data.map(({ from, to }) => [renderRedirectPath(from), to]));
    forEachTarget({ model }, report, (to, isFrom) => {
      if (!isFrom) return undefined;
      const end = followRedirects(to, next);
      return end === undefined
        ? {
            reason: `Unexpected redirect to \`${to}\`, expected a page: from there it goes round in a circle`,
            hint: 'lead one of them to a page that is there',
          }
        : {
            reason: `Unexpected redirect to \`${to}\`, expected a page: it is redirected itself`,
            hint: `lead straight to \`${end}\``,
          };
    });
  },
};

/** Reports what `judge` has to say of each target. It is told whether a redirect leads on from there. */
function forEachTarget(
  { model }: Pick<Subject, 'model'>,
  report: Report,
  judge: (to: Redirect['to'], isFrom: boolean) => { reason: string; hint: string } | undefined,
): void {
  const { file, data } = model.content.redirects;
  const sources = new Set(data.map(({ from }) => renderRedirectPath(from)));
  data.forEach(({ to }, index) => {
    const problem = judge(to, sources.has(renderRedirectPath(to)));
    if (problem !== undefined) report({ file, at: { path: ['redirects', index, 'to'] }, ...problem });
  });
}

/** Where a chain ends; undefined when it does not. */
function followRedirects(to: string, next: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let end = to;
  for (let on = next.get(renderRedirectPath(end)); on !== undefined; on = next.get(renderRedirectPath(end))) {
    if (seen.has(end)) return undefined;
    seen.add(end);
    end = on;
  }
  return end;
}

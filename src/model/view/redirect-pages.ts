import { listEntries } from '../content.ts';
import type { Model } from '../model.ts';
import { renderRedirectPath } from '../redirects.ts';
import { renderEntryPath } from '../routes.ts';

/** A page that stands where an entry was, and leads to what took its place. */
export interface RedirectPage {
  /** Its path. */
  path: string;
  /** The entry that is gone: its collection and its id. */
  from: string;
  target: { path: string; title: string };
  on: string;
  reason: string;
}

/** The pages of all entries that are gone. */
export function listRedirectPages(model: Model): RedirectPage[] {
  const titles = new Map(listEntries(model.content).map((entry) => [renderEntryPath(entry), entry.data.title]));
  return model.content.redirects.data.map(({ from, to, on, reason }) => {
    const path = renderRedirectPath(to);
    return {
      path: renderRedirectPath(from),
      from,
      target: { path, title: titles.get(path) ?? path },
      on,
      reason,
    };
  });
}

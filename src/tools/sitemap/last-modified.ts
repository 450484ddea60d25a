import type { SitemapItem } from '@astrojs/sitemap';
import { buildModel } from '#model/model.ts';
import { derivePageDates } from '#model/view/page-dates.ts';
import { readBuildDay } from '#store/build-day.ts';
import { readContent } from '#store/disk.ts';

/** Puts into items of the sitemap the day on which their content last changed, as `YYYY-MM-DD`; pages without one get none. */
export function createLastModified({ base }: { base: string }): (item: SitemapItem) => SitemapItem {
  let dates: ReadonlyMap<string, string> | undefined;
  return (item) => {
    // Read once, and only where a sitemap is written.
    dates ??= derivePageDates(buildModel(readContent('content').content, readBuildDay(process.env, new Date())));
    const path = new URL(item.url).pathname;
    const lastmod = dates.get(`/${path.slice(base.replace(/\/$/, '').length + 1)}`);
    return lastmod === undefined ? item : { ...item, lastmod };
  };
}

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { listSitemapPaths } from './pages.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const settings = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'light', width: 320 },
] as const;

for (const path of [...listSitemapPaths(), '/404.html']) {
  test(`${path} has no axe violation in either theme, wide or narrow, and does not scroll sideways`, async ({ page }) => {
    await page.goto(path);
    for (const { colorScheme, width } of settings) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      expect(found, `${colorScheme} at ${width} px`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${colorScheme} at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

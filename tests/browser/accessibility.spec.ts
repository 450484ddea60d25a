import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { listSitemapPaths } from './pages.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The theme and the width change colours and boxes; the elements stay the same, and with them what the other rules see.
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
const settings = [
  { colorScheme: 'light', width: 1280, isFirst: true },
  { colorScheme: 'dark', width: 320, isFirst: false },
] as const;

for (const path of [...listSitemapPaths(), '/404.html']) {
  test(`${path} has no axe violation, light and wide or dark and narrow, and does not scroll sideways`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const { colorScheme, width, isFirst } of settings) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      // Without frames the plain mode finds the same, and does not open a second page for each run.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations } = await (isFirst ? axe.withTags(tags) : axe.withRules(rulesOfLooks)).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(found, `${colorScheme} at ${width} px`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${colorScheme} at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

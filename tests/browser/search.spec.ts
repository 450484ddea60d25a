import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const entry = '/edges/synchronous-db-access/';
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The parts of the search, in the dialog or on its page. */
function findSearch(page: Page) {
  const panel = page.locator('site-search');
  return {
    panel,
    dialog: page.getByRole('dialog', { name: 'Search this site' }),
    field: panel.getByRole('searchbox', { name: 'Words to look for' }),
    kind: panel.getByLabel('Kind'),
    status: panel.getByLabel('Status'),
    said: panel.getByRole('status'),
    results: panel.getByRole('list', { name: 'Results' }).getByRole('listitem'),
    links: panel.getByRole('list', { name: 'Results' }).getByRole('link'),
    asWritten: panel.getByRole('button', { name: /as written$/ }),
    indexes: panel.getByRole('link', { name: 'Sharp edges', exact: true }),
  };
}

async function open(page: Page): Promise<ReturnType<typeof findSearch>> {
  await page.getByRole('button', { name: 'Search' }).click();
  const search = findSearch(page);
  await expect(search.field).toBeFocused();
  return search;
}

async function listViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test.describe('a search', () => {
  for (const { query, said, first } of [
    { query: 'asyncpg', said: /^\d+ results for “asyncpg”$/, first: /asyncpg/ },
    { query: 'SendRequestAsync', said: /^\d+ results for “SendRequestAsync”$/, first: /async/i },
    { query: '%CSP.WebSocket', said: /^\d+ results for “%CSP\.WebSocket”$/, first: /WebSocket/ },
    { query: 'websoket', said: /^Nothing has “websoket”\. \d+ results for “WebSocket”$/, first: /WebSocket/ },
    { query: '$SYSTEM.WorkMgr', said: /^\d+ results? for “\$SYSTEM\.WorkMgr”$/, first: /./ },
    { query: 'zzqqxx', said: /^No results for “zzqqxx”$/, first: undefined },
    { query: '<img src=x>', said: /results?( that come near| for “<img src=x>”)$/, first: undefined },
  ]) {
    test(`for ${query} is answered, within the policy of the page`, async ({ page }) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // eslint-disable-next-line no-console -- the test listens to the console of the page
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await page.goto(entry);
      const { field, said: status, results } = await open(page);
      await field.fill(query);
      await expect(status).toHaveText(said);
      if (first !== undefined) await expect(results.first()).toHaveText(first);
      expect(faults).toEqual([]);
    });
  }

  test('that was mended can be had as written', async ({ page }) => {
    await page.goto(entry);
    const { field, said, asWritten, results } = await open(page);
    await field.fill('websoket');
    await asWritten.click();
    await expect(said).toHaveText(/^Nothing has “websoket”\. \d+ results that come near$/);
    await expect(field).toBeFocused();
    await expect(asWritten).toBeHidden();
    await expect(results.first()).toBeVisible();
  });

  test('shows of each result its kind, its status with a mark, the words found, and how far to trust it', async ({
    page,
  }) => {
    await page.goto('/');
    const { field, results } = await open(page);
    await field.fill('asyncpg');
    const finding = results.filter({ hasText: 'Async database drivers are missing and not planned' });
    await expect(finding.locator('.kind')).toHaveText('Finding');
    await expect(finding.locator('.mark')).toHaveText(/\w/);
    await expect(finding.locator('.mark svg')).toBeVisible();
    await expect(finding.locator('mark').first()).toHaveText('asyncpg');
    await expect(finding).toContainText(/Last assessed \d{4}-\d\d-\d\d\. \w+/);
  });

  test('shows code with markup as text', async ({ page }) => {
    await page.goto(entry);
    const { field, results } = await open(page);
    await field.fill('SendRequestAsync BPL call');
    await expect(results.filter({ hasText: '<call async="1">' }).first()).toBeVisible();
    await expect(results.locator('call')).toHaveCount(0);
  });

  test('is narrowed by kind and by status, and lists all of a kind without words', async ({ page }) => {
    await page.goto(entry);
    const { field, kind, status, said, results } = await open(page);
    await kind.selectOption({ label: 'Sharp edges' });
    await expect(said).toHaveText('9 results');
    await expect(results.locator('.kind')).toHaveText(Array.from({ length: 8 }, () => 'Sharp edge'));
    await status.selectOption({ label: 'Open' });
    await expect(said).toHaveText(/^[1-8] results?$/);
    const words = await results.locator('.mark').allTextContents();
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !word.includes('Open'))).toEqual([]);
    await field.fill('asyncpg');
    await kind.selectOption({ label: 'Rules' });
    await expect(said).toHaveText(/^No results of this kind and status, \d+ without the filters, for “asyncpg”$/);
  });

  test('with many results shows more of them when asked, and goes to the first new one', async ({ page }) => {
    await page.goto('/search/?q=loop');
    const { said, results, links, panel } = findSearch(page);
    await expect(results).toHaveCount(8);
    await panel.getByRole('button', { name: 'Show more results' }).click();
    await expect(results).toHaveCount(16);
    await expect(links.nth(8)).toBeFocused();
    await expect(said).toHaveText(/^\d+ results for “loop”, 16 shown$/);
  });
});

test.describe('the keyboard', () => {
  for (const key of ['/', 'Control+k', 'Meta+k']) {
    test(`opens search with ${key}, and Escape gives the focus back`, async ({ page }) => {
      await page.goto(entry);
      const before = page.getByRole('link', { name: 'Gotchas' }).first();
      await before.focus();
      await page.keyboard.press(key);
      const { dialog, field } = findSearch(page);
      await expect(field).toBeFocused();
      await page.keyboard.type('asyncpg');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(before).toBeFocused();
    });
  }

  test('goes from the field through the results and back, and opens one', async ({ page }) => {
    await page.goto(entry);
    const { field, links } = await open(page);
    await page.keyboard.type('asyncpg');
    await expect(links.first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const href = await links.first().getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(href ?? 'no link');
  });

  test('types these keys where a reader is typing, in code too', async ({ page }) => {
    await page.goto('/samples/blocking-call-stalls-loop/');
    await page.getByRole('button', { name: 'Edit' }).click();
    const editor = page.getByRole('textbox', { name: /^Code of / });
    await editor.press('Control+Home');
    await editor.press('/');
    await editor.press('Control+k');
    expect((await editor.inputValue()).startsWith('/')).toBe(true);
    await expect(page.locator('dialog')).toHaveCount(0);
  });

  test('leaves / alone when the reader has switched it off', async ({ page }) => {
    await page.goto(entry);
    const { dialog, panel } = await open(page);
    await panel.getByRole('checkbox', { name: /opens search$/ }).uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(dialog).toBeVisible();
    await expect(panel.getByRole('checkbox')).not.toBeChecked();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(dialog).toBeHidden();
  });
});

test('nothing of the search is asked for before it is opened, and the words of the site only for a misspelt query', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const countOf = (pattern: RegExp) => asked.filter((path) => pattern.test(path)).length;
  await page.goto('/search/', { waitUntil: 'networkidle' });
  await page.goto(entry, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  expect(countOf(/dialog\./)).toBe(0);
  const { field, said } = await open(page);
  await field.fill('asyncpg');
  await expect(said).toHaveText(/results for/);
  expect(countOf(/^\/pagefind\/pagefind\.js$/)).toBe(1);
  expect(countOf(/words\.json$/)).toBe(0);
  expect(countOf(/worker|wasm\.unknown/)).toBe(0);
  await field.fill('websoket');
  await expect(said).toHaveText(/^Nothing has/);
  expect(countOf(/words\.json$/)).toBe(1);
});

test.describe('the search page', () => {
  test('answers the question of its address, and keeps the address up to date', async ({ page }) => {
    await page.goto('/search/?q=asyncpg&kind=findings');
    const { field, kind, status, said, results } = findSearch(page);
    await expect(field).toHaveValue('asyncpg');
    await expect(kind).toHaveValue('findings');
    await expect(said).toHaveText('1 result for “asyncpg”');
    await kind.selectOption('');
    await status.selectOption({ label: 'Too strong' });
    await field.fill('timeout & more');
    await expect(page).toHaveURL('/search/?q=timeout+%26+more&status=too-strong');
    await page.reload();
    await expect(field).toHaveValue('timeout & more');
    await expect(status).toHaveValue('too-strong');
    await field.fill('');
    await status.selectOption('');
    await expect(page).toHaveURL('/search/');
    await expect(results).toHaveCount(0);
  });

  for (const address of [
    '?q=%E0%A4%A&kind=nonsense&status[]=open',
    '?q=&kind=&status=%00',
    `?kind=__proto__&x=${'y'.repeat(3000)}`,
  ]) {
    test(`ignores what is malformed in ${address.slice(0, 40)}, and works`, async ({ page }) => {
      await page.goto(`/search/${address}`);
      const { field, kind, status, said } = findSearch(page);
      await expect(kind).toHaveValue('');
      await expect(status).toHaveValue('');
      await field.fill('asyncpg');
      await expect(said).toHaveText(/^\d+ results for “asyncpg”$/);
    });
  }

  test('takes the key / to its own field', async ({ page }) => {
    await page.goto('/search/');
    await page.keyboard.press('/');
    await expect(findSearch(page).field).toBeFocused();
    await expect(page.locator('dialog')).toHaveCount(0);
  });
});

test.describe('when the index cannot be loaded', () => {
  for (const { what, pattern, query } of [
    { what: 'everything of it', pattern: '**/pagefind/**', query: 'asyncpg' },
    { what: 'the program', pattern: '**/wasm.*', query: 'asyncpg' },
    { what: 'a part of the words', pattern: '**/*.pf_index', query: 'asyncpg' },
    { what: 'a part of the words, for two of them', pattern: '**/*.pf_index', query: 'asyncpg driver' },
    { what: 'the records of results', pattern: '**/*.pf_fragment', query: 'asyncpg' },
    { what: 'the list of words', pattern: '**/words.json', query: 'websoket' },
  ]) {
    test(`${what} missing, search says so and leads to the indexes`, async ({ page }) => {
      await page.route(pattern, (route) => route.abort());
      await page.goto(entry);
      const { field, said, indexes } = await open(page);
      await field.fill(query);
      await expect(said).toHaveText('The search index could not be loaded. Reload the page to try again.');
      await expect(indexes).toBeVisible();
      await indexes.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sharp edges');
    });
  }

  test('what narrows a search missing, search says so', async ({ page }) => {
    await page.route('**/kinds.json', (route) => route.abort());
    await page.goto('/search/?q=asyncpg&kind=edges');
    await expect(findSearch(page).said).toHaveText(
      'The search index could not be loaded. Reload the page to try again.',
    );
  });

  test('nor what searches, the button leads to the search page', async ({ page }) => {
    await page.route(/\/dialog\./, (route) => route.abort());
    await page.goto(entry);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL('/search/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  });
});

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
] as const) {
  test(`the open dialog has no axe violation, ${colorScheme} at ${width} px, and does not scroll sideways`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(entry);
    const { field, dialog, results, asWritten } = await open(page);
    expect(await listViolations(page)).toEqual([]);
    await field.fill('websoket');
    await expect(asWritten).toBeVisible();
    await expect(results.first()).toBeVisible();
    expect(await listViolations(page)).toEqual([]);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('search is a link to a page that says what it lacks and leads to every index', async ({ page }) => {
    await page.goto(entry);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL('/search/');
    await expect(page.getByText('Search needs JavaScript. These indexes list every entry.')).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    const indexes = page.locator('site-search').getByRole('link');
    await expect(indexes).toHaveText([
      'Patterns',
      'Sharp edges',
      'Proposals',
      'Findings',
      'Guides',
      'Background',
      'Open questions',
      'Support matrix',
      'Samples',
      'Sources',
      'Rules',
    ]);
    await indexes.nth(1).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sharp edges');
  });
});

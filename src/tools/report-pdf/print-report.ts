import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser } from '../browser/chromium.ts';
import { createSiteServer } from '../serve/site-server.ts';
import type { BuiltReport } from './built-report.ts';

/** Prints the report of a built site in a Chromium, off a server on loopback. Returns the PDF. */
export async function printReport(
  directory: string,
  { base, canonical }: BuiltReport,
  { executablePath, args }: Browser,
): Promise<Uint8Array> {
  const server = createSiteServer(directory, base);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args });
    try {
      const page = await browser.newPage();
      const failures: string[] = [];
      page.on('response', (response) => {
        if (!response.ok()) failures.push(`${response.url()} answered ${response.status()}`);
      });
      page.on('requestfailed', (request) => {
        failures.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`);
      });
      await page.goto(`http://127.0.0.1:${port}${base}report/`);
      if (failures.length > 0) throw new Error(`The report could not be loaded whole: ${failures.join('; ')}`);
      await page.evaluate(leadToPublishedSite, canonical);
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Runs in the page: links to other pages of the site lead to where it is published, not to this machine. */
function leadToPublishedSite(canonical: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a:not([href^="#"])')) {
    link.href = new URL(link.getAttribute('href') ?? '', canonical).href;
  }
}

import { defineConfig } from '@playwright/test';
import { findChromium } from './src/tools/browser/chromium.ts';

const port = Number(process.env.TEST_PORT ?? 4327);
const { executablePath, args } = await findChromium();

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args },
  },
  webServer: {
    command: 'node src/tools/serve/cli.ts',
    env: { PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});

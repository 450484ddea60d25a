import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import packaged, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

/** How to start the browser that tests and tools drive. Without a path Playwright starts its own. */
export interface Browser {
  executablePath?: string;
  args: string[];
}

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium: the one named by `PLAYWRIGHT_CHROMIUM`, Playwright's own, one installed on the machine, or the one
 * that comes as an npm package, so that nothing but Node is needed.
 */
export async function findChromium(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named !== undefined) {
    if (!existsSync(named))
      throw new Error(`PLAYWRIGHT_CHROMIUM=${named} is not there; unset it, or name an executable`);
    return { executablePath: named, args };
  }
  if (existsSync(chromium.executablePath())) return { args };
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((directory) => installedNames.map((name) => join(directory, name)))
    .find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args };
  return { executablePath: await unpackChromium(), args: ['--no-sandbox', '--no-zygote'] };
}

async function unpackChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium was found. Install one with `npx playwright install chromium`, or name one in PLAYWRIGHT_CHROMIUM',
    );
  }
  const path = await packaged.executablePath();
  // A bare machine lacks libraries that Chromium links to; the package carries them for the same case.
  if (execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found')) {
    await inflate(join(import.meta.dirname, '../../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
    setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  }
  return path;
}

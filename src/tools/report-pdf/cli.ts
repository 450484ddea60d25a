import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import type { Browser, findChromium } from '../browser/chromium.ts';
import { writeWhole } from '#store/whole-file.ts';
import { parseArguments, usage } from './arguments.ts';
import { parseBuiltReport } from './built-report.ts';
import { findNewerFile } from './newer-file.ts';
import type { printReport } from './print-report.ts';
import { stabilisePdf } from './stable-pdf.ts';

/** What prints, loaded when it is needed. */
interface Printer {
  printReport: typeof printReport;
  findChromium: typeof findChromium;
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const options = parseArguments(args);
  if (options === 'help') {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  if ('refusal' in options) return refuse(options.refusal);
  const { out, site } = options;
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(`Unexpected \`--out ${out}\`: it is a folder, expected a file\n`);
  }
  const file = join(site, 'report', 'index.html');
  if (!existsSync(file)) {
    return refuse(`Unexpected state: there is no ${file}. Build the site with \`npm run build\`\n`);
  }
  const report = parseBuiltReport(readFileSync(file, 'utf8'));
  if (report === undefined) {
    return refuse(`Unexpected text in ${file}, expected the report as this version builds it: \`npm run build\`\n`);
  }
  const newer = findNewerFile('content', statSync(file).mtimeMs);
  if (newer !== undefined) {
    process.stderr.write(`warning: ${newer} is newer than ${file}: \`npm run build\` brings the report up to date\n`);
  }
  const print = await loadPrinter();
  if ('refusal' in print) return refuse(print.refusal);
  const browser = await findBrowser(print);
  if ('refusal' in browser) return refuse(browser.refusal);
  const pdf = stabilisePdf(await print.printReport(site, report, browser), new Date(report.builtAt));
  writeWhole(out, pdf);
  process.stdout.write(
    `${out}: ${Math.ceil(pdf.length / 1000)} kB, data as of ${report.dataAsOf}, built at ${report.builtAt}, commit ${report.commit}\n`,
  );
  return exitCodes.fine;
}

/** The browser and what drives it are development packages: an installation for production is without them. */
async function loadPrinter(): Promise<Printer | { refusal: string }> {
  try {
    const [printing, finding] = await Promise.all([import('./print-report.ts'), import('../browser/chromium.ts')]);
    return { printReport: printing.printReport, findChromium: finding.findChromium };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const name = /package '([^']+)'/.exec(message)?.[1] ?? 'a package';
    return {
      refusal: `Unexpected state: \`${name}\` is not installed. Install the development packages with \`npm ci\`\n`,
    };
  }
}

async function findBrowser({ findChromium }: Printer): Promise<Browser | { refusal: string }> {
  try {
    return await findChromium();
  } catch (error) {
    return { refusal: `${error instanceof Error ? error.message : String(error)}\n` };
  }
}

function refuse(message: string): ExitCode {
  process.stderr.write(message);
  return exitCodes.unreadable;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}

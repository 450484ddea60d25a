import { parseArgs } from 'node:util';

export const usage = `Usage: npm run report -- [options]

Prints the report of the built site to a PDF, with bookmarks and tags. Build the site first: npm run build.

Options:
  --out FILE   the PDF to write (default: report.pdf)
  --site DIR   the built site (default: dist)
  --help       show this text

Environment:
  PLAYWRIGHT_CHROMIUM   the browser (default: Playwright's own, an installed one, or the one from npm)

Links to other pages of the site lead to where it was built for: SITE_URL and BASE_PATH of the build.
One build and one browser give one file, to the byte: its dates are those of the build.

Exit codes: 0 fine, 2 usage, or a site or browser that is not there, 4 internal error.
`;

export interface ReportOptions {
  out: string;
  site: string;
}

/** Parses the command line. A refusal says what was expected, and ends in a newline. */
export function parseArguments(args: readonly string[]): ReportOptions | 'help' | { refusal: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string', default: 'report.pdf' },
        site: { type: 'string', default: 'dist' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    if (!values.out.endsWith('.pdf')) {
      return { refusal: `Unexpected \`--out ${values.out}\`, expected a name that ends in \`.pdf\`\n` };
    }
    return { out: values.out, site: values.site };
  } catch (error) {
    return { refusal: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
}

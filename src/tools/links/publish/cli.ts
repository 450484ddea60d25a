import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderInert } from '#report/inert.ts';
import { CommandFailure } from './command.ts';
import { readPublication } from './publication.ts';
import { resumePublication } from './resume.ts';
import { sendPublication, UnreadableHealth } from './send.ts';

const usage = `Usage: npm run links:publish -- <command>

Brings what the daily check found to GitHub: one pull request with the health of links, and one issue about what needs
somebody. For the workflow .github/workflows/links.yml, which gives \`gh\` a token in GH_TOKEN.

Commands:
  resume  before the merge: go on from the health that an open pull request holds
  send    after the merge: bring the pull request and the issue up to date

Exit codes: 0 fine, 2 usage or a health file that cannot be read, 4 GitHub or git refused, or an internal error.
`;

function main(args: readonly string[]): ExitCode {
  const [command, ...rest] = args;
  if (command === '--help' || command === '-h') {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  if ((command !== 'resume' && command !== 'send') || rest.length > 0) {
    return refuse(`Unexpected \`${renderInert(args.join(' '))}\`, expected \`resume\` or \`send\`\n\n${usage}`);
  }
  const publication = readPublication(process.cwd(), process.env);
  if ('refusal' in publication) return refuse(`${publication.refusal}\n`);
  if (command === 'resume') {
    process.stdout.write(`${resumePublication(publication)}\n`);
    return exitCodes.fine;
  }
  const { done, failures } = sendPublication(publication);
  process.stdout.write(done.map((line) => `${line}\n`).join(''));
  process.stderr.write(failures.map((line) => `${line}\n`).join(''));
  return failures.length > 0 ? exitCodes.internal : exitCodes.fine;
}

function refuse(text: string): ExitCode {
  process.stderr.write(text);
  return exitCodes.unreadable;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UnreadableHealth) process.exitCode = refuse(error.message);
  else {
    const told = error instanceof CommandFailure ? error.message : `Internal error: ${(error as Error).stack ?? ''}`;
    process.stderr.write(`${told}\n`);
    process.exitCode = exitCodes.internal;
  }
}

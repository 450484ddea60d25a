import { execFileSync } from 'node:child_process';
import { renderInert } from '#report/inert.ts';

/** Where commands run. */
export interface CommandPlace {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** A command that ended with a failure, in one line that says what it said. */
export class CommandFailure extends Error {}

/** Runs a command without a shell and gives its output. Throws a `CommandFailure` when it fails. */
export function runCommand(place: CommandPlace, name: string, args: readonly string[], input = ''): string {
  try {
    return execFileSync(name, args, { ...place, input, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: 'pipe' });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    const said = renderInert((stderr ?? '').trim() || message);
    throw new CommandFailure(`Unexpected failure of \`${renderInert([name, ...args].join(' '))}\`: ${said}`);
  }
}

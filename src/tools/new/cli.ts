import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { readContent } from '#store/disk.ts';
import { scaffold } from './scaffold.ts';
import { kinds } from './templates.ts';

const usage = `Usage: npm run new -- <kind> <id> [options]

Writes a draft that the content check accepts. It is not published until you remove \`draft: true\`.

Kinds: ${kinds.join(', ')}

Options:
  --content DIR  the content tree to write to (default: content)
  --help         show this text

Exit codes: 0 written, 2 refused, 4 internal error.
`;

function main(args: readonly string[], now: Date): ExitCode {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        content: { type: 'string', default: 'content' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  const [kind, id, ...rest] = positionals;
  if (kind === undefined || id === undefined || rest.length > 0) return refuse(usage);
  if (!statSync(values.content, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(`Unexpected \`--content ${values.content}\`, expected a directory\n`);
  }
  const result = scaffold({ kind, id, today: now.toISOString().slice(0, 10) }, readContent(values.content).content);
  if ('refusal' in result) return refuse(`${result.refusal}\n`);
  const path = join(values.content, result.path);
  mkdirSync(dirname(path), { recursive: true });
  // `wx` refuses to overwrite, also when somebody else wrote the file a moment ago.
  writeFileSync(path, result.text, { flag: 'wx' });
  process.stdout.write(
    `Wrote ${path}. Fill it in, check it with \`npm run check:content\`, then remove \`draft: true\`.\n`,
  );
  return exitCodes.fine;
}

function refuse(message: string): ExitCode {
  process.stderr.write(message);
  return exitCodes.unreadable;
}

try {
  process.exitCode = main(process.argv.slice(2), new Date());
} catch (error) {
  process.stderr.write(`Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.internal;
}

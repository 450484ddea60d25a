import { z } from 'zod';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderInert } from '#report/inert.ts';
import type { LinkOptions } from '../arguments.ts';
import { ask } from '../check/ask.ts';
import { readLinkFiles } from '../files.ts';
import type { CommandWorld } from './command.ts';

/** What the Internet Archive says of a URL. Only what is used of it. */
const availabilitySchema = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({ url: z.url().max(4096), timestamp: z.string().regex(/^\d{14}$/), available: z.boolean() })
      .optional(),
  }),
});

/** `archive lookup`: asks the Internet Archive for the copy nearest to today. Saves nothing there, and writes nothing here. */
export async function archiveLookup(
  { contentDirectory, id }: Extract<LinkOptions, { command: 'archive-lookup' }>,
  { check, print, warn, signal }: CommandWorld,
): Promise<ExitCode> {
  const files = readLinkFiles(contentDirectory);
  const citation = 'refusal' in files ? undefined : files.citations.find((one) => one.id === id);
  if (citation === undefined) {
    warn('refusal' in files ? files.refusal : `Unexpected \`${id}\`, expected the id of a source with a URL\n`);
    return exitCodes.unreadable;
  }
  const url = `https://archive.org/wayback/available?url=${encodeURIComponent(citation.url)}`;
  const exchange = await ask(check, { url, language: 'en', retryWaitsMs: [], signal });
  if (exchange.kind !== 'answered' || exchange.answer.status !== 200) {
    const reason = exchange.kind === 'answered' ? `status ${exchange.answer.status}` : exchange.detail;
    warn(`Could not look: ${renderInert(reason)}\n`);
    return exitCodes.inconclusive;
  }
  const closest = parseAvailability(new TextDecoder().decode(exchange.answer.body.bytes));
  if (closest === 'unreadable') {
    warn('Could not look: Unexpected answer of the archive, expected JSON with `archived_snapshots`\n');
    return exitCodes.inconclusive;
  }
  if (closest === undefined) {
    print(`No archived copy of ${renderInert(citation.url)} is known\n`);
    return exitCodes.findings;
  }
  print(`archive:\n  url: ${JSON.stringify(renderInert(closest.url, 4096))}\n  on: ${closest.on}\n`);
  return exitCodes.fine;
}

function parseAvailability(text: string): { url: string; on: string } | 'unreadable' | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  const parsed = availabilitySchema.safeParse(data);
  if (!parsed.success) return 'unreadable';
  const { closest } = parsed.data.archived_snapshots;
  if (closest?.available !== true) return undefined;
  const { url, timestamp } = closest;
  const on = `${timestamp.slice(0, 4)}-${timestamp.slice(4, 6)}-${timestamp.slice(6, 8)}`;
  return { url: url.replace(/^http:/, 'https:'), on };
}

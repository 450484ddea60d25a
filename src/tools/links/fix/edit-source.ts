import { isDeepStrictEqual } from 'node:util';
import { sourceSchema } from '#schema/source.ts';
import { applyEdits, type Edit } from './edit.ts';
import { addFormerUrl } from './former-url.ts';
import { findNewBreach } from './new-breach.ts';
import { renderLike } from './scalar.ts';
import { findScalar, parseSourceFile } from './source-file.ts';

interface UrlChange {
  id: string;
  from: string;
  to: string;
  /** What `replaces` is to say. */
  reason: string;
  today: string;
}

/** Plans how the text of a source file changes with its URL, or says why a human has to do it. */
export function editSourceUrl(
  text: string,
  { id, from, to, reason, today }: UrlChange,
): { edits: Edit[]; obstacle?: never } | { edits?: never; obstacle: string } {
  const file = parseSourceFile(text);
  const url = file && findScalar(file, 'url');
  if (file === undefined || url === undefined)
    return { obstacle: 'Unexpected way to write the file, expected a record with `url` on one line' };
  if (url.node.value !== from)
    return { obstacle: `Unexpected URL \`${String(url.node.value)}\`, expected \`${from}\` as it was checked` };
  if (!/^[\u0021-\u007e]+$/.test(to))
    return { obstacle: `Unexpected character in \`${to}\`, expected an address in printable ASCII` };
  if (from.includes('#') && !to.includes('#'))
    return { obstacle: `Unexpected address \`${to}\`, expected one that still names the place on the page` };
  const former = readFormerUrls(file.data);
  if ([from, to].some((known) => former.includes(known)))
    return { obstacle: `Unexpected return to an address, expected one that \`replaces\` does not name` };

  const added = addFormerUrl(file, url.before, reason);
  if (added === undefined)
    return { obstacle: 'Unexpected way to write `replaces`, expected a list with a line for each key' };
  const edits = [{ offset: url.offset, before: url.before, after: renderLike(url.before, to) }, ...added];
  const replaces = [...((file.data.replaces as unknown[] | undefined) ?? []), { url: from, reason }];
  const wanted = { ...file.data, url: to, ...(added.length > 0 && { replaces }) };
  if (!isDeepStrictEqual(parseSourceFile(applyEdits(text, edits))?.data, wanted))
    return { obstacle: 'Unexpected way to write the file, expected one that can be added to' };

  const before = sourceSchema.safeParse(file.data);
  const after = sourceSchema.safeParse(wanted);
  if (!before.success || !after.success) return { obstacle: 'Unexpected record, expected one that its schema accepts' };
  const breach = findNewBreach(id, before.data, after.data, today);
  return breach === undefined ? { edits } : { obstacle: breach };
}

function readFormerUrls({ replaces }: Record<string, unknown>): unknown[] {
  return Array.isArray(replaces) ? replaces.map((item) => (item as { url?: unknown } | null)?.url) : [];
}

import { inflateSync } from 'node:zlib';
import type { InventoryEntry } from './inventory.ts';

const header = '# Sphinx inventory version 2';
const headerLines = 4;
const inflatedLimitBytes = 16 * 1024 * 1024;
const entryLimit = 100_000;
const lineLength = 2000;

/** Reads an `objects.inv` of Sphinx: four lines of text, then lines of entries under zlib. Undefined for anything else. */
export function parseSphinxInventory(bytes: Uint8Array): InventoryEntry[] | undefined {
  const start = findCompressed(bytes);
  if (start === undefined) return undefined;
  try {
    const inflated = inflateSync(bytes.subarray(start), { maxOutputLength: inflatedLimitBytes });
    return inflated
      .toString('utf8')
      .split('\n', entryLimit)
      .flatMap((line) => parseEntry(line.slice(0, lineLength)));
  } catch {
    return undefined;
  }
}

function findCompressed(bytes: Uint8Array): number | undefined {
  let end = -1;
  for (let line = 0; line < headerLines; line += 1) {
    end = bytes.indexOf(0x0a, end + 1);
    if (end === -1) return undefined;
  }
  const text = Buffer.from(bytes.subarray(0, end)).toString('latin1');
  return text.startsWith(header) ? end + 1 : undefined;
}

/** `name role priority location display name`. A name may hold spaces; a `$` in the location stands for it. */
function parseEntry(line: string): InventoryEntry[] {
  const words = line.trim().split(' ');
  const at = words.findIndex(
    (word, index) => index > 0 && word.includes(':') && /^-?\d+$/.test(words[index + 1] ?? ''),
  );
  const [role, , location] = words.slice(at);
  if (at === -1 || role === undefined || location === undefined) return [];
  const name = words.slice(0, at).join(' ');
  return [{ name, role, location: location.replace(/\$$/, () => name) }];
}

import type { Sample } from '#schema/sample.ts';

type Normaliser = Sample['normalise'][number];

const normalisers: Record<Normaliser, (text: string) => string> = {
  'slow-callbacks': (text) => text.replaceAll(/^Executing <.*> took \d+\.\d+ seconds\n/gm, ''),
  paths: (text) => text.replaceAll(/(?:(?<![A-Za-z])[A-Za-z]:)?[\\/][\w.@ \\/-]*/g, removeFolders),
  addresses: (text) => text.replaceAll(/\b0x[0-9a-f]{6,}\b/g, '0x…'),
  'trailing-space': (text) => text.replaceAll(/(?<![ \t])[ \t]+$/gm, ''),
};

/** Takes out of an output what differs between machines, and only what the sample declares. */
export function normalise(text: string, names: readonly Normaliser[]): string {
  return names.reduce((result, name) => normalisers[name](result), text);
}

/** Takes the folders off a path to a Python file. One pass from the end: a pattern that tries every start takes seconds for 64 kB. */
function removeFolders(path: string): string {
  const name = /[\w.-]+\.py\b/y;
  for (let index = path.length - 1; index > 0; index -= 1) {
    name.lastIndex = index;
    if (/[\\/]/.test(path[index - 1] ?? '') && index > 1 && name.test(path)) return path.slice(index);
  }
  return path;
}

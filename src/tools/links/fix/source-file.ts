import { isMap, isScalar, parseDocument, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { sourceSchema } from '#schema/source.ts';

/** A source file whose places are known: one block mapping, as all of them are written. */
export interface SourceFile {
  text: string;
  data: Record<string, unknown>;
  root: YAMLMap;
}

/** Parses a source file; undefined when it is anything but one mapping in block style. */
export function parseSourceFile(text: string): SourceFile | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root) || root.flow === true) return undefined;
  return { text, data: document.toJS() as Record<string, unknown>, root };
}

export function findPair({ root }: SourceFile, key: string): Pair | undefined {
  return root.items.find((item) => isScalar(item.key) && item.key.value === key);
}

/** A value that is written on one line, and nothing but text; undefined for any other. */
export function findScalar(
  file: SourceFile,
  key: string,
): { offset: number; before: string; node: Scalar } | undefined {
  const node = findPair(file, key)?.value;
  if (!isScalar(node) || node.anchor !== undefined || node.tag !== undefined || !node.range) return undefined;
  const [offset, end] = node.range;
  const before = file.text.slice(offset, end);
  return before.includes('\n') ? undefined : { offset, before, node };
}

/** The order in which the keys of a source file stand. */
const keyOrder = Object.keys(sourceSchema.shape);

/**
 * The offset of the line on which a key that is not there yet would begin: before the first that comes after it in the
 * order of the schema, and before the comments above that one.
 */
export function findPlaceFor(file: SourceFile, key: string): number {
  const later = new Set(keyOrder.slice(keyOrder.indexOf(key) + 1));
  const next = file.root.items.find((item) => isScalar(item.key) && later.has(String(item.key.value)));
  const offset = isScalar(next?.key) ? next.key.range?.[0] : undefined;
  return offset === undefined ? file.text.length : skipCommentsAbove(file.text, offset);
}

function skipCommentsAbove(text: string, offset: number): number {
  let start = offset;
  for (const line of text
    .slice(0, offset)
    .split(/(?<=\n)/)
    .toReversed()) {
    if (!/^(?:#.*|[ \t]*)\r?\n$/.test(line)) break;
    start -= line.length;
  }
  return start;
}

/** Lines to put in at an offset where a line begins, or where the file ends. They end as the lines of the file do. */
export function renderLines(text: string, offset: number, lines: readonly string[]): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const isLineStart = offset === 0 || text[offset - 1] === '\n';
  return `${isLineStart ? '' : ending}${lines.map((line) => `${line}${ending}`).join('')}`;
}

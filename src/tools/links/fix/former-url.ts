import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import type { Edit } from './edit.ts';
import { findPair, findPlaceFor, renderLines, type SourceFile } from './source-file.ts';

/**
 * Adds the URL that a source had, as it is `written`, to what it `replaces`. A draft was never published, so nobody
 * has its old URL. Undefined when the list is written in a way that cannot be added to.
 */
export function addFormerUrl(file: SourceFile, written: string, reason: string): Edit[] | undefined {
  const { data, text } = file;
  if (data.draft === true) return [];
  const list = findPair(file, 'replaces')?.value;
  if (list === undefined) {
    const offset = findPlaceFor(file, 'replaces');
    return [insert(text, offset, ['replaces:', `  - url: ${written}`, `    reason: ${reason}`])];
  }
  if (!isSeq(list) || list.flow === true) return undefined;
  const last = findLastItem(text, list);
  if (last === undefined) return undefined;
  const { dash, end } = last;
  return [insert(text, end, [`${dash}url: ${written}`, `${dash.replace('-', ' ')}reason: ${reason}`])];
}

function insert(text: string, offset: number, lines: readonly string[]): Edit {
  return { offset, before: '', after: renderLines(text, offset, lines) };
}

/** The indented dash of the last item, and where the line after it begins. */
function findLastItem(text: string, list: YAMLSeq): { dash: string; end: number } | undefined {
  const item = list.items.at(-1);
  if (!isMap(item) || !item.range) return undefined;
  const start = item.range[0];
  const dash = /[ \t]*- +$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0];
  const value = item.items.at(-1)?.value as Node | null | undefined;
  if (dash === undefined || !isScalar(value) || !value.range) return undefined;
  const valueEnd = value.range[1];
  if (text[valueEnd - 1] === '\n') return { dash, end: valueEnd };
  const lineEnd = text.indexOf('\n', valueEnd);
  return { dash, end: lineEnd === -1 ? text.length : lineEnd + 1 };
}

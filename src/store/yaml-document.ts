import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ErrorCode,
} from 'yaml';
import type { Place } from '#model/prose.ts';

export interface YamlProblem {
  place: Place;
  reason: string;
  hint: string;
}

/** YAML as data, with the place of every field. */
export interface YamlDocument {
  data: unknown;
  problems: readonly YamlProblem[];
  /** The place of a value; of the nearest value around it that exists when it does not. */
  locateValue: (path: readonly PropertyKey[]) => Place;
  /** The place of the key that introduces a value. */
  locateKey: (path: readonly PropertyKey[]) => Place;
}

const quoteHint = 'quote text that holds `: `, `#` or a leading special character';
const hints: Readonly<Partial<Record<ErrorCode, string>>> = {
  DUPLICATE_KEY: 'keep one of the two',
  MULTIPLE_DOCS: 'move the part after `---` to a file of its own',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'remove the tag, or quote text that begins with `!`',
};

/** Parses YAML. `firstLine` is the line of the file that the text starts on. */
export function parseYaml(text: string, firstLine = 1): YamlDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const toPlace = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }): YamlProblem => ({
    place: toPlace(pos[0]),
    reason: code === 'MULTIPLE_DOCS' ? 'One file holds one record' : message.replaceAll(/\s+/g, ' '),
    hint: hints[code] ?? quoteHint,
  }));
  let data: unknown = null;
  if (problems.length === 0) {
    try {
      data = document.toJS();
    } catch (error) {
      // Aliases that expand without end are refused by the parser when it resolves them.
      problems.push({
        place: toPlace(0),
        reason: error instanceof Error ? error.message : String(error),
        hint: 'write the values out, without `*` aliases',
      });
    }
  }
  const start = { line: firstLine, column: 1 };
  return {
    data,
    problems,
    locateValue: (path) => locate(document, path, toPlace, 'value') ?? start,
    locateKey: (path) => locate(document, path, toPlace, 'key') ?? start,
  };
}

function locate(
  document: Document,
  path: readonly PropertyKey[],
  toPlace: (offset: number) => Place,
  which: 'key' | 'value',
): Place | undefined {
  let node: unknown = document.contents;
  let place: Place | undefined;
  path.forEach((step, index) => {
    const key = which === 'key' && index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      const target = key || !isNode(pair?.value) ? pair?.key : pair.value;
      if (isNode(target) && target.range) place = toPlace(target.range[0]);
      node = pair?.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (isNode(item) && item.range) place = toPlace(item.range[0]);
      node = item;
    } else {
      node = undefined;
    }
  });
  return place;
}

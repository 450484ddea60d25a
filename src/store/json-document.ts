import type { Place } from '#model/prose.ts';

/** The first thing that keeps a text from being JSON. */
export interface JsonFault {
  place: Place;
  reason: string;
  isMergeConflict: boolean;
}

/** Parses JSON, and nothing more lenient: YAML would take a merge conflict for keys and lose both sides. */
export function parseJson(text: string): { data: unknown; fault?: never } | { data?: never; fault: JsonFault } {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    const stated = /\bposition (?<offset>\d+)/.exec(String(error))?.groups?.offset;
    return { fault: describeFault(text, findFault(text) ?? Number(stated ?? text.length)) };
  }
}

const tokens =
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Which characters may begin the token after a character. Any other token is a value. */
const followers: Readonly<Record<string, RegExp | undefined>> = {
  '{': /["}]/,
  '[': /[^,:}]/,
  ':': /[^,:\]}]/,
  ',': /[^,:\]}]/,
};
const afterValue = /[,:\]}]/;

/** Offset of the first token that JSON does not have, or does not have there. The engine does not always say where. */
function findFault(text: string): number | undefined {
  let follower = /[^,:\]}]/;
  for (let offset = skipSpace(text, 0); offset < text.length; offset = skipSpace(text, tokens.lastIndex)) {
    tokens.lastIndex = offset;
    const token = tokens.exec(text)?.[0];
    if (token === undefined || !follower.test(text.charAt(offset))) return offset;
    follower = followers[token] ?? afterValue;
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && ' \t\n\r'.includes(text.charAt(offset))) offset += 1;
  return offset;
}

function describeFault(text: string, offset: number): JsonFault {
  const before = text.slice(0, offset);
  const place = { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  const found = /^[^ \t\n\r]{0,20}/.exec(text.slice(offset))?.[0] ?? '';
  return {
    place,
    reason: `Unexpected ${found === '' ? 'end of the file' : `\`${found}\``}, expected JSON`,
    isMergeConflict: place.column === 1 && /^([<=>|])\1{6}$/.test(found),
  };
}

import { checkBplTree } from '../bpl/bpl-check.ts';
import { readXml } from '../bpl/xml.ts';
import { startOf, type Problem } from '../problem.ts';
import { findKeyword, type Member } from '../parsing/model.ts';
import type { ClassLint } from './lint.ts';

const bplNamespace = 'http://www.intersystems.com/bpl';

/** Data in XML is well-formed, data in JSON parses, and a business process is one. */
export const xdata: ClassLint = ({ text, members }) =>
  members.flatMap((member) => {
    const { open, close, whole } = member;
    if (open === undefined || close === undefined || !whole || member.body.length === 0) return [];
    const data = text.slice(open.startOffset + 1, close.startOffset);
    const line = open.startLine ?? 1;
    if (open.tokenType.name === 'JsonOpen') return checkJson(data, member);
    if (open.tokenType.name !== 'MarkupOpen') return [];
    if (isBpl(member)) return checkBplTree(data, line);
    // A storage definition is a list of elements, without one around them.
    return member.kind === 'Storage' ? readXml(`<s>${data}</s>`, line).problems : readXml(data, line).problems;
  });

function isBpl({ kind, name, keywords }: Member): boolean {
  return kind === 'XData' && (name === 'BPL' || findKeyword(keywords, 'xmlnamespace') === bplNamespace);
}

function checkJson(data: string, { open, kind, name }: Member): Problem[] {
  try {
    JSON.parse(data);
    return [];
  } catch (error) {
    const hint = error instanceof Error ? error.message.split('\n', 1)[0] : undefined;
    const place = open === undefined ? { line: 1, column: 1 } : startOf(open);
    return [{ ...place, reason: `Unexpected content of \`${kind} ${name}\`, expected JSON`, hint }];
  }
}

import { tokenMatcher, type IToken } from 'chevrotain';
import { ClassKeyword, Name } from './class-tokens.ts';
import { MemberKeyword } from './member-keyword.ts';
import { BlockClose, Equals } from './shared-tokens.ts';

/** What stands between a `{` at class level and its `}`. */
export type BodyLanguage = 'class' | 'code' | 'expression' | 'json' | 'markup' | 'python' | 'text' | 'sql';

/** The language of the braces that open after these tokens of class level. */
export function findBodyLanguage(before: IToken[]): BodyLanguage {
  if (before.at(-1)?.tokenType === Equals) return 'expression';
  const head = listHead(before);
  const first = head[0];
  if (first === undefined) return 'code';
  if (first.tokenType === ClassKeyword) return 'class';
  const kind = first.image.toLowerCase();
  if (kind === 'storage') return 'markup';
  if (kind === 'xdata') return findDataLanguage(findKeyword(head, 'mimetype'));
  if (kind === 'query') return 'sql';
  return findKeyword(head, 'language') === 'python' ? 'python' : 'code';
}

/** The tokens of the head that stands last, from the keyword that starts it; empty after a body, where no head can be. */
function listHead(before: IToken[]): IToken[] {
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const token = before[at];
    if (token === undefined || token.tokenType === BlockClose || token.tokenType.name === 'ClassOpen') return [];
    if (token.tokenType === ClassKeyword || tokenMatcher(token, MemberKeyword)) return before.slice(at);
  }
  return [];
}

/** The value of a keyword of a head, in lower case. */
function findKeyword(head: IToken[], keyword: string): string | undefined {
  const at = head.findIndex(
    (token, index) =>
      tokenMatcher(token, Name) && token.image.toLowerCase() === keyword && head[index + 1]?.tokenType === Equals,
  );
  if (at < 0) return undefined;
  const value = head.slice(at + 2);
  const end = value.findIndex(({ image }) => image === ',' || image === ']');
  return value
    .slice(0, end < 0 ? undefined : end)
    .map(({ image }) => image)
    .join('')
    .toLowerCase();
}

function findDataLanguage(mimeType = 'text/xml'): BodyLanguage {
  if (mimeType.includes('json')) return 'json';
  return mimeType.includes('xml') ? 'markup' : 'text';
}

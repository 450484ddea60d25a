import { normaliseText } from '../facts/normalise-text.ts';
import { decodePercent } from './fragment.ts';
import { findPhrase, isBoundary } from './whole-words.ts';

/** `text=[prefix-,]start[,end][,-suffix]`, with the parts as they are searched. */
export interface TextDirective {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/** Reads the text directives of a fragment: `text=a&text=b`. Other directives and empty ones are left out. */
export function parseTextDirectives(directive: string): TextDirective[] {
  return directive.split('&').flatMap((part) => {
    if (!part.startsWith('text=')) return [];
    const terms = part.slice('text='.length).split(',');
    const prefix = terms[0]?.endsWith('-') === true ? (terms.shift()?.slice(0, -1) ?? '') : '';
    const suffix = terms.at(-1)?.startsWith('-') === true ? (terms.pop()?.slice(1) ?? '') : '';
    const [start = '', end = ''] = terms;
    return start === '' || terms.length > 2
      ? []
      : [{ prefix: fold(prefix), start: fold(start), end: fold(end), suffix: fold(suffix) }];
  });
}

/** Whether a text has what a directive points at: whole words, without regard to case, in the order given. */
export function hasText(text: string, { prefix, start, end, suffix }: TextDirective): boolean {
  const folded = text.toLowerCase();
  for (let at = findPhrase(folded, start); at !== -1; at = findPhrase(folded, start, at + 1)) {
    if (prefix !== '' && !endsWith(folded, at, prefix)) continue;
    const after = at + start.length;
    // What follows the first start that fits follows no later one only: the end is looked for once.
    if (end !== '') return hasEnd(folded, after, end, suffix);
    if (suffix === '' || startsWith(folded, after, suffix)) return true;
  }
  return false;
}

function hasEnd(text: string, from: number, end: string, suffix: string): boolean {
  for (let at = findPhrase(text, end, from); at !== -1; at = findPhrase(text, end, at + 1)) {
    if (suffix === '' || startsWith(text, at + end.length, suffix)) return true;
  }
  return false;
}

/** Whether a phrase comes next, after a space or at once. */
function startsWith(text: string, at: number, phrase: string): boolean {
  const from = text[at] === ' ' ? at + 1 : at;
  return text.startsWith(phrase, from) && isBoundary(text, from + phrase.length);
}

function endsWith(text: string, at: number, phrase: string): boolean {
  const to = text[at - 1] === ' ' ? at - 1 : at;
  return to >= phrase.length && text.startsWith(phrase, to - phrase.length) && isBoundary(text, to - phrase.length);
}

function fold(part: string): string {
  return normaliseText(decodePercent(part)).toLowerCase();
}

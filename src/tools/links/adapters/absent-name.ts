import { hash } from 'node:crypto';

/** A name that nobody has given to a page, always the same one for the same text. */
export function deriveAbsentName(text: string): string {
  return `x${hash('sha256', text).slice(0, 20)}`;
}

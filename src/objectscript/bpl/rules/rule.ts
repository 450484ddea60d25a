import type { Problem } from '../../problem.ts';
import type { Element } from '../element.ts';

/** Something that holds across a process, which a schema cannot say. */
export type BplRule = (elements: readonly Element[]) => Problem[];

/** A problem at an element; the parser gives no columns. */
export function at({ line }: Element, reason: string, hint?: string): Problem {
  return { line, column: 1, reason, hint };
}

export function listNamed(elements: readonly Element[], name: string): Element[] {
  return elements.filter((element) => element.name === name);
}

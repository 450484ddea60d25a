import { escapeControls } from '#report/inert.ts';
import type { Snapshot } from '#schema/snapshot.ts';

/** What fits into this many columns stands on one line. */
const lineWidth = 120;

/**
 * Renders a snapshot: the same text for the same snapshot. What is short stands on one line, what is long has a line for
 * each of its parts, so that a diff shows which of them changed.
 */
export function renderSnapshot(snapshot: Snapshot): string {
  // The parts a reviewer looks through always have lines of their own.
  const parts = Object.entries(snapshot).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${renderValue(value, '  ', key === 'entries' ? 2 : 1)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** `open` is how many levels are spread out even where they would fit. */
function renderValue(value: unknown, indent: string, open: number): string {
  const line = renderLine(value);
  const members = listMembers(value);
  if (members.length === 0 || (open <= 0 && indent.length + line.length <= lineWidth)) return line;
  const inner = `${indent}  `;
  const lines = members.map(([name, item]) => inner + name + renderValue(item, inner, open - 1)).join(',\n');
  return Array.isArray(value) ? `[\n${lines}\n${indent}]` : `{\n${lines}\n${indent}}`;
}

function renderLine(value: unknown): string {
  const members = listMembers(value).map(([name, item]) => name + renderLine(item));
  if (Array.isArray(value)) return `[${members.join(', ')}]`;
  if (typeof value !== 'object' || value === null) return renderScalar(value);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The members of a list or a record, each with its key as it is written. */
function listMembers(value: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ['', item] as const);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, item]) => [`${renderScalar(key)}: `, item] as const);
}

function renderScalar(value: unknown): string {
  return escapeControls(JSON.stringify(value));
}

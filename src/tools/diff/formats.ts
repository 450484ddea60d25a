import { isSame, type Difference } from '#model/difference/difference.ts';
import { escapeControls } from '#report/inert.ts';
import { renderCode } from '#report/markdown-code.ts';
import { renderMarkdown } from './markdown.ts';
import { renderText } from './text.ts';

export const diffFormats = ['text', 'markdown', 'json'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** One side of a comparison: the ref as it was given, and the commit it names. Without them it is the work tree. */
export interface Side {
  ref?: string;
  commit?: string;
}

/** Renders a difference. Every format ends with a newline. */
export function renderDifference(format: DiffFormat, difference: Difference, before: Side, after: Side): string {
  switch (format) {
    case 'text':
      return isSame(difference) ? 'Nothing differs but wording\n' : renderText(difference);
    case 'markdown':
      return renderMarkdown(difference, `From ${renderSide(before)} to ${renderSide(after)}.`);
    case 'json': {
      const lines = JSON.stringify({ before, after, ...difference }, null, 2).split('\n');
      return `${lines.map(escapeControls).join('\n')}\n`;
    }
    default:
      return format satisfies never;
  }
}

function renderSide({ ref, commit }: Side): string {
  return ref === undefined ? 'the work tree' : `${renderCode(ref)} (${renderCode((commit ?? '').slice(0, 12))})`;
}

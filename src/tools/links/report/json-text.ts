import { escapeControls } from '#report/inert.ts';

/**
 * JSON that can be printed to a log: controls that JSON leaves as they are, and the `##[` that runners take for an
 * order, are escaped, which changes no value.
 */
export function renderJsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .split('\n')
    .map(escapeControls)
    .join('\n')
    .replaceAll(/#(?=#\w*\[)/g, String.raw`\u0023`);
}

// C0 and C1 controls, bidirectional controls and line separators: a file's text must not steer a terminal or a log.
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Makes text from a file harmless to print on one line: control characters become visible escapes, long text is cut. */
export function renderInert(text: string, limit = 400): string {
  const escaped = escapeControls(text);
  return escaped.length > limit ? `${escaped.slice(0, limit)}…` : escaped;
}

/** Writes control characters as `\uXXXX`, which is how JSON spells them too. */
export function escapeControls(text: string): string {
  return text.replace(steering, (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0') ?? ''}`);
}

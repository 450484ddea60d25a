import { escapeControls, renderInert } from './inert.ts';

/** What is kept of a text from the network: enough to recognise it, too little to flood a report. */
const foreignLength = 200;

/** Cuts a foreign text, for formats that escape it themselves. */
export function cutForeign(text: string): string {
  // A cut may part a surrogate pair.
  return text.length > foreignLength ? `${text.slice(0, foreignLength).toWellFormed()}…` : text.toWellFormed();
}

/** A foreign text for one line of a terminal or a log: cut, with visible escapes for whatever would steer either. */
export function renderForeign(text: string): string {
  return defuseCommands(renderInert(cutForeign(text), foreignLength).toWellFormed());
}

/** A line of a file for a terminal or a log: whole, with visible escapes. */
export function renderForeignLine(line: string): string {
  return defuseCommands(escapeControls(line.toWellFormed()));
}

/** Runners take orders from what is printed: `::name::` at the start of a line, `##[name]` anywhere in it. */
function defuseCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/, String.raw`$1\u003a`).replaceAll(/#(?=#\w*\[)/g, String.raw`\u0023`);
}

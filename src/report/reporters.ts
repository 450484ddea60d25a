import { escapeControls, renderInert } from './inert.ts';
import type { Message } from './message.ts';
import { renderCommand } from './workflow-command.ts';

export const formats = ['pretty', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

/** Renders a finished, sorted report. Every format ends with a newline, or is empty. */
export const reporters: Record<Format, (messages: readonly Message[]) => string> = {
  pretty: renderPretty,
  json: renderJson,
  github: renderGithub,
};

/** `path:line:column: level rule  reason`, and the hint on a line of its own. */
function renderPretty(messages: readonly Message[]): string {
  return messages
    .map(({ file, line, column, level, ruleId, reason, hint }) => {
      const first = `${renderInert(file)}:${line}:${column}: ${level} ${ruleId}  ${renderInert(reason)}\n`;
      return hint === undefined ? first : `${first}  hint: ${renderInert(hint)}\n`;
    })
    .join('');
}

/** The messages as they are. JSON leaves some controls unescaped; they are escaped here, which changes no value. */
function renderJson(messages: readonly Message[]): string {
  const lines = JSON.stringify({ messages }, null, 2).split('\n');
  return `${lines.map(escapeControls).join('\n')}\n`;
}

function renderGithub(messages: readonly Message[]): string {
  return messages
    .map(({ file, line, column, level, ruleId, reason, hint }) => {
      const text = renderInert(hint === undefined ? reason : `${reason}. ${hint}`);
      return renderCommand(level, { file: renderInert(file), line, col: column, title: ruleId }, text);
    })
    .join('');
}

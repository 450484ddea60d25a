import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderInert } from '#report/inert.ts';
import { compareMessages, type Message } from '#report/message.ts';
import { reporters } from '#report/reporters.ts';
import { renderList } from '#report/phrase.ts';
import type { LinkHealth } from '#schema/link-health.ts';
import type { LinkOptions } from '../arguments.ts';
import { deriveControlHost } from '../check/controls.ts';
import type { Citation } from '../citation.ts';
import { findWeakParts } from '../evaluate/control.ts';
import { readLinkFiles } from '../files.ts';
import type { CommandWorld } from './command.ts';

/** `lint`: says which expectations prove nothing, without the network. */
export function lint(
  { contentDirectory }: Extract<LinkOptions, { command: 'lint' }>,
  { print, warn }: Pick<CommandWorld, 'print' | 'warn'>,
): ExitCode {
  const files = readLinkFiles(contentDirectory);
  if ('refusal' in files) {
    warn(files.refusal);
    return exitCodes.unreadable;
  }
  const messages = checkExpectations(files.citations, files.health).sort(compareMessages);
  print(reporters.pretty(messages));
  return messages.length === 0 ? exitCodes.fine : exitCodes.findings;
}

/** An expectation proves something only when it does not also hold of the page that a host shows for what is not there. */
export function checkExpectations(citations: readonly Citation[], { hosts }: Pick<LinkHealth, 'hosts'>): Message[] {
  const controls = new Map(hosts.map(({ host, control }) => [host, control]));
  return citations.flatMap((citation): Message[] => {
    const { file, line, column, expect } = citation;
    const control = controls.get(deriveControlHost(citation.url) ?? '');
    if (control === undefined) return [];
    return findWeakParts(expect, control).map(({ part, text }) => ({
      ruleId: 'weak-expectation',
      level: 'error',
      file: renderInert(file),
      line,
      column,
      reason: `Unexpected ${part} \`${renderInert(text, 80)}\`, expected words that the host does not also show for a page it does not have`,
      hint: `expect ${renderList(['a heading', 'an identifier'])} of this page alone; ${renderInert(control.probe, 200)} was answered with the same words on ${control.on}`,
    }));
  });
}

import { diffLines } from 'diff';
import type { Difference } from '#runner/judge.ts';

/** What the recorded run printed and this one did not is struck, what only this one printed is inserted; signs say so too. */
export function renderDifference({ expected, actual }: Difference): HTMLElement {
  const pre = document.createElement('pre');
  pre.className = 'code-block';
  for (const { value, added, removed } of diffLines(expected, actual)) {
    const [name, sign] = added ? ['ins', '+ '] : removed ? ['del', '- '] : ['span', '  '];
    const part = document.createElement(name);
    part.textContent = `${value.replace(/\n$/, '').replaceAll(/^/gm, sign)}\n`;
    pre.append(part);
  }
  return pre;
}

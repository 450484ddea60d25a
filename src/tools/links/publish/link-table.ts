import { renderCount } from '#report/phrase.ts';
import type { LinkRecord } from '#schema/link-health.ts';
import { renderCode } from '#report/markdown-code.ts';

/** GitHub takes 65,536 characters, and refuses a longer text whole. Each of up to six tables may take this many. */
const tableLength = 9_000;

/**
 * A Markdown table of records. Everything in it that a page or a server wrote is code, where nothing is a link, a mention
 * or markup. Addresses too: nobody is to follow a dead link from here.
 */
export function renderLinkTable(records: readonly LinkRecord[]): string {
  const rows: string[] = [];
  let length = 0;
  for (const record of records) {
    const row = renderRow(record);
    length += row.length;
    if (length > tableLength) break;
    rows.push(row);
  }
  const hidden = records.length - rows.length;
  return [
    '| Citation | Found | Since | Last verified | Instead |\n',
    '| --- | --- | --- | --- | --- |\n',
    ...rows,
    ...(hidden > 0 ? [`\n${renderCount(hidden, 'more row')} not shown here.\n`] : []),
  ].join('');
}

function renderRow({ citation, url, last, since, lastOk, suggestion }: LinkRecord): string {
  const cells = [
    [renderCode(citation), renderCode(url)].join('<br>'),
    [renderCode(last.verdict), renderCode(last.detail)].join('<br>'),
    since,
    lastOk ?? 'never',
    suggestion === undefined ? '' : renderCode(suggestion.value),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

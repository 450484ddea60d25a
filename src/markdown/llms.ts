import type { BlockContent, RootContent } from 'mdast';
import type { Digest, DigestEntry } from '#model/view/digest.ts';
import type { EvidenceRow, HistoryItem } from '#model/view/history.ts';
import { renderTwinPath } from '#model/routes.ts';
import { heading, link, list, paragraph, quote, renderMarkdown, strong, text } from './mdast.ts';

/** The address in full of a root-relative path of the site. */
type ToUrl = (path: string) => string;

const siteName = 'Async Python on InterSystems IRIS';

/** Renders the guide to the site that https://llmstxt.org/ describes: what it is, and links to the Markdown of its pages. */
export function renderLlmsText(digest: Digest, toUrl: ToUrl): string {
  const toTwin = (path: string) => toUrl(renderTwinPath(path));
  return renderMarkdown([
    heading(1, text(siteName)),
    quote(digest.summary),
    paragraph(
      text(`Data as of ${digest.dataAsOf}. Every page has a Markdown twin at its address plus `),
      { type: 'inlineCode', value: 'index.md' },
      text('. All claims in one file: '),
      link(toUrl('/llms-full.txt'), 'llms-full.txt'),
      text('. What changed: '),
      link(toUrl('/feed.json'), 'JSON Feed'),
      text(', '),
      link(toUrl('/feed.xml'), 'Atom'),
      text('. A status is a judgement of its day: cite it with its date.'),
    ),
    ...digest.sections.flatMap(({ title, introduction, entries }) => [
      heading(2, text(title)),
      ...(entries.length === 0 ? [paragraph(text(introduction))] : []),
      list(
        entries.map((entry) => [
          paragraph(link(toTwin(entry.path), entry.title), text(`: ${renderStatus(entry)}${entry.summary}`)),
        ]),
      ),
    ]),
    heading(2, text('Optional')),
    list(digest.about.map(({ title, path, note }) => [paragraph(link(toTwin(path), title), text(`: ${note}`))])),
  ]);
}

function renderStatus({ status, history }: DigestEntry): string {
  const on = history[0]?.on;
  if (on === undefined) return 'Not judged yet. ';
  return status === undefined ? `Last assessed ${on}. ` : `${status} as of ${on}. `;
}

/** Renders all claims as one text: each with every judgement, its date and the addresses of its evidence. */
export function renderLlmsFullText(digest: Digest, toUrl: ToUrl): string {
  return renderMarkdown([
    heading(1, text(siteName)),
    quote(digest.summary),
    paragraph(
      text(`Data as of ${digest.dataAsOf}. Text CC BY 4.0. The newest judgement of a claim stands first and counts.`),
    ),
    ...digest.sections.flatMap(({ title, introduction, entries }) => [
      heading(2, text(title)),
      paragraph(text(introduction)),
      ...entries.flatMap((entry) => renderEntry(entry, toUrl)),
    ]),
  ]);
}

function renderEntry(entry: DigestEntry, toUrl: ToUrl): RootContent[] {
  const { title, path, summary, claim, history } = entry;
  const url = toUrl(path);
  return [
    heading(3, text(title)),
    paragraph(text(`${renderStatus(entry)}Page: `), link(url, url)),
    paragraph(text(summary)),
    ...(claim === undefined ? [] : [paragraph(strong('Claim:'), text(` ${claim}`))]),
    ...history.flatMap((item) => renderJudgement(item, toUrl)),
  ];
}

function renderJudgement(item: HistoryItem, toUrl: ToUrl): BlockContent[] {
  const labelled: [label: string, value: string | undefined][] = [
    ['About versions:', item.target],
    ['Still missing:', item.remaining],
    ['Correction:', item.correction],
    ['Disputed:', item.disputed],
  ];
  return [
    heading(4, text(item.mark === undefined ? item.on : `${item.on}: ${item.mark.word}`)),
    paragraph(text(item.summary)),
    ...labelled.flatMap(([label, value]) => (value === undefined ? [] : [paragraph(strong(label), text(` ${value}`))])),
    ...(item.evidence.length === 0 ? [] : [list(item.evidence.map((row) => [renderEvidence(row, toUrl)]))]),
  ];
}

function renderEvidence(
  { stance, kind, confidence, shows, source, absence = [] }: EvidenceRow,
  toUrl: ToUrl,
): BlockContent {
  // A dead address is not given: what stands there now is not what is cited.
  const url = source.live?.href ?? toUrl(source.path);
  const searches = absence.map(
    ({ where, query, on, hits }) => ` Searched ${where} for “${query}” on ${on}: ${hits} hits.`,
  );
  return paragraph(
    text(
      `${stance}, ${kind.toLowerCase()}, ${confidence.toLowerCase()} confidence: ${shows} Source: ${source.title}, `,
    ),
    link(url, url),
    text(searches.length === 0 ? '' : `.${searches.join('')}`),
  );
}

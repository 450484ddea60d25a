import type { FeedItem } from '#model/view/feed.ts';
import type { EvidenceRow } from '#model/view/history.ts';
import { escapeMarkup } from './escape.ts';

/** The address in full of a root-relative path of the site. */
export type ToUrl = (path: string) => string;

/** What an item says, as HTML without styles or scripts: the judgement, and the evidence with its links. */
export function renderItemHtml({ judgement }: FeedItem, toUrl: ToUrl): string {
  const { summary, target, remaining, correction, disputed, evidence } = judgement;
  const paragraphs = [
    renderParagraph('', summary),
    renderParagraph('About versions', target),
    renderParagraph('Still missing', remaining),
    renderParagraph('Correction', correction),
    renderParagraph('Disputed', disputed),
  ];
  const list = evidence.map((row) => `<li>${renderEvidence(row, toUrl)}</li>`).join('');
  return `${paragraphs.join('')}${list === '' ? '' : `<p>Evidence:</p><ul>${list}</ul>`}`;
}

function renderParagraph(label: string, text: string | undefined): string {
  if (text === undefined) return '';
  return `<p>${label === '' ? '' : `<strong>${label}:</strong> `}${escapeMarkup(text)}</p>`;
}

function renderEvidence({ stance, kind, confidence, shows, quote, source, absence = [] }: EvidenceRow, toUrl: ToUrl) {
  // A dead address is not linked: what stands there now is not what is cited.
  const href = source.live?.href ?? toUrl(source.path);
  const searches = absence.map(
    ({ where, query, on, hits }) =>
      ` Searched ${where} for “${query}” on ${on}: ${hits === 0 ? 'no hits' : `${hits} hits`}.`,
  );
  return [
    escapeMarkup(`${stance}, ${kind.toLowerCase()}, ${confidence.toLowerCase()} confidence: ${shows} `),
    quote === undefined ? '' : `<q>${escapeMarkup(quote)}</q> `,
    `<a href="${escapeMarkup(href)}">${escapeMarkup(source.title)}</a>.`,
    escapeMarkup(searches.join('')),
  ].join('');
}

import type { ApiCitation } from '#schema/api/link-health.ts';
import { linkStates } from '#schema/link-health.ts';
import { listCitedPages, type CitedPage } from '../link-health.ts';
import { deriveCitationHealth } from '../view/citation-health.ts';
import { deriveLinkTally } from '../view/link-tally.ts';
import { linkFindingTerms, linkStateTerms } from '../vocabulary.ts';
import type { Api } from './api.ts';
import { deriveLinks } from './links.ts';
import { renderPlainText } from './rich-text.ts';

/** How every citation fares. What a host sent stands in `detail` as plain text; JSON keeps it apart from everything else. */
export function deriveLinkHealth(api: Api) {
  const { model } = api;
  const { of, counts, checkedOn } = deriveLinkTally(model);
  return {
    has_run: checkedOn !== undefined,
    checked_on: checkedOn ?? null,
    citation_count: of,
    counts: linkStates.map((state) => ({
      state,
      state_label: linkStateTerms[state].word,
      count: counts[state],
    })),
    citations: listCitedPages(model.content.entries).map((page) => deriveCitation(api, page)),
  };
}

function deriveCitation(api: Api, page: CitedPage): ApiCitation {
  const { id, data } = page;
  const { model } = api;
  const record = model.findHealth(id);
  const state = deriveCitationHealth(model, id)?.state ?? 'new';
  return {
    id,
    title: renderPlainText(data.title),
    url: data.url,
    state,
    state_label: linkStateTerms[state].word,
    since: record?.since ?? null,
    last_checked_on: record?.lastChecked ?? null,
    last_read_on: model.lastReadOf(id) ?? null,
    finding:
      record === undefined
        ? null
        : {
            on: record.lastChecked,
            verdict: record.last.verdict,
            verdict_label: linkFindingTerms[record.last.verdict].word,
            code: record.last.code,
            detail: record.last.detail,
          },
    suggestion:
      record?.suggestion === undefined
        ? null
        : {
            kind: record.suggestion.kind,
            value: record.suggestion.value,
            confidence: record.suggestion.confidence,
          },
    next_due_on: record?.nextDue ?? null,
    links: deriveLinks(api, page),
  };
}

import { renderCount, renderList } from '#report/phrase.ts';
import type { EntryIn } from '../../content.ts';
import type { Model } from '../../model.ts';
import { renderIndexPath } from '../../routes.ts';
import { rollUp } from '../../status.ts';
import { gapTerms } from '../../vocabulary.ts';
import { capList, type CappedList } from '../capped-list.ts';
import { deriveStrength } from '../evidence-strength.ts';
import { listGapStates } from '../gap-states.ts';
import { deriveLink, deriveLinks, type EntryLink } from '../link.ts';
import { listInOrder } from '../order.ts';
import { deriveSampleLink, type SampleLink } from '../sample-link.ts';
import { renderVerification } from '../verification-word.ts';

/** How many proposals the page shows. */
const limit = 30;

/** A proposal as a request: what, why, and when it would be done. */
export interface Request {
  id: string;
  priority: number;
  link: EntryLink;
  ask: string;
  baseline: string;
  /** What is still missing, where part of it is there. */
  remaining: string | undefined;
  closes: (EntryLink & { verification: string })[];
  acceptance: readonly string[];
  prototypes: SampleLink[];
  strength: string;
  assessedOn: string | undefined;
  verification: string;
}

/** What to ask for. */
export interface ProductTeamPage {
  answer: string;
  requests: CappedList<Request>;
}

export function deriveProductTeamPage(model: Model): ProductTeamPage {
  const { shown, ...rest } = capList(listInOrder(model, 'proposals'), limit, renderIndexPath('proposals'));
  return {
    answer: renderProductTeamAnswer(model),
    requests: { ...rest, shown: shown.map((entry) => deriveRequest(model, entry)) },
  };
}

/** How the proposals stand, and what the first of them would close. */
export function renderProductTeamAnswer(model: Model): string {
  const { distribution } = rollUp(listGapStates(model, 'proposals'));
  const states = (['shipped', 'partially-addressed', 'community-workaround', 'open', 'unknown'] as const)
    .filter((status) => distribution[status] > 0)
    .map((status) => `${distribution[status]} ${gapTerms[status].word.toLowerCase()}`);
  const pending = listInOrder(model, 'proposals').filter((entry) => model.currentOf(entry)?.status !== 'shipped');
  const count = renderCount(model.content.entries.proposals.length, 'proposal');
  const counts = states.length === 0 ? `${count}.` : `${count}: ${renderList(states)}.`;
  const first = pending[0];
  if (first === undefined) return counts;
  const closes = first.data.closes.flatMap((id) => model.find('edges', id) ?? []);
  const blockers = closes.filter(({ data }) => data.severity === 'blocker').length;
  return `${counts} The first to ask for is “${first.data.title}”: it would close ${renderCount(closes.length, 'sharp edge')}${blockers === 0 ? '' : `, ${renderCount(blockers, 'blocker')} among them`}.`;
}

function deriveRequest(model: Model, entry: EntryIn<'proposals'>): Request {
  const current = model.currentOf(entry);
  const { priority, ask, baseline, acceptance, prototypes, closes } = entry.data;
  return {
    id: entry.id,
    priority,
    link: deriveLink(model, entry),
    ask,
    baseline,
    remaining: current?.remaining,
    closes: closes.flatMap((id) => {
      const edge = model.find('edges', id);
      return deriveLinks(model, [id]).map((link) => ({
        ...link,
        verification: edge === undefined ? '' : renderVerification(model, edge),
      }));
    }),
    acceptance,
    prototypes: prototypes.flatMap((id) => deriveSampleLink(model, id) ?? []),
    strength: deriveStrength(current?.evidence ?? []),
    assessedOn: current?.on,
    verification: renderVerification(model, entry),
  };
}

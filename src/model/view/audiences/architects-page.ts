import { severities, type Severity } from '#schema/edge.ts';
import { renderCount, renderList } from '#report/phrase.ts';
import { isDraft, listClaimEntries, type EntryIn } from '../../content.ts';
import type { Model } from '../../model.ts';
import { fixedRoutes, renderIndexPath } from '../../routes.ts';
import { severityTerms } from '../../vocabulary.ts';
import { capList, type CappedList } from '../capped-list.ts';
import { deriveStrength } from '../evidence-strength.ts';
import { deriveLink, deriveLinks, type EntryLink } from '../link.ts';
import { listInOrder } from '../order.ts';
import { renderVerification } from '../verification-word.ts';

/** How many sharp edges of a severity the page shows, and how many disputes. */
const limit = 40;

/** A sharp edge as a risk. */
export interface Risk {
  link: EntryLink;
  /** Why it has its severity. */
  reason: string;
  assessedOn: string;
  dueOn: string | undefined;
  verification: string;
  /** Patterns that go round it, with how well each works. */
  waysRound: EntryLink[];
  /** Proposals that would close it, with how far each has come. */
  answers: EntryLink[];
}

/** A claim with evidence on both sides. */
export interface Dispute {
  link: EntryLink;
  verification: string;
  /** Why the evidence disagrees; absent where nobody has written it down. */
  note: string | undefined;
  strength: string;
}

/** What can go wrong. */
export interface ArchitectsPage {
  answer: string;
  severities: { id: Severity; title: string; meaning: string; risks: CappedList<Risk> }[];
  disputes: CappedList<Dispute>;
}

export function deriveArchitectsPage(model: Model): ArchitectsPage {
  const edges = listInOrder(model, 'edges');
  const disputes = listDisputes(model);
  return {
    answer: renderArchitectsAnswer(model),
    severities: severities.map((severity) => {
      const { shown, ...rest } = capList(
        edges.filter(({ data }) => data.severity === severity),
        limit,
        renderIndexPath('edges'),
      );
      return {
        id: severity,
        title: severityTerms[severity].word,
        meaning: severityTerms[severity].meaning,
        risks: { ...rest, shown: shown.map((entry) => deriveRisk(model, entry)) },
      };
    }),
    disputes: capList(disputes, limit, fixedRoutes.reviews),
  };
}

/** How many sharp edges there are of each severity, how mature the answers are, and how many claims are disputed. */
export function renderArchitectsAnswer(model: Model): string {
  const { edges } = model.content.entries;
  const current = edges.map((entry) => ({ severity: entry.data.severity, judgement: model.currentOf(entry) }));
  const counts = severities
    .map((severity) => ({ severity, count: current.filter((item) => item.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'blocker' ? renderCount(count, 'blocker') : `${count} ${severity}`));
  const blockers = current.filter(
    ({ severity, judgement }) => severity === 'blocker' && judgement?.status !== 'shipped',
  ).length;
  const shipped = current.filter(({ judgement }) => judgement?.status === 'shipped');
  const production = shipped.filter(({ judgement }) => judgement?.maturity === 'production').length;
  const disputed = listDisputes(model).length;
  return [
    `${renderCount(edges.length, 'sharp edge')}${counts.length === 0 ? '' : `: ${renderList(counts)}`}.`,
    `${renderCount(blockers, 'blocker')} without a full official answer; ${renderCount(shipped.length, 'answer')} shipped${shipped.length === 0 ? '' : `, ${production === 0 ? 'none' : production} of production maturity`}.`,
    `${renderCount(disputed, 'claim is', 'claims are')} disputed.`,
  ].join(' ');
}

function deriveRisk(model: Model, entry: EntryIn<'edges'>): Risk {
  const current = model.currentOf(entry);
  return {
    link: deriveLink(model, entry),
    reason: entry.data.severityReason,
    assessedOn: current?.on ?? '',
    dueOn: current && model.verificationOf(current).freshUntil,
    verification: renderVerification(model, entry),
    waysRound: deriveLinks(model, entry.data.workarounds),
    answers: deriveLinks(model, entry.data.proposals),
  };
}

/** Claims with fresh evidence on both sides, and those whose authors say that the evidence disagrees. */
function listDisputes(model: Model): Dispute[] {
  return listClaimEntries(model.content.entries).flatMap((entry) => {
    const current = model.currentOf(entry);
    if (current === undefined || isDraft(entry)) return [];
    if (current.disputed === undefined && model.verificationOf(current).state !== 'disputed') return [];
    return [
      {
        link: deriveLink(model, entry),
        verification: renderVerification(model, entry),
        note: current.disputed,
        strength: deriveStrength(current.evidence),
      },
    ];
  });
}

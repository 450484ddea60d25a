import { renderCount } from '#report/phrase.ts';
import { renderIndexPath } from '../../routes.ts';
import type { EntryIn } from '../../content.ts';
import type { Model } from '../../model.ts';
import { capList, type CappedList } from '../capped-list.ts';
import { deriveLink, type EntryLink } from '../link.ts';
import { listInOrder } from '../order.ts';
import { deriveSampleLink, type SampleLink } from '../sample-link.ts';
import { renderVerification } from '../verification-word.ts';

/** How many patterns, or guides, the page shows. */
const limit = 40;

/** A need with all that a developer has to know before the first line. */
export interface NeedRow {
  need: string;
  /** The anchor of its section. */
  id: string;
  pattern: EntryLink;
  verification: string;
  runsIn: string;
  languages: string;
  samples: SampleLink[];
  limits: readonly string[];
  gotchas: { warning: string; edge: EntryLink; verification: string }[];
}

/** What can be built today. */
export interface BuildersPage {
  answer: string;
  needs: CappedList<NeedRow>;
  /** Guides: who each is for is the help to decide. */
  guides: CappedList<{ link: EntryLink; audience: string; verification: string }>;
}

export function deriveBuildersPage(model: Model): BuildersPage {
  // A retired pattern is no longer the way.
  const patterns = listInOrder(model, 'patterns').filter((entry) => model.currentOf(entry)?.status !== 'retired');
  const { shown, ...rest } = capList(patterns, limit, renderIndexPath('patterns'));
  const guides = capList(listInOrder(model, 'guides'), limit, renderIndexPath('guides'));
  return {
    answer: renderBuildersAnswer(model),
    needs: { ...rest, shown: shown.map((entry) => deriveNeed(model, entry)) },
    guides: {
      ...guides,
      shown: guides.shown.map((entry) => ({
        link: deriveLink(model, entry),
        audience: entry.data.audience,
        verification: renderVerification(model, entry),
      })),
    },
  };
}

/** How many patterns work, how many of them within limits, and what their samples prove. */
export function renderBuildersAnswer(model: Model): string {
  const { patterns } = model.content.entries;
  const count = (status: string) => patterns.filter((entry) => model.currentOf(entry)?.status === status).length;
  const [works, limited] = [count('works'), count('works-with-limits')];
  const samples = new Set(patterns.flatMap(({ data }) => data.samples));
  const links = [...samples].flatMap((id) => deriveSampleLink(model, id) ?? []);
  const proven = links.filter(({ isProven }) => isProven).length;
  return `${works + limited} of ${renderCount(patterns.length, 'pattern')} can be used today${limited === 0 ? '' : `, ${limited} of them within limits that a team will meet`}. Of ${renderCount(links.length, 'sample')} beside them, ${proven} ${proven === 1 ? 'has' : 'have'} passed as a program.`;
}

function deriveNeed(model: Model, entry: EntryIn<'patterns'>): NeedRow {
  const { need, runsIn, languages, samples, limits, eases } = entry.data;
  return {
    need,
    id: entry.id,
    pattern: deriveLink(model, entry),
    verification: renderVerification(model, entry),
    runsIn,
    languages: languages.join(', '),
    samples: samples.flatMap((id) => deriveSampleLink(model, id) ?? []),
    limits,
    gotchas: eases.flatMap((id) => {
      const edge = model.find('edges', id);
      return edge?.data.gotcha === undefined
        ? []
        : [
            {
              warning: edge.data.gotcha,
              edge: deriveLink(model, edge),
              verification: renderVerification(model, edge),
            },
          ];
    }),
  };
}

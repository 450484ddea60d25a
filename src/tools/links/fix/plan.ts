import { derivePageKey } from '#model/rules/urls/page-identity.ts';
import type { LinkReport, ReportedLink } from '#tools/links/report/link-report.ts';
import { editSourceUrl } from './edit-source.ts';
import { digestText, placeOf } from './position.ts';
import type { FixPlan, LeftToHuman, ReadFile, Replacement } from './replacement.ts';

/** Kinds of suggestion that need no human, with what `replaces` says of the old URL. */
const reasons: Readonly<Partial<Record<string, string>>> = {
  'permanent-redirect': 'The page moved for good, and says at its new address what it is cited for.',
  https: 'The page is now cited over https.',
};

interface Move {
  link: ReportedLink;
  to: string;
  reason: string;
}

/** Plans the replacements that need no human: proven permanent moves, and https. Reads, and writes nothing. */
export function planFixes({ links, today }: Pick<LinkReport, 'links' | 'today'>, readFile: ReadFile): FixPlan {
  const moves = links.flatMap(findMove);
  const replacements: Replacement[] = [];
  const left: LeftToHuman[] = [];
  for (const move of moves) {
    const { link, to, reason } = move;
    const { citation, file, line, column, url } = link;
    const text = readFile(file);
    const leave = (obstacle: string) => left.push({ citation, file, line, column, reason: obstacle });
    if (text === undefined) {
      leave('Unexpected lack of the file, expected it where it was');
      continue;
    }
    const twin = findTwin(move, links, moves);
    const { edits, obstacle } =
      twin === undefined
        ? editSourceUrl(text, { id: citation, from: url, to, reason, today })
        : { obstacle: `Unexpected second record of one page, expected it in \`${twin.citation}\` only` };
    if (edits === undefined) leave(obstacle);
    else {
      const fileSha256 = digestText(text);
      for (const { offset, before, after } of edits)
        replacements.push({ citation, file, ...placeOf(text, offset), before, after, reason, fileSha256 });
    }
  }
  return { replacements, left };
}

function findMove(link: ReportedLink): Move[] {
  const { suggestion } = link.finding ?? {};
  const reason = suggestion?.confidence === 'high' ? reasons[suggestion.kind] : undefined;
  return suggestion === undefined || reason === undefined ? [] : [{ link, to: suggestion.value, reason }];
}

/** Another source that has the new address, or gets it, though it is about another page now: one of the two has to go. */
function findTwin({ link, to }: Move, links: readonly ReportedLink[], moves: readonly Move[]) {
  const page = derivePageKey(to);
  const own = derivePageKey(link.url);
  const targets = new Map(moves.map((move) => [move.link.citation, derivePageKey(move.to)]));
  return links.find((other) => {
    const key = derivePageKey(other.url);
    return other.citation !== link.citation && key !== own && (key === page || targets.get(other.citation) === page);
  });
}

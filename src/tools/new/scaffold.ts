import { identifierPattern } from '#schema/identifier.ts';
import { isDraft, listEntries, type Content } from '#model/content.ts';
import { nameIdSpace } from '#model/id-space.ts';
import { findNearMiss } from '#model/near-miss.ts';
import { listFiles } from '#model/rules/files.ts';
import { renderAlternatives } from '#report/phrase.ts';
import { kinds, templates, type Kind } from './templates.ts';

export interface Request {
  kind: string | undefined;
  id: string | undefined;
  /** The day, `YYYY-MM-DD`, for the first judgement. */
  today: string;
}

/** A file to write, or the reason why there is none. */
export type Scaffold = { path: string; text: string } | { refusal: string };

/** Renders a draft that the content check accepts. Pure: the caller writes it. */
export function scaffold({ kind, id, today }: Request, content: Content): Scaffold {
  const known = kinds.find((name) => name === kind);
  if (known === undefined) {
    const near = kind === undefined ? undefined : findNearMiss(kind, kinds);
    return {
      refusal: `Unexpected kind \`${kind ?? ''}\`, expected ${renderAlternatives(kinds)}${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
    };
  }
  if (id === undefined || !identifierPattern.test(id)) {
    return {
      refusal: `Unexpected id \`${id ?? ''}\`, expected lower-case letters, digits and single hyphens, such as \`no-native-asgi-hosting\``,
    };
  }
  const { collection, extension, render } = templates[known];
  const space = nameIdSpace(collection);
  const holder = listFiles(content).find(
    (file) => file.id.toLowerCase() === id && nameIdSpace(file.collection) === space,
  );
  if (holder !== undefined)
    return { refusal: `Unexpected id \`${id}\`, expected one that is free: ${holder.file} has it` };
  const document = pickDocument(content);
  if (space === 'entries' && document === undefined) {
    return {
      refusal:
        'Unexpected content without sources, expected at least one to cite: scaffold it with `npm run new -- source <id>`',
    };
  }
  return {
    path: `${collection}/${id}${extension}`,
    text: render({
      id,
      title: renderTitle(id),
      today,
      document: document ?? '',
      rank: countRank(content, known),
      routes: content.entries.routes.filter((route) => !isDraft(route)).map((route) => route.id),
    }),
  };
}

/** The source document a draft names first: the one most entries come from. */
function pickDocument({ entries }: Content): string | undefined {
  const uses = new Map<string, number>();
  for (const { data } of listEntries({ entries } as Content)) {
    if ('origin' in data) uses.set(data.origin.document, (uses.get(data.origin.document) ?? 0) + 1);
  }
  const published = entries.sources.filter(({ data }) => data.retired === undefined).map(({ id }) => id);
  return published.toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))[0];
}

/** The words of an id, cut to the length that a title may have. */
function renderTitle(id: string): string {
  const words = id.replaceAll('-', ' ').slice(0, 90).trimEnd();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The next free place in the order of a collection. */
function countRank({ entries }: Content, kind: Kind): number {
  const ranks = entries[templates[kind].collection].map(({ data }) =>
    'priority' in data ? data.priority : 'order' in data ? data.order : 0,
  );
  return Math.max(0, ...ranks) + 1;
}

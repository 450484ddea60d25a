import { fixedRoutes, renderIndexPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';

/** A line of the menu. The path is root-relative; the layout adds the base path. */
export interface NavigationItem {
  title: string;
  path: string;
}

export interface NavigationGroup {
  title: string;
  items: readonly NavigationItem[];
}

function listIndexes(...names: (keyof typeof collectionTerms)[]): NavigationItem[] {
  return names.map((name) => ({ title: collectionTerms[name].plural, path: renderIndexPath(name) }));
}

const matrix = { title: 'Matrix', path: fixedRoutes.matrix };
const changes = { title: 'Changes', path: fixedRoutes.changes };
const about = { title: 'About', path: fixedRoutes.about };

/** The head of every page: where most readers want to go. */
export const menu: readonly NavigationItem[] = [
  matrix,
  ...listIndexes('patterns', 'edges', 'proposals', 'findings', 'guides', 'samples'),
  changes,
  { title: 'Report', path: fixedRoutes.report },
  about,
];

/** The foot of every page: all that the site has. */
export const siteMap: readonly NavigationGroup[] = [
  {
    title: 'What is claimed',
    items: [matrix, ...listIndexes('patterns', 'edges', 'proposals', 'findings', 'questions')],
  },
  {
    title: 'To read',
    items: [
      ...listIndexes('guides', 'background'),
      { title: 'Gotchas', path: fixedRoutes.gotchas },
      { title: 'Report on one page', path: fixedRoutes.report },
      { title: 'By reader', path: fixedRoutes.audiences },
    ],
  },
  {
    title: 'Over time',
    items: [
      changes,
      { title: 'Corrections', path: fixedRoutes.corrections },
      { title: 'As of a day', path: fixedRoutes.asOf },
      { title: 'Reviews due', path: fixedRoutes.reviews },
    ],
  },
  {
    title: 'How we know',
    items: [
      ...listIndexes('samples', 'sources'),
      { title: 'Link health', path: fixedRoutes.linkHealth },
      { title: 'How claims are judged', path: fixedRoutes.about },
    ],
  },
  {
    title: 'Take part, take data',
    items: [
      { title: 'Contribute', path: fixedRoutes.contributing },
      ...listIndexes('rules'),
      { title: 'Fields', path: fixedRoutes.fields },
      { title: 'Data and feeds', path: fixedRoutes.api },
      { title: 'Search', path: fixedRoutes.search },
    ],
  },
];

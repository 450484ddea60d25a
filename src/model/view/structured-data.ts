import type { ClaimEntry, EntryIn } from '../content.ts';
import { listEvents } from '../events.ts';
import { listJudgements } from '../judgements.ts';
import type { Model } from '../model.ts';
import { renderDocumentPath } from '../api/paths.ts';
import { fixedRoutes, renderEntryPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';
import type { EntryPage } from './entry-page.ts';
import { listFeedPaths } from './feed.ts';
import type { SourceLink } from './source-link.ts';

/** What a page says of itself in the words of https://schema.org/, to be written as JSON-LD. */
export interface StructuredData {
  '@type': string;
  [property: string]: unknown;
}

/** The address in full of a root-relative path of the site. */
type ToUrl = (path: string) => string;

const siteName = 'Async Python on InterSystems IRIS';
const textLicence = 'https://creativecommons.org/licenses/by/4.0/';
const codeLicence = 'https://www.apache.org/licenses/LICENSE-2.0';
const programmingLanguages = { python: 'Python', objectscript: 'ObjectScript', bpl: 'Business Process Language' };

/** A page of its own kind: `CollectionPage` for a list of entries, `WebPage` for everything else. */
export function derivePageData(
  page: { type: 'WebPage' | 'CollectionPage'; title: string; description: string; path: string },
  toUrl: ToUrl,
): StructuredData {
  return {
    '@type': page.type,
    name: page.title,
    description: page.description,
    url: toUrl(page.path),
    ...listShared(toUrl),
  };
}

/** The site, its search, and the record that it publishes. */
export function deriveSiteData(model: Model, description: string, toUrl: ToUrl): StructuredData {
  const days = listEvents(model.content.entries).map(({ on }) => on);
  const [newest, oldest] = [days[0], days.at(-1)];
  const url = toUrl(fixedRoutes.home);
  const { atom, json } = listFeedPaths(fixedRoutes.home);
  const distributions = [
    { name: 'All claims as JSON', encodingFormat: 'application/json', path: renderDocumentPath('index') },
    { name: 'All claims as text', encodingFormat: 'text/plain', path: '/llms-full.txt' },
    { name: 'Newest judgements as JSON Feed', encodingFormat: 'application/feed+json', path: json },
    { name: 'Newest judgements as Atom', encodingFormat: 'application/atom+xml', path: atom },
  ];
  return {
    ...deriveSite(toUrl),
    description,
    inLanguage: 'en',
    publisher: project(toUrl),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${toUrl(fixedRoutes.search)}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
    hasPart: {
      '@type': 'Dataset',
      name: `${siteName}: claims and their history`,
      description,
      url,
      license: textLicence,
      creator: project(toUrl),
      ...(newest && { dateModified: newest, temporalCoverage: `${oldest ?? newest}/${newest}` }),
      isAccessibleForFree: true,
      distribution: distributions.map(({ name, encodingFormat, path }) => ({
        '@type': 'DataDownload',
        name,
        encodingFormat,
        contentUrl: toUrl(path),
      })),
    },
  };
}

/**
 * An entry: the review of a claim for a finding that was judged, a question for an open one, an article for the others.
 * It is published on the day of its first judgement, which for claims of the analysis is the day of the analysis.
 */
export function deriveEntryData(entry: ClaimEntry, page: EntryPage, toUrl: ToUrl): StructuredData {
  if (entry.collection === 'questions') return deriveQuestion(entry, toUrl);
  const days = listJudgements(entry).map(({ on }) => on);
  const shared = {
    description: entry.data.summary,
    url: toUrl(page.path),
    datePublished: days[0],
    dateModified: days.at(-1),
    ...listShared(toUrl),
    author: project(toUrl),
    publisher: project(toUrl),
    license: textLicence,
    // What the newest judgement rests on; the page itself lists every source by its title.
    citation: [...new Set(page.history[0]?.evidence.map(({ source }) => renderAddress(source, toUrl)))],
  };
  const verdict = entry.collection === 'findings' ? entry.data.verdicts.at(-1) : undefined;
  // The newest verdict `claimed` is the claim itself, before anybody reviewed it.
  if (entry.collection === 'findings' && verdict && verdict.verdict !== 'claimed') {
    const origin = page.sources.find(({ id }) => id === entry.data.origin.document);
    return {
      '@type': 'ClaimReview',
      name: entry.data.title,
      ...shared,
      claimReviewed: entry.data.claim,
      itemReviewed: {
        '@type': 'Claim',
        datePublished: days[0],
        ...(origin && {
          appearance: { '@type': 'CreativeWork', name: origin.title, url: renderAddress(origin, toUrl) },
        }),
      },
      // A word and no number: the scale of verdicts has no order.
      reviewRating: { '@type': 'Rating', alternateName: page.mark?.word, ratingExplanation: verdict.why },
    };
  }
  return {
    '@type': 'TechArticle',
    headline: entry.data.title,
    ...shared,
    articleSection: collectionTerms[entry.collection].plural,
  };
}

function deriveQuestion(entry: EntryIn<'questions'>, toUrl: ToUrl): StructuredData {
  const { title, summary, raisedOn, settled } = entry.data;
  const url = toUrl(renderEntryPath(entry));
  return {
    '@type': 'QAPage',
    name: title,
    url,
    ...listShared(toUrl),
    mainEntity: {
      '@type': 'Question',
      name: title,
      text: summary,
      url,
      dateCreated: raisedOn,
      answerCount: settled === undefined ? 0 : 1,
      ...(settled && {
        acceptedAnswer: { '@type': 'Answer', text: settled.answer, dateCreated: settled.on, url },
      }),
    },
  };
}

/** The program of a sample. */
export function deriveSampleData({ data, ...sample }: EntryIn<'samples'>, toUrl: ToUrl): StructuredData {
  return {
    '@type': 'SoftwareSourceCode',
    name: data.title,
    description: data.summary,
    url: toUrl(renderEntryPath(sample)),
    programmingLanguage: programmingLanguages[data.language],
    dateModified: data.reviewedOn,
    ...listShared(toUrl),
    author: project(toUrl),
    license: codeLicence,
  };
}

/** The page about a source: the page is this site's, the document is not. */
export function deriveSourceData(
  { data, ...source }: EntryIn<'sources'>,
  { live }: Pick<SourceLink, 'live'>,
  toUrl: ToUrl,
): StructuredData {
  return {
    '@type': 'WebPage',
    name: data.title,
    url: toUrl(renderEntryPath(source)),
    ...listShared(toUrl),
    mainEntity: {
      '@type': 'CreativeWork',
      name: data.title,
      inLanguage: data.language,
      publisher: { '@type': 'Organization', name: data.publisher },
      ...(live && { url: live.href }),
      ...(data.publishedOn !== undefined && { datePublished: data.publishedOn }),
    },
  };
}

/** The way from the home page to a page; the page itself, at the end, has no path. */
export function deriveBreadcrumbData(trail: readonly { title: string; path?: string }[], toUrl: ToUrl): StructuredData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ title, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      ...(path !== undefined && { item: toUrl(path) }),
    })),
  };
}

function deriveSite(toUrl: ToUrl): StructuredData {
  return { '@type': 'WebSite', '@id': `${toUrl('/')}#site`, name: siteName, url: toUrl('/') };
}

function listShared(toUrl: ToUrl) {
  return { inLanguage: 'en', isPartOf: deriveSite(toUrl) };
}

/** Nobody but the project speaks here: it is no company, and names no persons. */
function project(toUrl: ToUrl): StructuredData {
  return { '@type': 'Project', name: siteName, url: toUrl('/') };
}

/** Where a source stands; its page on this site without an address, and for a dead one, where now is not what is cited. */
function renderAddress({ path, live }: SourceLink, toUrl: ToUrl): string {
  return live?.href ?? toUrl(path);
}

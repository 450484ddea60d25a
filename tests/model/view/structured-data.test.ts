import { describe, expect, test } from 'vitest';
import type { ClaimEntry } from '#model/content.ts';
import { deriveEntryPage } from '#model/view/entry-page.ts';
import {
  deriveBreadcrumbData,
  deriveEntryData,
  deriveSampleData,
  deriveSiteData,
  deriveSourceData,
} from '#model/view/structured-data.ts';
import {
  createEdge,
  createFinding,
  createGapAssessment,
  createLinkHealth,
  createLinkRecord,
  createModel,
  createQuestion,
  createSample,
  createSource,
  createVerdict,
} from '../entries.ts';

const toUrl = (path: string) => `https://site.example/sub${path}`;
const sources = [createSource(), createSource({ id: 'analysis', title: 'The analysis' })];
const edge = createEdge({
  assessments: [createGapAssessment({ on: '2025-08-17' }), createGapAssessment({ on: '2026-11-20' })],
});

function derive(entry: ClaimEntry, extra: Parameters<typeof createModel>[0] = {}) {
  const model = createModel({ sources, [entry.collection]: [entry], ...extra });
  return deriveEntryData(entry, deriveEntryPage(model, entry), toUrl);
}

describe('an entry', () => {
  test('is an article, dated from its first judgement to its newest, that cites what the newest rests on', () => {
    expect(derive(edge)).toEqual({
      '@type': 'TechArticle',
      headline: 'A title',
      description: 'A summary.',
      url: 'https://site.example/sub/edges/edge/',
      datePublished: '2025-08-17',
      dateModified: '2026-11-20',
      inLanguage: 'en',
      isPartOf: {
        '@type': 'WebSite',
        '@id': 'https://site.example/sub/#site',
        name: 'Async Python on InterSystems IRIS',
        url: 'https://site.example/sub/',
      },
      author: { '@type': 'Project', name: 'Async Python on InterSystems IRIS', url: 'https://site.example/sub/' },
      publisher: { '@type': 'Project', name: 'Async Python on InterSystems IRIS', url: 'https://site.example/sub/' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      articleSection: 'Sharp edges',
      citation: ['https://example.com/manual'],
    });
  });

  test('cites the page of this site for an address that is dead', () => {
    const linkHealth = createLinkHealth([createLinkRecord({ state: 'dead' })]);
    expect(derive(edge, { linkHealth }).citation).toEqual(['https://site.example/sub/sources/manual/']);
  });
});

describe('a finding', () => {
  test('that was judged is the review of a claim, with a word and no number', () => {
    const finding = createFinding({
      claim: 'Nothing works.',
      verdicts: [
        createVerdict({ on: '2025-08-17', verdict: 'claimed' }),
        createVerdict({ on: '2026-11-20', verdict: 'too-strong', why: 'Something does.' }),
      ],
    });
    expect(derive(finding)).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: 'Nothing works.',
      dateModified: '2026-11-20',
      itemReviewed: { '@type': 'Claim', datePublished: '2025-08-17', appearance: { name: 'The analysis' } },
      reviewRating: { '@type': 'Rating', alternateName: 'Too strong', ratingExplanation: 'Something does.' },
    });
  });

  test('that nobody has judged yet is no review', () => {
    const verdicts = [createVerdict({ verdict: 'claimed' })];
    expect(derive(createFinding({ verdicts }))['@type']).toBe('TechArticle');
  });
});

test('a question has an answer once it is settled', () => {
  expect(derive(createQuestion()).mainEntity).toMatchObject({ '@type': 'Question', answerCount: 0 });
  expect(derive(createQuestion()).mainEntity).not.toHaveProperty('acceptedAnswer');
  const settled = { on: '2026-11-20', answer: 'It does.', evidence: [] };
  expect(derive(createQuestion({ settled })).mainEntity).toMatchObject({
    answerCount: 1,
    acceptedAnswer: { '@type': 'Answer', text: 'It does.', dateCreated: '2026-11-20' },
  });
});

test('a sample is source code under the licence of code', () => {
  expect(deriveSampleData(createSample(), toUrl)).toMatchObject({
    '@type': 'SoftwareSourceCode',
    programmingLanguage: 'Python',
    dateModified: '2026-11-20',
    license: 'https://www.apache.org/licenses/LICENSE-2.0',
  });
});

test('a source is a page of this site about a document that is not', () => {
  const source = createSource({ publishedOn: '2026-01-01' });
  expect(deriveSourceData(source, { live: { href: 'https://example.com/manual' } }, toUrl)).toMatchObject({
    '@type': 'WebPage',
    url: 'https://site.example/sub/sources/manual/',
    mainEntity: { '@type': 'CreativeWork', url: 'https://example.com/manual', datePublished: '2026-01-01' },
  });
  expect(deriveSourceData(source, { live: undefined }, toUrl).mainEntity).not.toHaveProperty('url');
});

test('the site offers its search, and its record as a data set over the days of its judgements', () => {
  const data = deriveSiteData(createModel({ edges: [edge], sources }), 'A description.', toUrl);
  expect(data.potentialAction).toEqual({
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: 'https://site.example/sub/search/?q={search_term_string}' },
    'query-input': 'required name=search_term_string',
  });
  expect(data.hasPart).toMatchObject({
    '@type': 'Dataset',
    dateModified: '2026-11-20',
    temporalCoverage: '2025-08-17/2026-11-20',
  });
});

test('a breadcrumb numbers its steps, and the page itself has no address', () => {
  expect(deriveBreadcrumbData([{ title: 'Home', path: '/' }, { title: 'Edges' }], toUrl).itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://site.example/sub/' },
    { '@type': 'ListItem', position: 2, name: 'Edges' },
  ]);
});

import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });
const day = z.iso.date();
const text = z.string().min(1);
const site = z.strictObject({ '@type': z.literal('WebSite'), '@id': url, name: text, url });
const project = z.strictObject({ '@type': z.literal('Project'), name: text, url });
const work = z.strictObject({ '@type': z.literal('CreativeWork'), name: text, url });
const ofThePage = { '@context': z.literal('https://schema.org'), inLanguage: z.literal('en'), isPartOf: site };
const ofAnArticle = {
  ...ofThePage,
  description: text,
  url,
  datePublished: day,
  dateModified: day,
  author: project,
  publisher: project,
  license: url,
  citation: z.array(url).min(1),
};

/** What a block of JSON-LD on this site may be: the types of https://schema.org/ it uses, and what each has to say. */
export const jsonLdSchema = z.discriminatedUnion('@type', [
  z.strictObject({
    '@type': z.literal('WebPage'),
    ...ofThePage,
    name: text,
    url,
    description: text.optional(),
    mainEntity: z
      .strictObject({
        '@type': z.literal('CreativeWork'),
        name: text,
        inLanguage: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
        publisher: z.strictObject({ '@type': z.literal('Organization'), name: text }),
        url: url.optional(),
        datePublished: day.optional(),
      })
      .optional(),
  }),
  z.strictObject({ '@type': z.literal('CollectionPage'), ...ofThePage, name: text, url, description: text }),
  z.strictObject({ '@type': z.literal('TechArticle'), ...ofAnArticle, headline: text, articleSection: text }),
  z.strictObject({
    '@type': z.literal('ClaimReview'),
    ...ofAnArticle,
    name: text,
    claimReviewed: text,
    itemReviewed: z.strictObject({ '@type': z.literal('Claim'), datePublished: day, appearance: work }),
    reviewRating: z.strictObject({ '@type': z.literal('Rating'), alternateName: text, ratingExplanation: text }),
  }),
  z.strictObject({
    '@type': z.literal('QAPage'),
    ...ofThePage,
    name: text,
    url,
    mainEntity: z.strictObject({
      '@type': z.literal('Question'),
      name: text,
      text,
      url,
      dateCreated: day,
      answerCount: z.int().min(0).max(1),
      acceptedAnswer: z.strictObject({ '@type': z.literal('Answer'), text, dateCreated: day, url }).optional(),
    }),
  }),
  z.strictObject({
    '@type': z.literal('SoftwareSourceCode'),
    ...ofThePage,
    name: text,
    description: text,
    url,
    programmingLanguage: z.enum(['Python', 'ObjectScript', 'Business Process Language']),
    dateModified: day,
    author: project,
    license: url,
  }),
  z.strictObject({
    ...site.shape,
    '@context': ofThePage['@context'],
    description: text,
    inLanguage: z.literal('en'),
    publisher: project,
    potentialAction: z.strictObject({
      '@type': z.literal('SearchAction'),
      target: z.strictObject({
        '@type': z.literal('EntryPoint'),
        urlTemplate: z.string().regex(/^https?:\/\/\S+\/search\/\?q=\{search_term_string\}$/),
      }),
      'query-input': z.literal('required name=search_term_string'),
    }),
    hasPart: z.strictObject({
      '@type': z.literal('Dataset'),
      name: text,
      description: z.string().min(50).max(5000),
      url,
      license: url,
      creator: project,
      dateModified: day,
      temporalCoverage: z.string().regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/),
      isAccessibleForFree: z.literal(true),
      distribution: z
        .array(
          z.strictObject({
            '@type': z.literal('DataDownload'),
            name: text,
            encodingFormat: z.string().regex(/^[a-z]+\/[a-z+]+$/),
            contentUrl: url,
          }),
        )
        .min(1),
    }),
  }),
  z.strictObject({
    '@context': ofThePage['@context'],
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), name: text, item: url.optional() }))
      .min(2)
      .refine((items) => items.every(({ position }, index) => position === index + 1), 'positions count from 1')
      .refine((items) => items.slice(0, -1).every(({ item }) => item !== undefined), 'only the last has no address'),
  }),
]);

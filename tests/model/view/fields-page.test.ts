import { describe, expect, test } from 'vitest';
import { collectionNames } from '#schema/collections.ts';
import { deriveFieldReference } from '#model/view/fields-page.ts';

const reference = deriveFieldReference();

/** Fields of a collection as `name: type`, with a star for those that must be there. */
function listFields(collection: string): string[] {
  const fields = reference.find((part) => part.collection === collection)?.fields ?? [];
  return fields.map(({ name, type, required }) => `${name}${required ? '*' : ''}: ${type}`);
}

describe('the field reference', () => {
  test('has a part for every collection, with the folder of its files', () => {
    expect(reference.map(({ collection }) => collection)).toEqual(collectionNames);
    expect(reference.find(({ collection }) => collection === 'edges')).toMatchObject({
      title: 'Sharp edges',
      folder: 'content/edges/<id>.mdx',
    });
    expect(reference.find(({ collection }) => collection === 'sources')?.folder).toBe('content/sources/<id>.yaml');
  });

  test('names every field of a question with its type, groups and lists included', () => {
    expect(listFields('questions')).toEqual([
      'title*: text',
      'summary*: text',
      'draft: true or false',
      'owner: text',
      'origin*: group',
      'origin.document*: text',
      'origin.section*: text',
      'origin.item*: text',
      'related[]: text',
      'samples[]: text',
      'docs[]: text',
      'order*: whole number',
      'raisedOn*: YYYY-MM-DD',
      'settledBy*: text',
      'blocks[]*: text',
      'probe: text',
      'settled: group',
      'settled.on*: YYYY-MM-DD',
      'settled.answer*: text',
      'settled.evidence[]*: group',
      'settled.evidence[].source*: text',
      'settled.evidence[].stance*: supports | contradicts | context',
      'settled.evidence[].kind*: vendor-doc | release-note | source-code | issue-thread | community-post | sample-run | measurement | internal-report | absence-search',
      'settled.evidence[].shows*: text',
      'settled.evidence[].quote: text',
      'settled.evidence[].locator: text',
      'settled.evidence[].confidence*: high | medium | low',
      'settled.evidence[].absence[]: group',
      'settled.evidence[].absence[].where*: text',
      'settled.evidence[].absence[].query*: text',
      'settled.evidence[].absence[].on*: YYYY-MM-DD',
      'settled.evidence[].absence[].hits*: whole number',
    ]);
  });

  test('describes every field', () => {
    const silent = reference.flatMap(({ collection, fields }) =>
      fields.filter(({ description }) => description === '').map(({ name }) => `${collection}: ${name}`),
    );
    expect(silent).toEqual([]);
  });
});

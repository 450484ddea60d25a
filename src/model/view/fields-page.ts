import { z } from 'zod';
import { collectionNames, collections, type CollectionName } from '#schema/collections.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { collectionTerms } from '../vocabulary.ts';
import { listFields, type Field } from './schema-fields.ts';

/** The fields of every collection, read from the schemas, so that the reference cannot differ from what is checked. */
export function deriveFieldReference(): {
  collection: CollectionName;
  title: string;
  folder: string;
  fields: Field[];
}[] {
  return collectionNames.map((collection) => {
    const { schema, extension } = collections[collection];
    return {
      collection,
      title: collectionTerms[collection].plural,
      folder: `content/${collection}/<id>${extension}`,
      fields: listFields(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema),
    };
  });
}

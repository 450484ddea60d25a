import { apiChangelog } from '#schema/api/changelog.ts';
import { apiCollectionNames } from '#schema/api/collections.ts';
import { apiSchemas, entrySchemaNames, singleSchemas } from '#schema/api/documents.ts';
import { entryCollectionNames } from '#schema/collections.ts';
import { fixedRoutes, renderIndexPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';
import type { Api } from './api.ts';
import { renderCsvPath, renderDocumentPath, renderSchemaPath } from './paths.ts';
import { renderPlainText } from './rich-text.ts';

/** Everything there is, with its URL. */
export function deriveIndex({ model, urlOf }: Api) {
  const schemaUrl = (name: string) => urlOf(renderSchemaPath(name));
  return {
    title: 'Async Python on InterSystems IRIS',
    description:
      'Claims about async Python on InterSystems IRIS as dated judgements with evidence, and what was found about them since.',
    home: urlOf(fixedRoutes.home),
    documentation: urlOf(fixedRoutes.api),
    collections: apiCollectionNames.map((name) => {
      const claims = entryCollectionNames.find((other) => other === name);
      return {
        name,
        title: collectionTerms[name].plural,
        count: model.content.entries[name].length,
        json: urlOf(renderDocumentPath(name)),
        csv: claims === undefined ? null : urlOf(renderCsvPath(claims)),
        html: urlOf(renderIndexPath(name)),
        schema: schemaUrl(name),
        entry_schema: schemaUrl(entrySchemaNames[name]),
      };
    }),
    documents: Object.entries(singleSchemas).map(([name, schema]) => ({
      name,
      description: renderPlainText(schema.description ?? ''),
      json: urlOf(renderDocumentPath(name)),
      csv: name === 'matrix' ? urlOf(renderCsvPath(name)) : null,
      schema: schemaUrl(name),
    })),
    schemas: Object.keys(apiSchemas).map((name) => ({ name, url: schemaUrl(name) })),
    changelog: apiChangelog.map(({ version, on, changes }) => ({ version, on, changes: [...changes] })),
  };
}

import { apiChangelog, apiVersion } from '#schema/api/changelog.ts';
import { claimFields } from '#schema/api/claim.ts';
import { apiCollectionNames, type ApiCollectionName } from '#schema/api/collections.ts';
import { apiSchemas, entryFieldsOf, entrySchemaNames, singleSchemas } from '#schema/api/documents.ts';
import { envelopeFields, envelopeSchema } from '#schema/api/envelope.ts';
import {
  claimLinksSchema,
  entryReferenceSchema,
  linksSchema,
  ownLinksSchema,
  relationSchema,
  sourceReferenceSchema,
} from '#schema/api/links.ts';
import { entryCollectionNames } from '#schema/collections.ts';
import type { Api } from '../api/api.ts';
import { columnsAfter, columnsBefore, listFactColumns } from '../api/csv.ts';
import { deriveJsonSchema } from '../api/json-schema.ts';
import { matrixColumns } from '../api/matrix-csv.ts';
import { renderBadgePath, renderCsvPath, renderDocumentPath, renderSchemaPath } from '../api/paths.ts';
import { renderEntryPath } from '../routes.ts';
import { collectionTerms } from '../vocabulary.ts';
import { listFields, renderShape, type Field } from './schema-fields.ts';

/** A table of fields under its own heading. */
export interface FieldTable {
  id: string;
  title: string;
  /** Path of the schema, where the table is the whole of one. */
  schema?: string | undefined;
  introduction?: string | undefined;
  /** `inList` says whether the list of the collection has the field too. */
  fields: (Field & { inList?: boolean })[];
}

/** What there is under one address. */
export interface Endpoint {
  /** Address for a reader: a path, in which `<id>` stands for an id. */
  address: string;
  /** The path where it can be looked at. */
  path: string;
  description: string;
}

/** Everything the page on the data shows. */
export interface ApiPage {
  version: string;
  changelog: typeof apiChangelog;
  endpoints: Endpoint[];
  tables: FieldTable[];
  csv: {
    /** Columns that every collection has, before and after its own. */
    before: readonly string[];
    after: readonly string[];
    tables: { title: string; path: string; columns: string[] }[];
    /** The support matrix, with all of its columns. */
    matrix: { path: string; columns: readonly string[] };
  };
  schemas: { name: string; path: string }[];
  /** URL under which all documents stand, with a slash at the end. */
  root: string;
  /** An entry that stands as an example, where there is one. */
  example: { page: string; badge: string } | undefined;
}

/** Derives the page from the schemas, so that it cannot say anything else than what is checked. */
export function deriveApiPage({ model, urlOf }: Api): ApiPage {
  const edge = model.content.entries.edges[0];
  return {
    version: apiVersion,
    changelog: apiChangelog,
    endpoints: listEndpoints(),
    tables: listTables(),
    csv: {
      before: columnsBefore,
      after: columnsAfter,
      tables: entryCollectionNames.map((name) => ({
        title: collectionTerms[name].plural,
        path: renderCsvPath(name),
        columns: listFactColumns(name),
      })),
      matrix: { path: renderCsvPath('matrix'), columns: matrixColumns },
    },
    schemas: Object.keys(apiSchemas).map((name) => ({ name, path: renderSchemaPath(name) })),
    root: urlOf('/api/v1/'),
    example: edge && { page: urlOf(renderEntryPath(edge)), badge: urlOf(renderBadgePath(edge)) },
  };
}

function listEndpoints(): Endpoint[] {
  return [
    ...Object.entries(singleSchemas).map(([name, schema]) => ({
      address: renderDocumentPath(name),
      path: renderDocumentPath(name),
      description: schema.description ?? '',
    })),
    ...apiCollectionNames.map((name) => ({
      address: renderDocumentPath(name),
      path: renderDocumentPath(name),
      description: `${collectionTerms[name].plural}, without their history.`,
    })),
  ];
}

const referenceTables = [
  { name: 'source reference', title: 'Source reference', schema: sourceReferenceSchema },
  { name: 'entry reference', title: 'Entry reference', schema: entryReferenceSchema },
  { name: 'relation', title: 'Relation', schema: relationSchema },
  { name: 'links', title: 'Links', schema: linksSchema },
  { name: 'own links', title: 'Own links', schema: ownLinksSchema },
  { name: 'claim links', title: 'Claim links', schema: claimLinksSchema },
] as const;

const named = new Map(referenceTables.map(({ name, schema }) => [renderShape(deriveJsonSchema(schema)), name]));

function listTables(): FieldTable[] {
  const others = apiCollectionNames.filter((name) => !entryCollectionNames.some((claims) => claims === name));
  return [
    { id: 'head', title: 'Head of every document', fields: listFields(deriveJsonSchema(envelopeSchema)) },
    ...listClaimTables(),
    ...others.map((name) => deriveEntryTable(name, collectionTerms[name].singular, listOwnFields(name))),
    ...referenceTables.map(({ title, schema }) => ({
      id: `shape-${title.toLowerCase().replaceAll(' ', '-')}`,
      title,
      fields: listFields(deriveJsonSchema(schema), withoutItself(schema)),
    })),
    ...Object.entries(singleSchemas).map(([name, schema]) => ({
      id: `document-${name}`,
      title: `The document \`${name}\``,
      schema: renderSchemaPath(name),
      introduction: schema.description,
      fields: removeHead(listFields(deriveJsonSchema(schema), named)),
    })),
  ];
}

/** Entries that make claims have most fields in common: those stand in one table, the others in one a collection. */
function listClaimTables(): FieldTable[] {
  const perCollection = entryCollectionNames.map((name) => ({ name, fields: listOwnFields(name) }));
  const count = (field: Field) =>
    perCollection.filter(({ fields }) => fields.some((other) => render(other) === render(field))).length;
  const isShared = (field: Field) => count(field) === perCollection.length;
  return [
    {
      id: 'entry',
      title: 'Entry that makes claims',
      introduction: 'Patterns, sharp edges, proposals, findings, guides, background and questions have these.',
      fields: perCollection[0]?.fields.filter(isShared) ?? [],
    },
    ...perCollection.map(({ name, fields }) =>
      deriveEntryTable(
        name,
        collectionTerms[name].singular,
        fields.filter((field) => !isShared(field)),
      ),
    ),
  ];
}

function render({ name, type, description }: Field): string {
  return [name, type, description].join('\n');
}

function deriveEntryTable(collection: ApiCollectionName, title: string, fields: FieldTable['fields']): FieldTable {
  return {
    id: `fields-${collection}`,
    title,
    schema: renderSchemaPath(entrySchemaNames[collection]),
    introduction:
      collection in claimFields ? 'What it has besides the fields of every entry that makes claims.' : undefined,
    fields,
  };
}

/** The fields of an entry without the head of the document. */
function listOwnFields(collection: ApiCollectionName): FieldTable['fields'] {
  const schema = apiSchemas[entrySchemaNames[collection]];
  if (schema === undefined) return [];
  const inList = new Set(Object.keys(entryFieldsOf[collection].head));
  return removeHead(listFields(deriveJsonSchema(schema), named)).map((field) => ({
    ...field,
    inList: inList.has(field.name.split(/[.[]/)[0] ?? ''),
  }));
}

function removeHead(fields: Field[]): Field[] {
  return fields.filter(({ name }) => !(name in envelopeFields));
}

function withoutItself(schema: (typeof referenceTables)[number]['schema']): Map<string, string> {
  const own = renderShape(deriveJsonSchema(schema));
  return new Map([...named].filter(([shape]) => shape !== own));
}

import { describe, expect, test } from 'vitest';
import { apiCollectionNames } from '#schema/api/collections.ts';
import { apiSchemas, singleSchemas } from '#schema/api/documents.ts';
import { deriveApiPage } from '#model/view/api-page.ts';
import { createTestApi } from '../api/apis.ts';
import { createEdge, createModel } from '../entries.ts';

const page = deriveApiPage(createTestApi(createModel({ edges: [createEdge()] })));

function listRows(id: string): string[] {
  const table = page.tables.find((other) => other.id === id);
  return table?.fields.map(({ name, type, inList }) => `${name}: ${type}${inList === true ? ' (in lists)' : ''}`) ?? [];
}

describe('the page on the data', () => {
  test('names every document that has an address of its own', () => {
    expect(page.endpoints.map(({ path }) => path)).toEqual(
      [...Object.keys(singleSchemas), ...apiCollectionNames].map((name) => `/api/v1/${name}.json`),
    );
    expect(page.schemas.map(({ name }) => name)).toEqual(Object.keys(apiSchemas));
  });

  test('describes the head of all documents once', () => {
    expect(listRows('head')).toEqual([
      '$schema: URL',
      'self: URL',
      'schema_version: text',
      'data_as_of: YYYY-MM-DD',
      'as_of: YYYY-MM-DD',
      'built_at: time in UTC',
      'source_commit: text or null',
      'licence: URL',
    ]);
    const others = page.tables.filter(({ id }) => id !== 'head').flatMap(({ fields }) => fields);
    expect(others.filter(({ name }) => name === 'data_as_of' || name === '$schema')).toEqual([]);
  });

  test('describes what all claims share once, and of a collection what it has besides', () => {
    const shared = listRows('entry');
    expect(shared).toContain('title: text (in lists)');
    expect(shared).toContain('assessments[].evidence[].source: source reference');
    expect(shared).toContain('current.maturity: experimental | production or null (in lists)');
    expect(listRows('fields-edges')).toEqual([
      'collection: edges (in lists)',
      'current.status: open | community-workaround | partially-addressed | shipped | unknown (in lists)',
      'facts.severity: blocker | major | minor (in lists)',
      'facts.severity_label: text (in lists)',
      'facts.severity_reason_text: text (in lists)',
      'facts.severity_reason_html: text (in lists)',
      'facts.gotcha_text: text or null (in lists)',
      'facts.gotcha_html: text or null (in lists)',
      'facts.owner: text or null (in lists)',
      'assessments[].status: open | community-workaround | partially-addressed | shipped | unknown',
    ]);
  });

  test('describes a reference where it stands, and not wherever it is used', () => {
    expect(listRows('shape-entry-reference')).toEqual([
      'collection: patterns | edges | proposals | findings | guides | background | questions | samples | sources | rules',
      'id: text',
      'title: text',
      'links: links',
    ]);
  });

  test('says something of every field', () => {
    const silent = page.tables.flatMap(({ id, fields }) =>
      fields.filter(({ description }) => description === '').map(({ name }) => `${id}: ${name}`),
    );
    expect(silent).toEqual([]);
  });

  test('has no table without fields and none twice', () => {
    expect(page.tables.filter(({ fields }) => fields.length === 0)).toEqual([]);
    expect(new Set(page.tables.map(({ id }) => id)).size).toBe(page.tables.length);
  });

  test('takes its examples from the site it is on', () => {
    expect(page.root).toBe('https://site.example/sub/api/v1/');
    expect(page.example).toEqual({
      page: 'https://site.example/sub/edges/edge/',
      badge: 'https://site.example/sub/edges/edge/badge.json',
    });
    expect(deriveApiPage(createTestApi()).example).toBeUndefined();
  });
});

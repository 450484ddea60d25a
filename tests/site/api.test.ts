import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { apiSchemas } from '#schema/api/documents.ts';
import { renderApiExample } from '#model/view/api-example.ts';
import { readPages, type BuiltPage } from './dist.ts';

const directory = 'dist';
const site = 'http://localhost:4321';
const root = join(directory, 'api/v1');
const claims = ['patterns', 'edges', 'proposals', 'findings', 'guides', 'background', 'questions'];
const collections = [...claims, 'samples', 'sources', 'rules'];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Document {
  /** Path from the root of the site: `/api/v1/edges.json`. */
  path: string;
  bytes: Buffer;
  json: Record<string, Json>;
}

let pages: BuiltPage[];
let documents: Document[];
let schemas: Document[];
let badges: Document[];

beforeAll(() => {
  pages = readPages(directory);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const read = (file: string): Document => {
    const bytes = readFileSync(join(directory, file));
    return { path: `/${file}`, bytes, json: JSON.parse(bytes.toString()) as Document['json'] };
  };
  schemas = files.filter((file) => file.startsWith('api/v1/schema/')).map(read);
  documents = files.filter((file) => /^api\/v1\/(?!schema\/)/.test(file)).map(read);
  badges = files.filter((file) => /^(?!api\/).*\/badge\.json$/.test(file)).map(read);
});

/** Ids of a collection as its folder names them: no code of the site takes part. */
function listIds(collection: string): string[] {
  return readdirSync(join('content', collection))
    .map((name) => basename(name, extname(name)))
    .sort();
}

function readRecord(collection: string, id: string): Record<string, unknown> {
  const text = readFileSync(join('content', collection, `${id}.mdx`), 'utf8');
  return parse(text.split(/^---$/m)[1] ?? '') as Record<string, unknown>;
}

function find(path: string): Record<string, Json> {
  const document = documents.find((other) => other.path === path);
  if (document === undefined) throw new RangeError(`${path} was not built`);
  return document.json;
}

function listStrings(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(listStrings) : [];
}

function createValidators(): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  return new Map(schemas.map(({ json }) => [json.$id as string, ajv.compile(json)]));
}

describe('the documents', () => {
  test('there is one for every entry, for every collection, and the others that are promised', () => {
    const expected = [
      ...collections.flatMap((name) => [`${name}.json`, ...listIds(name).map((id) => `${name}/${id}.json`)]),
      ...['index', 'matrix', 'events', 'link-health', 'sample-verdicts', 'vocabulary'].map((name) => `${name}.json`),
    ];
    expect(documents.map(({ path }) => path).sort()).toEqual(expected.map((name) => `/api/v1/${name}`).sort());
  });

  test('each is valid against the published schema that it names', () => {
    const validators = createValidators();
    const faults = documents.flatMap(({ path, json }) => {
      const validate = validators.get(json.$schema as string);
      if (validate === undefined) return [`${path}: no schema ${JSON.stringify(json.$schema)}`];
      return validate(json)
        ? []
        : (validate.errors ?? []).map((error) => `${path}${error.instancePath} ${error.message ?? ''}`);
    });
    expect(faults).toEqual([]);
  });

  test('none has a key that its schema does not name', () => {
    const faults = documents.flatMap(({ path, json }) => {
      const name = basename(json.$schema as string, '.json');
      const { error } = apiSchemas[name]?.safeParse(json) ?? {};
      return error?.issues.map((issue) => `${path} ${issue.path.join('.')} ${issue.message}`) ?? [];
    });
    expect(faults).toEqual([]);
  });

  test('each says where it is, and of which version, day and build', () => {
    for (const { path, json } of documents) {
      expect(json.self).toBe(site + path);
      expect(json.schema_version).toMatch(/^1\.\d+$/);
    }
    const builds = documents.map(({ json: { data_as_of, as_of, built_at, source_commit } }) =>
      JSON.stringify([data_as_of, as_of, built_at, source_commit]),
    );
    expect(new Set(builds).size).toBe(1);
  });

  test('every URL of this site in them leads to something that was built', () => {
    const urls = new Set(
      [...documents, ...schemas].flatMap(({ json }) => listStrings(json).filter((text) => text.startsWith(`${site}/`))),
    );
    expect(urls.size).toBeGreaterThan(300);
    const broken = [...urls].filter((url) => {
      const path = new URL(url).pathname;
      return !existsSync(join(directory, path.endsWith('/') ? `${path}index.html` : path));
    });
    expect(broken).toEqual([]);
  });

  test('none carries MDX, and no plain text has marks of code', () => {
    for (const { path, json } of documents) {
      expect(JSON.stringify(json), path).not.toMatch(/<(Cite|Sample)\b|\]\(\//);
      const plain = [...JSON.stringify(json).matchAll(/"[a-z_]+_text":"((?:[^"\\]|\\.)*)"/g)].map(
        ([, text]) => text ?? '',
      );
      expect(plain.filter((text) => text.includes('`'))).toEqual([]);
    }
  });

  test('compressed, an entry weighs at most 8 kB and a list at most 40 kB', () => {
    const heavy = documents
      .map(({ path, bytes }) => ({ path, bytes: gzipSync(bytes).length }))
      .filter(({ path, bytes }) => bytes > (path.split('/').length > 4 ? 8_000 : 40_000));
    expect(heavy).toEqual([]);
  });
});

describe('the schemas', () => {
  test('each has its own URL as id, and speaks draft 2020-12', () => {
    expect(schemas.map(({ json }) => json.$id)).toEqual(schemas.map(({ path }) => site + path));
    expect(new Set(schemas.map(({ json }) => json.$schema))).toEqual(
      new Set(['https://json-schema.org/draft/2020-12/schema']),
    );
  });

  test('refuse a document that lacks a field, and take one that has more', () => {
    const validate = createValidators().get(`${site}/api/v1/schema/edges.json`);
    const { count, ...rest } = find('/api/v1/edges.json');
    expect(validate?.(rest)).toBe(false);
    expect(validate?.({ ...rest, count: `${count as number}` })).toBe(false);
    expect(validate?.({ ...rest, count, added_later: 1 })).toBe(true);
  });
});

describe('counts', () => {
  test('are those of the files', () => {
    const index = find('/api/v1/index.json').collections as { name: string; count: number }[];
    expect(Object.fromEntries(index.map(({ name, count }) => [name, count]))).toEqual(
      Object.fromEntries(collections.map((name) => [name, listIds(name).length])),
    );
    for (const name of collections) {
      const { count, entries } = find(`/api/v1/${name}.json`) as { count: number; entries: { id: string }[] };
      expect(count).toBe(entries.length);
      expect(entries.map(({ id }) => id).sort()).toEqual(listIds(name));
    }
  });

  test('of each status are those of the newest assessments in the files', () => {
    const tally = (words: unknown[]) => Object.groupBy(words.map(String), (word) => word);
    const raw = listIds('edges').map(
      (id) => (readRecord('edges', id).assessments as { status: string }[]).at(-1)?.status,
    );
    const entries = find('/api/v1/edges.json').entries as { current: { status: string } }[];
    expect(tally(entries.map(({ current }) => current.status))).toEqual(tally(raw));
  });

  test('of events are those of all judgements', () => {
    const judgements = claims.flatMap((collection) =>
      listIds(collection).map((id) => {
        const { assessments, verdicts, settled } = readRecord(collection, id);
        return ((assessments ?? verdicts ?? (settled === undefined ? [] : [settled])) as unknown[]).length;
      }),
    );
    const { count, events } = find('/api/v1/events.json') as { count: number; events: { id: string }[] };
    expect(count).toBe(judgements.reduce((sum, number) => sum + number, 0));
    expect(new Set(events.map(({ id }) => id)).size).toBe(count);
  });
});

describe('CSV', () => {
  test.each(claims)('%s as CSV are %s as JSON', (name) => {
    const text = readFileSync(join(root, `${name}.csv`), 'utf8');
    const rows = parseCsv<Record<string, string>>(text, { columns: true, record_delimiter: '\r\n' });
    const entries = find(`/api/v1/${name}.json`).entries as Record<string, Json>[];
    expect(rows.map(({ id, summary, json }) => ({ id, summary, json }))).toEqual(
      entries.map(({ id, summary_text, links }) => ({
        id,
        summary: summary_text,
        json: (links as { json: string }).json,
      })),
    );
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

describe('badges', () => {
  test('there is a valid one for every entry that makes claims', () => {
    const expected = claims.flatMap((name) => listIds(name).map((id) => `/${name}/${id}/badge.json`));
    expect(badges.map(({ path }) => path).sort()).toEqual(expected.sort());
    const validate = createValidators().get(`${site}/api/v1/schema/badge.json`);
    expect(badges.filter(({ json }) => validate?.(json) !== true)).toEqual([]);
  });
});

describe('links from pages', () => {
  const linksOf = (path: string) => pages.find((page) => page.path === path)?.links ?? [];

  test('every entry that makes claims links its document, its badge and the page on the data', () => {
    const missing = claims.flatMap((name) =>
      listIds(name).flatMap((id) =>
        [`/api/v1/${name}/${id}.json`, `/${name}/${id}/badge.json`, '/api/']
          .filter((link) => !linksOf(`/${name}/${id}/`).includes(link))
          .map((link) => `/${name}/${id}/ -> ${link}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('every index links its list, and those of claims the CSV', () => {
    for (const name of collections.slice(0, -1)) expect(linksOf(`/${name}/`)).toContain(`/api/v1/${name}.json`);
    for (const name of claims) expect(linksOf(`/${name}/`)).toContain(`/api/v1/${name}.csv`);
  });

  test('the page on the data links every list, every other document and every schema', () => {
    const links = linksOf('/api/');
    const expected = [
      ...documents.filter(({ path }) => path.split('/').length === 4).map(({ path }) => path),
      ...schemas.map(({ path }) => path),
      ...[...claims, 'matrix'].map((name) => `/api/v1/${name}.csv`),
    ];
    expect(expected.filter((path) => !links.includes(path))).toEqual([]);
  });
});

test('the program on the page reads the data, in a Python that has TaskGroup', async (context) => {
  const run = promisify(execFile);
  const version = await run('python3', ['-c', 'import asyncio; print(hasattr(asyncio, "TaskGroup"))']).catch(
    () => undefined,
  );
  if (version?.stdout.trim() !== 'True') {
    context.skip('no Python 3.11 or newer on this machine');
    return;
  }
  const server: Server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(readFileSync(join(root, request.url ?? '')));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    const { port } = server.address() as AddressInfo;
    const program = renderApiExample(`http://127.0.0.1:${port}/`);
    const { stdout } = await run('python3', ['-I', '-W', 'error', '-c', program], { timeout: 60_000 });
    const entries = find('/api/v1/edges.json').entries as { id: string; current: Json; verification: Json }[];
    expect(stdout.trim().split('\n')).toEqual(
      entries.map(
        ({ id, current, verification }) =>
          `${(current as { status: string }).status} ${(verification as { state: string }).state} ${id}`,
      ),
    );
  } finally {
    server.close();
  }
});

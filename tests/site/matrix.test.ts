import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Cell {
  route: string;
  status: string;
  note: string;
  proof: string[];
}

function readRecords(collection: 'needs' | 'routes'): { id: string; data: { cells: Cell[] } }[] {
  return readdirSync(join('content', collection)).map((name) => ({
    id: basename(name, '.yaml'),
    data: parse(readFileSync(join('content', collection, name), 'utf8')) as { cells: Cell[] },
  }));
}

const needs = readRecords('needs');
const routes = readRecords('routes');
const pairs = needs.flatMap(({ id, data }) => data.cells.map((cell) => ({ need: id, ...cell })));
const readPage = (path: string) => readFileSync(`dist${path}index.html`, 'utf8');

interface Node {
  attribs?: Record<string, string>;
  children?: Node[];
}

/** The opening tags of a page that carry an attribute, each as its attributes. */
function listElements(html: string, attribute: string): Record<string, string>[] {
  const visit = (node: Node): Record<string, string>[] => [
    ...(node.attribs && attribute in node.attribs ? [node.attribs] : []),
    ...(node.children ?? []).flatMap(visit),
  ];
  return visit(parseDocument(html) as unknown as Node);
}

describe('the matrix', () => {
  const cells = listElements(readPage('/matrix/'), 'data-cell').map((attributes) =>
    [attributes['data-need'], attributes['data-route'], attributes['data-status']].join(' '),
  );

  test('has a cell for every need on every route, once in the table and once in the lists', () => {
    expect(needs.length * routes.length).toBe(pairs.length);
    const expected = pairs.map(({ need, route, status }) => `${need} ${route} ${status}`);
    expect(cells.toSorted()).toEqual([...expected, ...expected].sort());
  });

  test('states the counts that the raw files give', () => {
    const text = readPage('/matrix/')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    const count = (status: string) => pairs.filter((cell) => cell.status === status).length;
    expect(text).toContain(
      `Works ${count('works')} Works with limits ${count('works-with-limits')} Unknown ${count('unknown')} ` +
        `Does not work ${count('does-not-work')} Not applicable ${count('not-applicable')} `,
    );
  });
});

describe('the pages of its parts', () => {
  const countRows = (path: string) => readPage(path).match(/<th scope="row"/g)?.length ?? 0;

  test('have a row for every route of a need, and for every need of a route', () => {
    for (const { id } of needs) expect(countRows(`/matrix/needs/${id}/`), id).toBe(routes.length);
    for (const { id } of routes) expect(countRows(`/matrix/routes/${id}/`), id).toBe(needs.length);
  });

  test('have a row for every cell of a status, and together all cells', () => {
    const statuses = readdirSync('dist/matrix/statuses');
    for (const status of statuses) {
      const expected = pairs.filter((cell) => cell.status === status).length;
      expect(countRows(`/matrix/statuses/${status}/`), status).toBe(expected);
    }
    expect(statuses).toEqual(expect.arrayContaining(pairs.map(({ status }) => status)));
  });
});

describe('the data', () => {
  const order = (a: { need: string; route: string }, b: { need: string; route: string }) =>
    `${a.need} ${a.route}` < `${b.need} ${b.route}` ? -1 : 1;
  const expected = pairs
    .map(({ need, route, status, note, proof }) => ({ need, route, status, note: note.replaceAll('`', ''), proof }))
    .sort(order);

  test('as JSON is what the raw files say, cell by cell and count by count', () => {
    const data = JSON.parse(readFileSync('dist/api/v1/matrix.json', 'utf8')) as {
      cell_count: number;
      counts: { status: string; count: number }[];
      routes: { id: string }[];
      needs: {
        id: string;
        cells: { route: string; status: string; note_text: string; proof: { entry: { id: string } }[] }[];
      }[];
    };
    const cells = data.needs.flatMap(({ id, cells: row }) =>
      row.map(({ route, status, note_text, proof }) => ({
        need: id,
        route,
        status,
        note: note_text,
        proof: proof.map(({ entry }) => entry.id),
      })),
    );
    expect(cells.sort(order)).toEqual(expected);
    expect(data.cell_count).toBe(pairs.length);
    expect(data.routes.map(({ id }) => id).sort()).toEqual(routes.map(({ id }) => id).sort());
    for (const { status, count } of data.counts) {
      expect(count, status).toBe(pairs.filter((cell) => cell.status === status).length);
    }
    expect(data.counts.map(({ status }) => status)).toEqual(expect.arrayContaining(pairs.map(({ status }) => status)));
  });

  test('as CSV is the same', () => {
    const text = readFileSync('dist/api/v1/matrix.csv', 'utf8');
    const rows = parseCsv<Record<string, string>>(text, { columns: true, record_delimiter: '\r\n' });
    const cells = rows.map(({ need = '', route = '', status, note, proof = '' }) => ({
      need,
      route,
      status,
      note: note?.replace(/^'(?='*[=+\-@\t\r])/, ''),
      proof: proof.split('; ').flatMap((item) => item.split('/')[1] ?? []),
    }));
    expect(cells.sort(order)).toEqual(expected);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('is linked from the page in both forms', () => {
    const links = listElements(readPage('/matrix/'), 'href').map(({ href }) => href);
    expect(links).toEqual(expect.arrayContaining(['/api/v1/matrix.json', '/api/v1/matrix.csv', '/api/']));
  });
});

test('an entry names the needs whose cells cite it', () => {
  const cited = needs.filter(({ data }) => data.cells.some(({ proof }) => proof.includes('csp-websockets')));
  const group = /<dt>In the matrix<\/dt>(.*?)<\/div>/s.exec(readPage('/patterns/csp-websockets/'))?.[1] ?? '';
  expect(cited.length).toBeGreaterThan(0);
  expect(group.match(/<dd>/g)).toHaveLength(cited.length);
  for (const { id } of cited) expect(group).toContain(`/matrix/needs/${id}/`);
});

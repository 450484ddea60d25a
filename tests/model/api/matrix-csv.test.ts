import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { renderMatrixCsv } from '#model/api/matrix-csv.ts';
import { createCell, createEdge, createGuide, createModel, createNeed, createRoute } from '../entries.ts';
import { createTestApi } from './apis.ts';

/** The CSV of a matrix of one cell with the note given. */
function renderOneCell(note: string): string {
  return renderMatrixCsv(
    createTestApi(
      createModel({
        edges: [createEdge()],
        guides: [createGuide()],
        routes: [createRoute()],
        needs: [createNeed({ cells: [createCell({ status: 'does-not-work', note, proof: ['edge', 'guide'] })] })],
      }),
    ),
  );
}

const head = 'need,need_title,route,route_title,status,note,proof,proof_status,html\r\n';

test('a cell is a row, with the present status of what bears it out', () => {
  expect(renderOneCell('It `await`s, and blocks.')).toBe(
    head +
      'need,A need,route,A route,does-not-work,"It awaits, and blocks.",edges/edge; guides/guide,edge: Open; guide: -,' +
      'https://site.example/sub/matrix/needs/need/#route\r\n',
  );
});

test.each(['=HYPERLINK("https://example.com","x")', '+1', '-1', '@SUM(A1)', "'=1"])(
  'no spreadsheet takes the note %j for a formula',
  (note) => {
    const [row] = parse<Record<string, string>>(renderOneCell(note), { columns: true });
    expect(row?.note).toBe(`'${note}`);
  },
);

test('without needs and routes it still names its columns', () => {
  expect(renderMatrixCsv(createTestApi())).toBe(head);
});

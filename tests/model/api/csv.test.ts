import { array, assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { entryCollectionNames } from '#schema/collections.ts';
import { listCsvColumns, renderCollectionCsv, renderCsv } from '#model/api/csv.ts';
import { createEdge, createGapAssessment, createModel, createPattern, createQuestion } from '../entries.ts';
import { createTestApi } from './apis.ts';

/** The apostrophe that keeps a spreadsheet from running a cell. */
function removeGuard(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '');
}

test('an edge is a row, its facts between the columns that every collection has', () => {
  const edge = createEdge({
    summary: 'It says `await`, and "waits".',
    assessments: [
      createGapAssessment({ on: '2026-01-01' }),
      createGapAssessment({ status: 'shipped', maturity: 'production' }),
    ],
  });
  const csv = renderCollectionCsv(createTestApi(createModel({ edges: [edge] })), 'edges');
  expect(csv).toBe(
    'collection,id,title,summary,status,maturity,remaining,verification,verification_as_of,fresh_until,' +
      'first_assessed_on,last_assessed_on,assessment_count,severity,severity_reason,gotcha,owner,html,json\r\n' +
      'edges,edge,A title,"It says await, and ""waits"".",shipped,production,,unverified,2026-11-21,2027-05-19,' +
      '2026-01-01,2026-11-20,2,major,A reason.,,,https://site.example/sub/edges/edge/,' +
      'https://site.example/sub/api/v1/edges/edge.json\r\n',
  );
});

test('lists are joined, and an open question has no verification', () => {
  const api = createTestApi(
    createModel({
      patterns: [createPattern({ languages: ['Python', 'ObjectScript'], limits: ['One.', 'Two.'] })],
      questions: [createQuestion()],
    }),
  );
  const [pattern] = parse<Record<string, string>>(renderCollectionCsv(api, 'patterns'), { columns: true });
  expect(pattern).toMatchObject({ languages: 'Python; ObjectScript', limits: 'One.; Two.' });
  const [question] = parse<Record<string, string>>(renderCollectionCsv(api, 'questions'), { columns: true });
  expect(question).toMatchObject({ status: '', verification: '', is_settled: 'false', assessment_count: '0' });
});

test.each(entryCollectionNames)('without entries %s still name their columns', (name) => {
  expect(renderCollectionCsv(createTestApi(), name)).toBe(`${listCsvColumns(name).join(',')}\r\n`);
});

describe('cells', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])('%j is no formula', (cell) => {
    const [[written = ''] = []] = parse(renderCsv(['a'], [{ a: cell }]), { from: 2, record_delimiter: '\r\n' });
    expect(written).toBe(`'${cell}`);
  });

  test('survive the way there and back, whatever they hold, and none begins a formula', () => {
    const hostile = constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", ';', '＝', '\u202e');
    const cells = oneof(
      string(),
      array(oneof(hostile, string({ maxLength: 3 }))).map((parts) => parts.join('')),
    );
    assert(
      property(array(tuple(cells, cells, integer()), { minLength: 1, maxLength: 5 }), (rows) => {
        const csv = renderCsv(
          ['a', 'b', 'c'],
          rows.map(([a, b, c]) => ({ a, b, c })),
        );
        const read = parse<Record<'a' | 'b' | 'c', string>>(csv, { columns: true, record_delimiter: '\r\n' });
        expect(read.map(({ a, b, c }) => [removeGuard(a), removeGuard(b), Number(c)])).toEqual(rows);
        expect(read.flatMap(({ a, b }) => [a, b]).filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
      }),
    );
  });
});

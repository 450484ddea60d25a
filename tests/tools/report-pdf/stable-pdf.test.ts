import { expect, test } from 'vitest';
import { stabilisePdf } from '#tools/report-pdf/stable-pdf.ts';

const moment = new Date('2026-11-21T09:30:00Z');

function stabilise(text: string): string {
  return Buffer.from(stabilisePdf(Buffer.from(text, 'latin1'), moment)).toString('latin1');
}

test('the dates of a PDF become the moment given, and every other byte stays', () => {
  expect(
    stabilise("\u0000\u00ff/CreationDate (D:20260101020304+02'00')\n/ModDate (D:20260101020305-05'30')>>\u0080"),
  ).toBe("\u0000\u00ff/CreationDate (D:20261121093000+00'00')\n/ModDate (D:20261121093000+00'00')>>\u0080");
});

test('the names of table heads are counted from 1 in the order they had, wherever they stand', () => {
  const date = "/ModDate (D:20260101020304+00'00')";
  expect(stabilise(`${date} [(node00000912)] (node00000911) (node00000912) (node00001000)`)).toBe(
    "/ModDate (D:20261121093000+00'00') [(node00000002)] (node00000001) (node00000002) (node00000003)",
  );
});

test('a PDF without a date, or with one in another form, is refused', () => {
  expect(() => stabilise('%PDF-1.4')).toThrow(new RangeError('Unexpected PDF, expected one with a date'));
  expect(() => stabilise('/ModDate (D:20260101020304Z)')).toThrow(
    new RangeError("Unexpected date `D:20260101020304Z` in the PDF, expected one as `D:20261121093000+00'00'`"),
  );
});

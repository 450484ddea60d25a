import { z } from 'zod';

/** One line or paragraph of plain words: no Markdown, never blank. */
export const textSchema = z.string().trim().min(1, 'some text').max(1200, 'at most 1,200 characters');

/** A day, `YYYY-MM-DD`. Front matter parsers may hand an unquoted one over as a Date at midnight UTC; it is the same day. */
export const dateSchema = z.preprocess(
  (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value),
  z.iso.date('a day as `YYYY-MM-DD`'),
);

import { z } from 'zod';

/** What an id looks like: lower-case words joined by single hyphens. It is the file name and part of the URL, for ever. */
export const identifierPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The id of another entry, of a source or of a sample. Whether it exists is decided by the model, which offers near misses. */
export const identifierSchema = z
  .string()
  .regex(identifierPattern, 'an id: lower-case letters, digits and single hyphens');

export const identifiersSchema = z.array(identifierSchema);

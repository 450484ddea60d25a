import { apiVersion } from '#schema/api/changelog.ts';
import type { Envelope } from '#schema/api/envelope.ts';
import type { Model } from '../model.ts';
import type { Frame } from '../view/frame.ts';
import { renderSchemaPath } from './paths.ts';

/** What every document of the API is derived from. */
export interface Api {
  model: Model;
  frame: Frame;
  /** The absolute URL of a root-relative path of the site. */
  urlOf: (path: string) => string;
}

/** Where the site is published. */
export interface Address {
  /** Origin of the site, such as `https://example.com`. */
  site: string;
  /** Path it is served under, with or without a slash at the end. */
  base: string;
}

const licence = 'https://creativecommons.org/licenses/by/4.0/';

export function createApi(model: Model, frame: Frame, { site, base }: Address): Api {
  const root = new URL(`${base.replace(/\/$/, '')}/`, site).href;
  return { model, frame, urlOf: (path) => root + path.replace(/^\//, '') };
}

/** The head of the document at a path, valid against the schema of that name. */
export function deriveEnvelope({ frame, urlOf }: Api, { schema, path }: { schema: string; path: string }): Envelope {
  const { dataAsOf, asOf, build } = frame;
  return {
    $schema: urlOf(renderSchemaPath(schema)),
    self: urlOf(path),
    schema_version: apiVersion,
    data_as_of: dataAsOf,
    as_of: asOf,
    built_at: build.builtAt.replace(/^(\S+) (\S+) UTC$/, '$1T$2:00Z'),
    source_commit: build.commit === 'unknown' ? null : build.commit,
    licence,
  };
}

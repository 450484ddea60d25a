import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getCollection } from 'astro:content';
import { collectionNames, type CollectionName } from '#schema/collections.ts';
import { isDraft, type Content, type Entry } from '#model/content.ts';
import { buildModel, type Model } from '#model/model.ts';
import { readBuildDay } from './build-day.ts';
import { linkHealthFile, parseLinkHealth } from './link-health.ts';
import { parseProse } from './mdx-document.ts';
import { readRedirects } from './redirects.ts';
import { readSampleFiles } from './sample-folder.ts';
import { snapshotFile } from './snapshot.ts';
import { parseVerdicts, verdictsFile } from './verdicts.ts';
import { parseWaivers, waiversFile } from './waivers.ts';

let shared: Promise<Model> | undefined;

/** The model of the site's content, built once a build; in `dev` anew for each page, so that edits show. */
export function getModel(): Promise<Model> {
  if (import.meta.env.DEV) return readModel();
  shared ??= readModel();
  return shared;
}

async function readModel(): Promise<Model> {
  const { asOf } = readBuildDay(process.env, new Date());
  const pairs = await Promise.all(collectionNames.map(async (name) => [name, await readEntries(name)] as const));
  // Each name is paired with entries of its own collection; fromEntries cannot say so.
  const entries = Object.fromEntries(pairs) as unknown as Content['entries'];
  const beside = {
    waivers: readWaivers(),
    redirects: readRedirects('content'),
    // Nothing that a page shows is read from the snapshot.
    snapshot: { file: `content/${snapshotFile}` },
    verdicts: readVerdicts(),
    linkHealth: readLinkHealth(),
  };
  return buildModel({ entries, broken: [], ...beside }, { asOf });
}

/** What is being written and not published: no page of a built site may lead to it. */
export async function getDrafts(): Promise<Entry[]> {
  const lists = await Promise.all(collectionNames.map(readCollection));
  return lists.flat().filter(isDraft);
}

async function readEntries(collection: CollectionName): Promise<Entry[]> {
  const entries = await readCollection(collection);
  return entries.filter((entry) => import.meta.env.DEV || !isDraft(entry));
}

async function readCollection(collection: CollectionName): Promise<Entry[]> {
  const entries = await getCollection(collection);
  return entries
    .map(({ id, data, body, filePath = '' }): Entry => {
      const prose = body === undefined ? undefined : parseProse(body);
      const folder = dirname(filePath);
      const sample = 'illustrates' in data ? readSampleFiles(folder, folder, data.language) : undefined;
      return {
        collection,
        id,
        data,
        file: filePath,
        ...(prose && 'prose' in prose && { prose: prose.prose }),
        ...(sample?.files && { files: sample.files }),
      } as Entry;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readWaivers(): Content['waivers'] {
  const file = `content/${waiversFile}`;
  return { file, data: existsSync(file) ? parseWaivers(readFileSync(file, 'utf8')) : [] };
}

function readVerdicts(): Content['verdicts'] {
  const file = `content/${verdictsFile}`;
  return { file, data: existsSync(file) ? parseVerdicts(readFileSync(file, 'utf8'), file).verdicts : [] };
}

function readLinkHealth(): Content['linkHealth'] {
  const file = `content/${linkHealthFile}`;
  const { health } = existsSync(file) ? parseLinkHealth(readFileSync(file, 'utf8'), file) : {};
  return { file, data: health ?? { hosts: [], links: [] } };
}

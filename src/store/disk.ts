import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { collectionNames, collections, type CollectionName } from '#schema/collections.ts';
import { redirectsSchema, type Redirect } from '#schema/redirect.ts';
import type { Sample } from '#schema/sample.ts';
import { waiversSchema, type Waiver } from '#schema/waiver.ts';
import type { Content, Entry } from '#model/content.ts';
import { findNearMiss } from '#model/near-miss.ts';
import type { Place } from '#model/prose.ts';
import type { At } from '#model/references.ts';
import type { FileProblem } from './file-problems.ts';
import { linkHealthFile, parseLinkHealth } from './link-health.ts';
import { parseProse } from './mdx-document.ts';
import { redirectsFile } from './redirects.ts';
import { describeIssues } from './schema-problems.ts';
import { readSampleFiles, recordName } from './sample-folder.ts';
import { parseSnapshot, snapshotFile } from './snapshot.ts';
import { readTextFile } from './text-file.ts';
import { parseVerdicts, verdictsFile } from './verdicts.ts';
import { waiversFile } from './waivers.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

/** A content tree as read from disk: what could be read, what could not, and where everything stands. */
export interface DiskContent {
  content: Content;
  problems: readonly FileProblem[];
  /** How many files were looked at. */
  fileCount: number;
  locate: (file: string, at: At) => Place;
}

/** Folders of `content/` that tools write. */
const otherFolders = new Set(['generated']);
/** Size over which the health of links is not read, in bytes: it holds a page of text for every host. */
const linkHealthSizeLimit = 4 * 1024 * 1024;
/** Size over which the snapshot is not read, in bytes: it has some lines for each entry. */
const snapshotSizeLimit = 16 * 1024 * 1024;
const start: Place = { line: 1, column: 1 };

/** Reads a content tree. Never throws for what is in it: every problem is reported, and the rest is still read. */
export function readContent(directory: string): DiskContent {
  const problems: FileProblem[] = [];
  const documents = new Map<string, Pick<YamlDocument, 'locateValue'>>();
  const entries: Record<CollectionName, Entry[]> = Object.fromEntries(
    collectionNames.map((name) => [name, []]),
  ) as never;
  const broken: { collection: CollectionName; id: string; file: string }[] = [];
  const root = realpathSync(directory);
  let waivers: { file: string; data: readonly Waiver[] } = { file: toShown(join(directory, waiversFile)), data: [] };
  let redirects: Content['redirects'] = { file: toShown(join(directory, redirectsFile)), data: [] };
  let fileCount = 0;

  for (const item of listSorted(directory)) {
    const path = join(directory, item.name);
    const name = item.name as CollectionName;
    if (item.name.startsWith('.') || otherFolders.has(item.name)) continue;
    if (item.isSymbolicLink() && !isInside(path)) reportLink(path);
    else if (item.name === waiversFile && statSync(path).isFile()) {
      fileCount += 1;
      const read = readRecord(path, waiversSchema, '.yaml');
      if (read) waivers = { ...waivers, data: (read.data as { waivers: Waiver[] }).waivers };
    } else if (item.name === redirectsFile && statSync(path).isFile()) {
      fileCount += 1;
      const read = readRecord(path, redirectsSchema, '.yaml');
      redirects = read
        ? { ...redirects, data: (read.data as { redirects: Redirect[] }).redirects }
        : { ...redirects, isBroken: true };
    } else if (collectionNames.includes(name) && statSync(path).isDirectory()) {
      for (const child of listSorted(path)) {
        if (name === 'samples') readSample(join(path, child.name));
        else readEntry(name, join(path, child.name));
      }
    } else {
      const near = findNearMiss(item.name, collectionNames);
      problems.push({
        ruleId: 'file-unexpected',
        file: toShown(path),
        place: start,
        reason: `Unexpected ${item.isDirectory() ? 'folder' : 'file'} \`${item.name}\`, expected a collection: ${collectionNames.join(', ')}`,
        hint: near === undefined ? 'move it out of the content' : `did you mean \`${near}\`?`,
      });
    }
  }

  return {
    content: {
      entries: entries as never,
      waivers,
      redirects,
      verdicts: readVerdicts(),
      linkHealth: readLinkHealth(),
      snapshot: readSnapshot(),
      broken,
    },
    problems,
    fileCount,
    locate: (file, at) =>
      'place' in at ? at.place : at.path.length === 0 ? start : (documents.get(file)?.locateValue(at.path) ?? start),
  };

  function readEntry(collection: CollectionName, path: string): void {
    fileCount += 1;
    const { schema, extension } = collections[collection];
    const file = toShown(path);
    const id = basename(path, extension);
    if (lstatSync(path).isSymbolicLink() && !isInside(path)) {
      reportLink(path);
      broken.push({ collection, id, file });
      return;
    }
    const stats = statSync(path);
    if (extname(path) !== extension || !stats.isFile()) {
      problems.push({
        ruleId: 'file-unexpected',
        file,
        place: start,
        reason: `Unexpected \`${basename(path)}\` in \`${collection}\`, expected only \`<id>${extension}\` files`,
        hint: stats.isDirectory()
          ? `move its files up: \`${collection}\` has no folders`
          : `rename it to end in \`${extension}\`, or move it out of the content`,
      });
      return;
    }
    const read = readRecord(path, schema, extension);
    if (read === undefined) broken.push({ collection, id, file });
    else entries[collection].push({ collection, id, file, ...read } as Entry);
  }

  /** Reads the folder of a sample: its record, and the files beside it. */
  function readSample(path: string): void {
    const shown = toShown(path);
    const id = basename(path);
    const file = `${shown}/${recordName}`;
    const record = join(path, recordName);
    const sample = readSampleRecord(path, record, shown, id);
    if (sample === undefined) broken.push({ collection: 'samples', id, file });
    else entries.samples.push({ collection: 'samples', id, file, ...sample });
  }

  function readSampleRecord(path: string, record: string, shown: string, id: string) {
    const link = [path, record].find((item) => lstatSync(item, { throwIfNoEntry: false })?.isSymbolicLink());
    if (link !== undefined) {
      reportLink(link);
      return undefined;
    }
    if (!statSync(path).isDirectory() || !statSync(record, { throwIfNoEntry: false })?.isFile()) {
      problems.push({
        ruleId: 'file-unexpected',
        file: shown,
        place: start,
        reason: `Unexpected \`${id}\` in \`samples\`, expected a folder with a \`${recordName}\``,
        hint: `a sample is a folder named after its id, with its record in \`${recordName}\``,
      });
      return undefined;
    }
    fileCount += 1;
    const data = readRecord(record, collections.samples.schema, '.yaml')?.data as Sample | undefined;
    if (data === undefined) return undefined;
    const { files, problems: fileProblems } = readSampleFiles(path, shown, data.language);
    problems.push(...fileProblems);
    return files && { data, files };
  }

  function readVerdicts(): Content['verdicts'] {
    const { file, isThere, text } = readGenerated(verdictsFile);
    if (!isThere) return { file, data: [] };
    const parsed = text === undefined ? undefined : parseVerdicts(text, file);
    problems.push(...(parsed?.problems ?? []));
    if (parsed === undefined || parsed.problems.length > 0) return { file, data: [], isBroken: true };
    documents.set(file, parsed.yaml);
    return { file, data: parsed.verdicts };
  }

  function readLinkHealth(): Content['linkHealth'] {
    const { file, text } = readGenerated(linkHealthFile, linkHealthSizeLimit);
    const { health, problems: ownProblems } = text === undefined ? { problems: [] } : parseLinkHealth(text, file);
    problems.push(...ownProblems);
    if (text === undefined || health === undefined) return { file, data: { hosts: [], links: [] } };
    // The file is large, and seldom has a place to be found: it is parsed again only then.
    documents.set(file, { locateValue: (at) => parseYaml(text).locateValue(at) });
    return { file, data: health };
  }

  function readSnapshot(): Content['snapshot'] {
    const { file, text } = readGenerated(snapshotFile, snapshotSizeLimit);
    if (text === undefined) return { file };
    const { snapshot, problems: ownProblems } = parseSnapshot(text, file);
    problems.push(...ownProblems);
    // As with the health of links: parsed again only when a place is asked for.
    documents.set(file, { locateValue: (at) => parseYaml(text).locateValue(at) });
    return { file, ...(snapshot && { data: snapshot }) };
  }

  /** Reads a file that a tool writes. Without a text it is not there, or could not be read, which is reported. */
  function readGenerated(name: string, sizeLimit?: number): { file: string; isThere: boolean; text?: string } {
    const path = join(directory, name);
    const file = toShown(path);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return { file, isThere: false };
    fileCount += 1;
    if (!stats.isFile()) {
      reportLink(path);
      return { file, isThere: true };
    }
    const { text, problems: textProblems } = readTextFile(path, file, sizeLimit);
    problems.push(...textProblems);
    return { file, isThere: true, ...(text !== undefined && { text }) };
  }

  /** Reads one file and checks its record. Undefined when it is of no use; the reasons are reported. */
  function readRecord(
    path: string,
    schema: (typeof collections)[CollectionName]['schema'] | typeof waiversSchema | typeof redirectsSchema,
    extension: string,
  ) {
    const file = toShown(path);
    const { text, problems: textProblems } = readTextFile(path, file);
    problems.push(...textProblems);
    if (text === undefined) return undefined;

    const isProse = extension === '.mdx';
    const frontMatter = isProse ? /^---\n(?<yaml>[\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text) : undefined;
    if (isProse && (frontMatter === null || frontMatter?.index !== 0)) {
      problems.push({
        ruleId: 'front-matter-missing',
        file,
        place: start,
        reason: text.startsWith('---\n')
          ? 'Unexpected end of the file, expected a line of `---` that closes the front matter'
          : 'Unexpected text on line 1, expected front matter between two lines of `---`',
        hint: 'start the file with the record, or scaffold one with `npm run new`',
      });
      return undefined;
    }
    const yaml = isProse ? parseYaml(frontMatter?.groups?.yaml ?? '', 2) : parseYaml(text);
    documents.set(file, yaml);
    for (const { place, reason, hint } of yaml.problems) {
      problems.push({
        ruleId: 'yaml-syntax',
        file,
        place,
        reason: `Unexpected YAML, expected a record that parses: ${reason}`,
        hint,
      });
    }
    const prose = isProse ? parseProse(text) : undefined;
    if (prose && 'problem' in prose) {
      problems.push({
        ruleId: 'mdx-syntax',
        file,
        place: prose.problem.place,
        reason: `Unexpected MDX, expected text that parses: ${prose.problem.reason}`,
        hint: 'put `<` and `{` in backticks, and close every element',
      });
    }
    if (yaml.problems.length > 0) return undefined;
    const parsed = schema.safeParse(yaml.data);
    if (!parsed.success) {
      problems.push(...describeIssues(parsed.error.issues, schema, yaml, file));
      return undefined;
    }
    if (prose && 'problem' in prose) return undefined;
    return { data: parsed.data, ...prose };
  }

  function isInside(path: string): boolean {
    try {
      return (realpathSync(path) + sep).startsWith(root + sep);
    } catch {
      return false;
    }
  }

  function reportLink(path: string): void {
    problems.push({
      ruleId: 'file-symlink',
      file: toShown(path),
      place: start,
      reason: 'Unexpected symbolic link that leads to no file of the content, expected a file',
      hint: 'copy the text into a file of its own',
    });
  }
}

/** A path as messages show it: relative to the working directory where it lies below it, with forward slashes. */
function toShown(path: string): string {
  const shown = relative(process.cwd(), path);
  return (shown.startsWith('..') ? path : shown).replaceAll(sep, '/');
}

function listSorted(directory: string): Dirent[] {
  return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

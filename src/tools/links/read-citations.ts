import type { DiskContent } from '#store/disk.ts';
import type { Citation } from './citation.ts';

/** The sources that are checked: those with a URL that are in use, by id. `readFile` gives the text of a source file. */
export function readCitations({ content, locate }: DiskContent, readFile: (file: string) => string): Citation[] {
  return content.entries.sources
    .flatMap(({ id, file, data }): Citation[] => {
      const { url, expect, fallbacks, language, retired } = data;
      if (url === undefined || retired !== undefined) return [];
      const { line, column } = locate(file, { path: ['url'] });
      const written = readFile(file).split('\n')[line - 1] ?? '';
      // A record may quote its URL, or wrap it: what is on the line is what a message can point at.
      const start = written.indexOf(url, column - 1);
      const from = start === -1 ? column : start + 1;
      const endColumn = start === -1 ? written.length + 1 : from + url.length;
      return [{ id, url, expect, fallbacks, language, file, line, column: from, endColumn }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

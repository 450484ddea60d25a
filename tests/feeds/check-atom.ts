import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator, XmlValidateError, type XmlNode } from 'libxml2-wasm';

const namespaces = { a: 'http://www.w3.org/2005/Atom', fh: 'http://purl.org/syndication/history/1.0' };
const schema = XsdValidator.fromDoc(
  XmlDocument.fromString(readFileSync(new URL('./atom.xsd', import.meta.url), 'utf8')),
);

/** What of a feed document RFC 4287 forbids: what the schema refuses, and the rules that it cannot state. */
export function checkAtom(text: string): string[] {
  const document = XmlDocument.fromString(text);
  try {
    schema.validate(document);
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ message }) => message.trim());
  } finally {
    // The rules below parse again: a document that was validated is not used further.
    document.dispose();
  }
  const feed = XmlDocument.fromString(text);
  const problems = [
    ...checkCounts(feed),
    ...checkIds(feed),
    ...checkAuthors(feed),
    ...checkLinks(feed),
    ...checkContent(feed),
  ];
  feed.dispose();
  return problems;
}

/** The text of every node that a path finds, in a feed document. */
export function findTexts(text: string, path: string): string[] {
  const document = XmlDocument.fromString(text);
  const texts = find(document, path);
  document.dispose();
  return texts;
}

function find(node: XmlDocument | XmlNode, path: string): string[] {
  return node.find(path, namespaces).map(({ content }) => content);
}

/** Sections 4.1.1 and 4.1.2: what stands in a feed or an entry exactly once, and what at most once. */
function checkCounts(feed: XmlDocument): string[] {
  return feed.find('//a:feed | //a:entry', namespaces).flatMap((parent) => {
    const count = (name: string) => parent.find(`a:${name}`, namespaces).length;
    return [
      ...['id', 'title', 'updated'].filter((name) => count(name) !== 1).map((name) => `${name} is not there once`),
      ...['rights', 'subtitle', 'content', 'published', 'summary']
        .filter((name) => count(name) > 1)
        .map((name) => `${name} is there more than once`),
    ];
  });
}

/** Section 4.1.1: entries with one id have different times. This site has one entry an id. */
function checkIds(feed: XmlDocument): string[] {
  const ids = find(feed, '//a:id');
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} is there twice`);
}

/** Section 4.1.1: a feed has an author unless each of its entries has. */
function checkAuthors(feed: XmlDocument): string[] {
  if (feed.get('/a:feed/a:author', namespaces)) return [];
  const without = feed.find('//a:entry[not(a:author)]', namespaces).length;
  return without === 0 ? [] : [`${without} entries have no author, and the feed has none`];
}

/** Sections 4.1.1 and 4.1.2: no two alternates of a type and language; an entry without content has an alternate. */
function checkLinks(feed: XmlDocument): string[] {
  return feed.find('//a:feed | //a:entry', namespaces).flatMap((parent) => {
    const alternates = parent
      .find('a:link[@rel="alternate" or not(@rel)]', namespaces)
      .map((link) => `${find(link, '@type').join('')} ${find(link, '@hreflang').join('')}`);
    const isBare = parent.find('self::a:entry[not(a:content)]', namespaces).length > 0;
    return [
      ...(new Set(alternates).size < alternates.length ? ['two alternates are of one type and language'] : []),
      ...(isBare && alternates.length === 0 ? ['an entry has neither content nor an alternate'] : []),
      ...find(parent, 'a:link/@href').flatMap((href) => (URL.canParse(href) ? [] : [`${href} is no absolute address`])),
    ];
  });
}

/** Section 3.1.1.2 and 4.1.3.3: content of type html is escaped, and would stand in a `<div>`. */
function checkContent(feed: XmlDocument): string[] {
  return feed
    .find('//a:content', namespaces)
    .filter((content) => content.find('*').length > 0)
    .map(() => 'content has elements, expected escaped HTML');
}

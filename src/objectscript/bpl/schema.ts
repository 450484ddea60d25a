import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const namespace = 'http://www.intersystems.com/bpl';
const source = readFileSync(new URL('./bpl.xsd', import.meta.url), 'utf8');
const qualified = 'elementFormDefault="qualified"';

/** The names that the schema knows, for near misses. */
export interface Names {
  elements: string[];
  attributes: string[];
}

/** A BPL document has the namespace, or, inside a class whose XData names it, none. The schema is the same. */
const validators = new Map<string, XsdValidator>();

/** The validator for documents in a namespace; undefined for one that is not BPL's. */
export function findValidator(uri: string): XsdValidator | undefined {
  if (uri !== '' && uri !== namespace) return undefined;
  const known = validators.get(uri);
  if (known !== undefined) return known;
  const target = uri === '' ? '' : ` targetNamespace="${uri}" xmlns="${uri}"`;
  const schema = XmlDocument.fromString(source.replace(qualified, `${qualified}${target}`));
  const validator = XsdValidator.fromDoc(schema);
  schema.dispose();
  validators.set(uri, validator);
  return validator;
}

/** The names that the schema declares. */
export function listNames(): Names {
  const document = XmlDocument.fromString(source);
  const find = (kind: string) =>
    document.find(`//xs:${kind}/@name`, { xs: 'http://www.w3.org/2001/XMLSchema' }).map(({ content }) => content);
  const names = { elements: find('element'), attributes: find('attribute') };
  document.dispose();
  return names;
}

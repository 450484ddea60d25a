import { XmlValidateError, type XmlDocument } from 'libxml2-wasm';
import { findOldDocumentation } from '../lint/old-documentation.ts';
import { compareProblems, type Problem } from '../problem.ts';
import { copyElement, walk } from './element.ts';
import { callNames } from './rules/call-names.ts';
import { callWaiting } from './rules/call-waiting.ts';
import { expressions } from './rules/expressions.ts';
import { syncCalls } from './rules/sync-calls.ts';
import { syncTimedOut } from './rules/sync-timed-out.ts';
import { findValidator, listNames } from './schema.ts';
import { renderSchemaError } from './schema-messages.ts';
import { readXml } from './xml.ts';

const rules = [callNames, callWaiting, expressions, syncCalls, syncTimedOut];
const names = listNames();

/**
 * Checks a business process in BPL: well-formed XML, the elements and attributes of the subset that the samples use, and
 * rules about calls that no schema can say. Columns are 1 where the validator gives none. `firstLine` is the line of the
 * file the text starts in. A document type is refused, so that no entity is expanded and no file is read.
 */
export function checkBpl(text: string, { firstLine = 1 }: { firstLine?: number } = {}): Problem[] {
  return [...checkBplTree(text, firstLine), ...findOldDocumentation(text, firstLine)].sort(compareProblems);
}

/** What `checkBpl` finds in the elements: without what any text may have, for a process inside a file checked whole. */
export function checkBplTree(text: string, firstLine: number): Problem[] {
  const { document, problems } = readXml(text, firstLine);
  if (document === undefined) return problems;
  try {
    const root = copyElement(document.root);
    const elements = [...walk(root)];
    return [...validate(document), ...rules.flatMap((rule) => rule(elements))].sort(compareProblems);
  } finally {
    document.dispose();
  }
}

function validate(document: XmlDocument): Problem[] {
  const { root } = document;
  const validator = findValidator(root.namespaceUri);
  if (validator === undefined) {
    const reason = `Unexpected namespace \`${root.namespaceUri}\`, expected \`http://www.intersystems.com/bpl\` or none`;
    return [{ line: root.line, column: 1, reason }];
  }
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map((detail) => renderSchemaError(detail, names));
  }
}

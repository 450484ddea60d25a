/** Characters that XML 1.0 has no place for, not even as a reference: most controls, lone surrogates, U+FFFE and U+FFFF. */
const unrepresentable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Writes text for an element or a double-quoted attribute, of XML as of HTML. What XML cannot hold becomes U+FFFD. */
export function escapeMarkup(text: string): string {
  return text.replace(unrepresentable, '\ufffd').replace(/[&<>"]/g, (character) => references[character] ?? character);
}

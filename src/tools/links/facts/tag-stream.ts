import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface TagHandler {
  /** Names are in lower case; of two attributes with one name the first counts. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
  /** Whether SVG or MathML is open, where `<title>` and `<style>` are ordinary elements. */
  isForeign(): boolean;
}

/**
 * Hands the tags and texts of a document to a handler, in order, as they are written.
 * It stands on the tokenizer and not on the parser of htmlparser2: the parser keeps the open elements in an array and
 * adds at its front, which takes quadratic time when tags are nested deeply, and nothing here needs to know them.
 */
export function readTags(html: string, isXhtml: boolean, handler: TagHandler): void {
  const stream = new TagStream(html, isXhtml, handler);
  const tokenizer = new Tokenizer({ recognizeSelfClosing: isXhtml }, stream);
  tokenizer.write(html);
  tokenizer.end();
}

class TagStream implements TokenizerCallbacks {
  readonly #html: string;
  readonly #isXhtml: boolean;
  readonly #handler: TagHandler;
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';

  constructor(html: string, isXhtml: boolean, handler: TagHandler) {
    this.#html = html;
    this.#isXhtml = isXhtml;
    this.#handler = handler;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
    this.#value = '';
  }

  onopentagend(): void {
    this.#handler.open(this.#name, this.#attributes);
  }

  onselfclosingtag(): void {
    const wasForeign = this.#handler.isForeign();
    this.#handler.open(this.#name, this.#attributes);
    if (this.#isXhtml || wasForeign || this.#handler.isForeign()) this.#handler.close(this.#name);
  }

  onclosetag(start: number, end: number): void {
    this.#handler.close(this.#html.slice(start, end).toLowerCase());
  }

  ontext(start: number, end: number): void {
    this.#handler.text(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#handler.text(String.fromCodePoint(codePoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.#isXhtml || this.#handler.isForeign()) this.#handler.text(this.#html.slice(start, end - offset));
  }

  isInForeignContext(): boolean {
    return this.#handler.isForeign();
  }

  oncomment(): void {
    // Nobody reads comments.
  }

  ondeclaration(): void {
    // Nor the document type.
  }

  onprocessinginstruction(): void {
    // Nor these, which only XML has.
  }

  onend(): void {
    // What is still open ends with the document.
  }
}

import type { PageFacts } from '../page-facts.ts';
import { isBanner } from './banner.ts';
import { blockElements, hiddenElements, hiddenForeignElements } from './elements.ts';
import { normaliseText } from './normalise-text.ts';
import { parseRefresh } from './refresh.ts';
import { readTags, type TagHandler } from './tag-stream.ts';

/** Far more than an honest page has. An id that is longer than these characters is nobody's fragment. */
export const anchorLimit = 50_000;
const idLength = 300;
const headingLimit = 2000;
const headingLength = 500;
const bannerLimit = 5;
const attributeLength = 2000;

/** A page that is not made by scripts says more than this. */
const shellLength = 200;

/** What a reader of an HTML page sees, in one pass without a tree. */
export function readHtmlFacts(html: string, isXhtml: boolean): PageFacts {
  const reader = new HtmlReader();
  readTags(html, isXhtml, reader);
  return reader.finish();
}

class HtmlReader implements TagHandler {
  readonly #texts: string[] = [];
  readonly #headings: { level: number; text: string }[] = [];
  readonly #anchors = new Set<string>();
  readonly #banners: string[] = [];
  #title: (Collected & { isOpen: boolean }) | undefined;
  #heading: (Collected & { level: number }) | undefined;
  readonly #paragraph: Collected = { text: '' };
  /** The element that hides what is inside it, and how many of its kind are open. */
  #hidden: { name: string; depth: number } | undefined;
  /** Open `svg` and `math`, and open `foreignObject`s that lead back to HTML. */
  #foreignDepth = 0;
  #returnDepth = 0;
  #scripts = 0;
  #lang: string | undefined;
  #canonical: string | undefined;
  #refresh: string | undefined;
  #hasPasswordField = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#hidden !== undefined) {
      if (name === this.#hidden.name) this.#hidden.depth += 1;
      return;
    }
    // HTML inside an SVG that nobody closed ends the SVG, as it does in a browser.
    if (this.isForeign() && blockElements.has(name) && name !== 'title') this.#foreignDepth = this.#returnDepth = 0;
    if (name === 'script') this.#scripts += 1;
    if (this.#isHidden(name)) {
      this.#hidden = { name, depth: 1 };
      if (name !== 'iframe') return;
    }
    this.#addAnchors(name, attributes);
    this.#readElement(name, attributes);
    if (name === 'svg' || name === 'math') this.#foreignDepth += 1;
    if (name === 'foreignobject' && this.isForeign()) this.#returnDepth += 1;
    if (!blockElements.has(name)) return;
    this.#separate();
    if (name === 'title') this.#title = { text: '', isOpen: true };
    if (/^h[1-6]$/.test(name)) {
      this.#endHeading();
      this.#heading = { level: Number(name[1]), text: '' };
    }
  }

  close(name: string): void {
    if (this.#hidden !== undefined) {
      if (name === this.#hidden.name) this.#hidden.depth -= 1;
      if (this.#hidden.depth === 0) this.#hidden = undefined;
      return;
    }
    if (name === 'svg' || name === 'math') this.#foreignDepth = Math.max(0, this.#foreignDepth - 1);
    if (name === 'foreignobject') this.#returnDepth = Math.max(0, this.#returnDepth - 1);
    if (!blockElements.has(name)) return;
    if (name === 'title' && this.#title !== undefined) this.#title.isOpen = false;
    if (/^h[1-6]$/.test(name)) this.#endHeading();
    this.#separate();
  }

  text(text: string): void {
    if (this.#hidden !== undefined) return;
    if (this.#title?.isOpen === true) {
      add(this.#title, text);
      return;
    }
    this.#texts.push(text);
    add(this.#paragraph, text);
    if (this.#heading !== undefined) add(this.#heading, text);
  }

  isForeign(): boolean {
    return this.#foreignDepth > this.#returnDepth;
  }

  finish(): PageFacts {
    this.#endHeading();
    this.#separate();
    const text = normaliseText(this.#texts.join(''));
    const title = this.#title === undefined ? '' : normaliseText(this.#title.text);
    return {
      kind: 'html',
      ...(title !== '' && { title }),
      headings: this.#headings,
      anchors: this.#anchors,
      text,
      lines: [],
      ...(this.#lang !== undefined && { lang: this.#lang }),
      ...(this.#canonical !== undefined && { canonical: this.#canonical }),
      ...(this.#refresh !== undefined && { refresh: this.#refresh }),
      hasPasswordField: this.#hasPasswordField,
      isShell: text.length < shellLength && this.#headings.length === 0 && this.#scripts > 0,
      banners: this.#banners,
    };
  }

  #isHidden(name: string): boolean {
    if (this.isForeign()) return hiddenForeignElements.has(name);
    return hiddenElements.has(name) || (name === 'title' && this.#title !== undefined);
  }

  #addAnchors(name: string, attributes: ReadonlyMap<string, string>): void {
    for (const anchor of [attributes.get('id'), name === 'a' ? attributes.get('name') : undefined]) {
      if (anchor === undefined || anchor === '' || anchor.length > idLength) continue;
      if (this.#anchors.size < anchorLimit) this.#anchors.add(anchor);
    }
  }

  #readElement(name: string, attributes: ReadonlyMap<string, string>): void {
    const read = (attribute: string) => {
      const value = attributes.get(attribute)?.slice(0, attributeLength).trim();
      return value === '' ? undefined : value;
    };
    if (name === 'html') this.#lang ??= read('lang') ?? read('xml:lang');
    if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(read('rel') ?? '')) this.#canonical ??= read('href');
    if (name === 'meta' && read('http-equiv')?.toLowerCase() === 'refresh')
      this.#refresh ??= parseRefresh(read('content') ?? '');
    if (name === 'input' && read('type')?.toLowerCase() === 'password') this.#hasPasswordField = true;
  }

  #endHeading(): void {
    if (this.#heading === undefined) return;
    const text = normaliseText(this.#heading.text);
    if (text !== '' && this.#headings.length < headingLimit) this.#headings.push({ level: this.#heading.level, text });
    this.#heading = undefined;
  }

  /** Ends a paragraph. Banners stand above the second heading: further down, single functions are deprecated. */
  #separate(): void {
    this.#texts.push(' ');
    if (this.#heading !== undefined) add(this.#heading, ' ');
    if (this.#headings.length < 2 && this.#banners.length < bannerLimit) {
      const text = this.#paragraph.text === '' ? '' : normaliseText(this.#paragraph.text);
      if (isBanner(text)) this.#banners.push(text);
    }
    this.#paragraph.text = '';
  }
}

/** The start of the text of an element. */
interface Collected {
  text: string;
}

function add(collected: Collected, text: string): void {
  if (collected.text.length < headingLength) collected.text += text.slice(0, headingLength);
}

/** What is read from the body of a page. Text is normalised: NFC, plain quotes, one space for any white space, no soft hyphens. */
export interface PageFacts {
  /** `html`, `text` for anything else that is text, `other` for what cannot be read (PDF, images, binary data). */
  kind: 'html' | 'text' | 'other';
  title?: string;
  /** Texts of h1 to h6 in order. */
  headings: readonly { level: number; text: string }[];
  /** Every `id`, and every `name` of an `a`, outside templates and comments. */
  anchors: ReadonlySet<string>;
  /** Visible text: without scripts, styles, templates, comments and attributes. */
  text: string;
  /** The lines of a text that is not HTML, as they are; empty for HTML. */
  lines: readonly string[];
  lang?: string;
  canonical?: string;
  /** Target of a refresh within 5 s, as written. */
  refresh?: string;
  hasPasswordField: boolean;
  /** Almost no text, and scripts that would make it. */
  isShell: boolean;
  /** Texts of banners that say the page is deprecated, superseded or for another version. */
  banners: readonly string[];
}

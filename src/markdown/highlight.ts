import objectscript from '@wooorm/starry-night/source.objectscript';
import objectscriptMacros from '@wooorm/starry-night/source.objectscript_macros';
import type { Element, ElementContent } from 'hast';
import type { LanguageRegistration, ShikiTransformer } from 'shiki';
import { readIllustrative } from '#model/fence.ts';
import { objectscriptClass } from './objectscript-class.ts';

/** ObjectScript as Shiki takes it: statements, macros, and class files that hold them. */
export const objectscriptLanguages: LanguageRegistration[] = [
  toLanguage('objectscript-macros', objectscriptMacros),
  toLanguage('objectscript-statements', objectscript),
  objectscriptClass,
];

function toLanguage(
  name: string,
  { scopeName, patterns, repository }: Pick<typeof objectscript, 'scopeName' | 'patterns' | 'repository'>,
): LanguageRegistration {
  // Both projects describe TextMate grammars, each with types of its own.
  return { name, scopeName, patterns, repository } as unknown as LanguageRegistration;
}

const variable = /color:\s*var\(--(?:astro-code|shiki)-(?:token-)?([a-z-]+)\)/;

/** Kinds that are drawn like all other text: a class for each bracket and comma was a twentieth of a page with code. */
const plainKinds: ReadonlySet<string> = new Set(['foreground', 'punctuation']);

/** Turns the colours of highlighted code into class names (`tok-keyword`): the content security policy refuses inline styles. */
export const classTransformer: ShikiTransformer = {
  name: 'class-names',
  span(node) {
    const kind = variable.exec(readStyle(node))?.[1];
    delete node.properties.style;
    if (kind !== undefined && !plainKinds.has(kind)) node.properties.class = `tok-${kind}`;
  },
  code(node) {
    node.children = node.children.flatMap(unwrapLine);
  },
  pre(node) {
    delete node.properties.style;
    delete node.properties.tabindex;
    node.properties.class = 'code-block';
  },
};

/** Takes the elements away that nothing is drawn by: of lines, and of words without a class. They made up a twentieth of a page. */
function unwrapLine(line: ElementContent): ElementContent[] {
  if (line.type !== 'element') return [line];
  return line.children.flatMap((token) =>
    token.type === 'element' && token.properties.class === undefined ? token.children : [token],
  );
}

/** Puts a code block of the prose into a figure with a region that scrolls, takes the focus and says what it is. */
export const figureTransformer: ShikiTransformer = {
  name: 'figure',
  root(root) {
    const [pre] = root.children;
    if (pre?.type !== 'element') return;
    const language = languageNames[this.options.lang] ?? this.options.lang;
    const reason = readIllustrative(this.options.meta?.__raw);
    const region: Element = {
      type: 'element',
      tagName: 'section',
      properties: {
        class: 'code-region',
        tabindex: '0',
        ariaLabel: language === 'plaintext' ? 'Code' : `Code in ${language}`,
      },
      children: [pre],
    };
    const caption: ElementContent[] =
      reason === null
        ? []
        : [
            {
              type: 'element',
              tagName: 'figcaption',
              properties: {},
              children: [{ type: 'text', value: `Illustrative, not run: ${reason}` }],
            },
          ];
    root.children = [
      { type: 'element', tagName: 'figure', properties: { class: 'code' }, children: [region, ...caption] },
    ];
  },
};

const languageNames: Readonly<Record<string, string | undefined>> = {
  python: 'Python',
  objectscript: 'ObjectScript',
  xml: 'XML',
  yaml: 'YAML',
  mdx: 'MDX',
  text: 'plaintext',
};

function readStyle(node: Element): string {
  return typeof node.properties.style === 'string' ? node.properties.style : '';
}

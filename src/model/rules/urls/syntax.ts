import { urlRule } from './url-rule.ts';

/** The text parses as a URL with a host. */
export const urlInvalid = urlRule('url-invalid', (url, parsed) =>
  parsed !== null && (parsed.host !== '' || !/^https?:/.test(url))
    ? undefined
    : {
        found: `\`${url}\``,
        expected: 'a full URL such as `https://host/path`',
        hint: 'copy it from the address bar of the page',
      },
);

/** Archives carry the URL of the page in their own path. */
const archive = /^https?:\/\/(web\.archive\.org\/web\/|archive\.(today|ph|is)\/|arquivo\.pt\/)/i;

/** One URL stands alone: no second one is glued to its end. */
export const urlGlued = urlRule('url-glued', (url) => {
  const second = archive.test(url) ? undefined : /(?<=.)https?:\/\//i.exec(url)?.index;
  return second === undefined
    ? undefined
    : {
        found: `second URL \`${url.slice(second, second + 40)}\``,
        expected: 'one URL',
        hint: `cut it at \`${url.slice(0, second)}\`, and make the rest a source of its own`,
      };
});

/** A URL in a record is plain text: `&`, not `&amp;`. */
export const urlHtmlEntity = urlRule('url-html-entity', (url) => {
  const entity = /&(amp|lt|gt|quot|#\d+|#x[\da-f]+);/i.exec(url)?.[0];
  return entity === undefined
    ? undefined
    : {
        found: `HTML entity \`${entity}\``,
        expected: 'the character itself',
        hint: 'write `&` between query parameters',
      };
});

/** Every percent sign begins an escape of valid UTF-8. */
export const urlPercentEscape = urlRule('url-percent-escape', (url) => {
  const broken = /%(?![\da-f]{2}).{0,2}/i.exec(url)?.[0];
  const hint = 'a percent sign of the name itself is written `%25`, as in `CLASSNAME=%25CSP.WebSocket`';
  if (broken !== undefined) return { found: `\`${broken}\``, expected: '`%` and two hexadecimal digits', hint };
  try {
    decodeURIComponent(url);
    return undefined;
  } catch {
    const run = /(%[89a-f][\da-f])+/i.exec(url)?.[0] ?? '%';
    return { found: `\`${run}\``, expected: 'an escape of valid UTF-8', hint };
  }
});

/** Punctuation of the sentence is no part of the URL. */
export const urlTrailingPunctuation = urlRule('url-trailing-punctuation', (url) => {
  const mark = /[.,;:!?'"\]}>]$|(?<!\([^()]*)\)$/.exec(url)?.[0];
  return mark === undefined
    ? undefined
    : { found: `\`${mark}\` at the end`, expected: 'the URL alone', hint: `write \`${url.slice(0, -1)}\`` };
});

/** A fragment directive says what text it points at. */
export const urlFragmentDirective = urlRule('url-fragment-directive', (url) =>
  /#.*:~:(?!text=.)/.test(url)
    ? {
        found: 'fragment directive without text',
        expected: '`#:~:text=` and the words',
        hint: 'add the words, or drop the directive',
      }
    : undefined,
);

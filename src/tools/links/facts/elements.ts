/** Elements whose text stands apart from what is before and after it. All others join. */
export const blockElements = new Set(
  (
    'address article aside blockquote body br button canvas caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav ' +
    'object ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul video'
  ).split(' '),
);

/**
 * Elements whose content nobody sees. `noscript` is one of them: most readers run scripts, and what it says (`enable
 * JavaScript`) is no content. The `hidden` attribute and styles are not looked at, because panels and tabs open at a click.
 */
export const hiddenElements = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'noembed', 'noframes']);

/** The same inside SVG, where these are descriptions. */
export const hiddenForeignElements = new Set(['title', 'desc', 'metadata', 'script', 'style']);

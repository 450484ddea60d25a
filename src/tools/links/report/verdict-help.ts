import type { LinkVerdict } from '#schema/link-health.ts';

/** What a verdict means, and what to do about it. */
export const verdictHelp: Record<LinkVerdict, { meaning: string; help: string }> = {
  ok: {
    meaning: 'The page says what it is cited for.',
    help: 'Nothing is to be done.',
  },
  moved: {
    meaning: 'The page moved for good, and says at its new address what it is cited for.',
    help: 'Cite the new address. `npm run links -- fix` does it where the move is proven.',
  },
  redirected: {
    meaning: 'The page is shown at another address for now, and says there what it is cited for.',
    help: 'Nothing is to be done: the address cited is still the one to cite.',
  },
  drifted: {
    meaning: 'The page is there, and no longer says what it is cited for.',
    help: 'Read the page. Correct the expectation if only the words changed, cite another edition or an archived copy if the meaning did.',
  },
  'soft-404': {
    meaning: 'The server answers as if the page were there, and shows the page for what it does not have.',
    help: 'Find where the page went, or cite another edition or an archived copy.',
  },
  'anchor-missing': {
    meaning: 'The page is there, and the place on it that is cited is not.',
    help: 'Cite the anchor that the section has now.',
  },
  gone: {
    meaning: 'The server says that the page is not there.',
    help: 'Find where the page went, or cite another edition or an archived copy. Keep the claim: it was read once.',
  },
  blocked: {
    meaning: 'The server does not show the page to the checker.',
    help: 'Read the page in a browser, and record that with `npm run links -- accept <id>`.',
  },
  unreachable: {
    meaning: 'The server did not answer, or could not.',
    help: 'Wait: it is checked again. A link is dead only after two weeks of silence.',
  },
  'no-such-host': {
    meaning: 'No host has that name.',
    help: 'Find where the site went, or cite an archived copy.',
  },
  'tls-error': {
    meaning: 'The certificate of the server does not hold.',
    help: 'Wait: it is checked again. Tell the owner of the site if it stays.',
  },
  invalid: {
    meaning: 'The text is no URL.',
    help: 'Correct it: `npm run check:content` says what is wrong with it.',
  },
  refused: {
    meaning: 'The checker does not ask for such a URL: its scheme, port or address is not one of the public web.',
    help: 'Cite a public address, or give a `locator` in place of the URL.',
  },
  unverified: {
    meaning: 'The server answered, and the checker could not tell what the page says.',
    help: 'Read the page in a browser, and record that with `npm run links -- accept <id>`.',
  },
  waived: {
    meaning: 'A waiver covers what was found.',
    help: 'Nothing is to be done until the waiver ends.',
  },
};

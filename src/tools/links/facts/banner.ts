const longestBanner = 300;

const subject =
  '(?:page|document|documentation|content|topic|version|release|release line|branch|method|module|class|function|package|project|repository|feature|site|article|PEP|specification|API)';
const phrases = new RegExp(
  [
    `\\bthis ${subject} (?:\\S+ )?(?:is|has been|was) (?:(?:now|also|officially|considered) )?(?:deprecated|superseded|obsolete|archived|outdated|withdrawn|rejected|replaced)`,
    `\\b(?:deprecated|superseded|replaced) (?:by|in favou?r of)\\b`,
    `\\bno longer (?:actively )?(?:maintained|supported|developed)\\b`,
    `\\bfor an? (?:old|older|previous|outdated|unsupported|earlier) (?:version|release)\\b`,
    `\\bthis is documentation for\\b`,
  ].join('|'),
  'i',
);

/** Whether a paragraph at the top of a page says that the page is deprecated, superseded or about another version. */
export function isBanner(paragraph: string): boolean {
  return paragraph.length <= longestBanner && phrases.test(paragraph);
}

import { assert, constantFrom, oneof, property, string, webUrl } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '#store/yaml-document.ts';
import { applyFixes } from '#tools/links/fix/apply.ts';
import { planFixes } from '#tools/links/fix/plan.ts';
import { digestText } from '#tools/links/fix/position.ts';
import { createLink } from '../report/reports.ts';
import { createFiles, createMoved, createMoveReport, newUrl, oldUrl, renderSource, sourceFile } from './sources.ts';

const moveReason = 'The page moved for good, and says at its new address what it is cited for.';

/** What a source file becomes when its fixes are planned and made. */
function fix(text: string, link = createMoved()): string {
  const files = createFiles({ [sourceFile]: text });
  const { replacements, left } = planFixes(createMoveReport(link), files.readFile);
  expect(left).toEqual([]);
  expect(applyFixes(replacements, files)).toEqual({ written: [sourceFile] });
  return files.files.get(sourceFile) ?? '';
}

/** Why a source file is left to a human. */
function findObstacle(text: string | undefined, link = createMoved()): string | undefined {
  const files = createFiles(text === undefined ? {} : { [sourceFile]: text });
  const { replacements, left } = planFixes(createMoveReport(link), files.readFile);
  expect(replacements).toEqual([]);
  expect(left).toHaveLength(1);
  return left[0]?.reason;
}

describe('a plan', () => {
  test('names each replacement with its place, its texts and the reason', () => {
    const text = renderSource({ more: 'note: A note.\n' });
    const files = createFiles({ [sourceFile]: text });
    const shared = { citation: 'a-page', file: sourceFile, reason: moveReason, fileSha256: digestText(text) };
    expect(planFixes(createMoveReport(createMoved()), files.readFile)).toEqual({
      replacements: [
        { ...shared, line: 4, column: 6, before: `'${oldUrl}'`, after: `'${newUrl}'` },
        {
          ...shared,
          line: 8,
          column: 1,
          before: '',
          after: `replaces:\n  - url: '${oldUrl}'\n    reason: ${moveReason}\n`,
        },
      ],
      left: [],
    });
  });

  test('takes proven permanent moves and https, and nothing else', () => {
    const files = createFiles({ [sourceFile]: renderSource() });
    const planned = (suggestion: Parameters<typeof createMoved>[0]) =>
      planFixes(createMoveReport(createMoved(suggestion)), files.readFile);
    expect(planned({ kind: 'https' }).replacements).toHaveLength(2);
    expect(planned({ kind: 'permanent-redirect' }).replacements).toHaveLength(2);
    for (const kind of ['anchor', 'versioned', 'archive'] as const)
      expect(planned({ kind })).toEqual({ replacements: [], left: [] });
    for (const kind of ['permanent-redirect', 'https'] as const)
      expect(planned({ kind, confidence: 'low' })).toEqual({ replacements: [], left: [] });
    expect(planFixes(createMoveReport(createLink()), files.readFile)).toEqual({ replacements: [], left: [] });
  });
});

describe('a fixed source', () => {
  test('has the new URL, and the old one under `replaces` with the reason', () => {
    expect(fix(renderSource())).toBe(
      `title: A page
publisher: A publisher
kind: documentation
url: '${newUrl}'
expect:
  terms:
    - a term
replaces:
  - url: '${oldUrl}'
    reason: ${moveReason}
`,
    );
  });

  test('says of https that it is https', () => {
    const [url, value] = ['http://example.org/page', 'https://example.org/page'];
    const link = createMoved({ kind: 'https', value }, { url });
    expect(fix(renderSource({ url: `url: ${url}` }), link)).toBe(
      renderSource({
        url: `url: ${value}`,
        more: `replaces:\n  - url: ${url}\n    reason: The page is now cited over https.\n`,
      }),
    );
  });

  test.each([
    ['single', `'${oldUrl}'`, `'${newUrl}'`],
    ['double', `"${oldUrl}"`, `"${newUrl}"`],
    ['no', oldUrl, newUrl],
  ])('keeps %s quotes, and the comment behind them', (_, before, after) => {
    expect(fix(renderSource({ url: `url:   ${before}  # a comment` }))).toBe(
      renderSource({
        url: `url:   ${after}  # a comment`,
        more: `replaces:\n  - url: ${before}\n    reason: ${moveReason}\n`,
      }),
    );
  });

  test('doubles a quote that the new address has, in single quotes', () => {
    const value = "https://example.org/it's#place";
    expect(fix(renderSource(), createMoved({ value }))).toContain("\nurl: 'https://example.org/it''s#place'\n");
    expect(fix(renderSource({ url: `url: ${oldUrl}` }), createMoved({ value }))).toContain(
      "\nurl: https://example.org/it's#place\n",
    );
  });

  test('has `replaces` where the schema has it, above the comments of what follows', () => {
    const text = renderSource({
      more: 'docset:\n  product: iris\n  version: latest\n\n# On the note.\nnote: A note.\n',
    });
    expect(fix(text)).toBe(
      renderSource({
        url: `url: '${newUrl}'`,
        more: `docset:
  product: iris
  version: latest
replaces:
  - url: '${oldUrl}'
    reason: ${moveReason}

# On the note.
note: A note.
`,
      }),
    );
  });

  test.each([
    ['as the file indents', '  - ', '    '],
    ['flush with the key', '- ', '  '],
    ['far from the dash', '  -   ', '      '],
  ])('adds to the `replaces` that it has, indented %s', (_, dash, indent) => {
    const known = `replaces:\n${dash}url: 'https://example.org/first'\n${indent}reason: It was\n${indent}  renamed. # why\n`;
    const note = '\n# On the note.\nnote: A note.\n';
    expect(fix(renderSource({ more: `${known}${note}` }))).toBe(
      renderSource({
        url: `url: '${newUrl}'`,
        more: `${known}${dash}url: '${oldUrl}'\n${indent}reason: ${moveReason}\n${note}`,
      }),
    );
  });

  test('adds to a list in braces a line for each key', () => {
    const known = "replaces:\n  - { url: 'https://example.org/first', reason: Renamed. }\n";
    expect(fix(renderSource({ more: known }))).toBe(
      renderSource({ url: `url: '${newUrl}'`, more: `${known}  - url: '${oldUrl}'\n    reason: ${moveReason}\n` }),
    );
  });

  test('adds behind a reason that is a block of text', () => {
    const known = "replaces:\n  - url: 'https://example.org/first'\n    reason: >-\n      It was\n      renamed.\n";
    expect(fix(renderSource({ more: `${known}note: A note.\n` }))).toBe(
      renderSource({
        url: `url: '${newUrl}'`,
        more: `${known}  - url: '${oldUrl}'\n    reason: ${moveReason}\nnote: A note.\n`,
      }),
    );
  });

  test('keeps the old URL of a draft to itself: nobody has read it', () => {
    expect(fix(renderSource({ more: 'draft: true\n' }))).toBe(
      renderSource({ url: `url: '${newUrl}'`, more: 'draft: true\n' }),
    );
  });

  test('keeps the line endings of its file', () => {
    const text = renderSource({ more: 'note: A note.\n' }).replaceAll('\n', '\r\n');
    expect(fix(text)).toBe(
      renderSource({
        url: `url: '${newUrl}'`,
        more: `replaces:\n  - url: '${oldUrl}'\n    reason: ${moveReason}\nnote: A note.\n`,
      }).replaceAll('\n', '\r\n'),
    );
  });

  test('ends its last line when the file did not', () => {
    expect(fix(renderSource().trimEnd())).toBe(
      renderSource({
        url: `url: '${newUrl}'`,
        more: `replaces:\n  - url: '${oldUrl}'\n    reason: ${moveReason}\n`,
      }),
    );
  });

  test('of the InterSystems documentation keeps every percent sign', () => {
    const root = 'https://docs.intersystems.com/irislatest/csp/documatic/';
    const from = `http${root.slice(5)}%25CSP.Documatic.cls?LIBRARY=%25SYS&CLASSNAME=%25CSP.WebSocket`;
    const to = `${root}%25CSP.Documatic.cls?LIBRARY=%25SYS&CLASSNAME=%25CSP.WebSocket`;
    const docset = "docset:\n  product: iris\n  version: latest\n  class: '%CSP.WebSocket'\n  library: '%SYS'\n";
    const link = createMoved({ kind: 'https', value: to }, { url: from });
    expect(fix(renderSource({ url: `url: '${from}'`, more: docset }), link)).toBe(
      renderSource({
        url: `url: '${to}'`,
        more: `${docset}replaces:\n  - url: '${from}'\n    reason: The page is now cited over https.\n`,
      }),
    );
  });
});

describe('a source is left to a human', () => {
  test('and named, with the place and the reason', () => {
    const { readFile } = createFiles({ [sourceFile]: renderSource({ url: "url: 'https://example.org/other'" }) });
    expect(planFixes(createMoveReport(createMoved()), readFile).left).toEqual([
      {
        citation: 'a-page',
        file: sourceFile,
        line: 4,
        column: 6,
        reason: `Unexpected URL \`https://example.org/other\`, expected \`${oldUrl}\` as it was checked`,
      },
    ]);
  });

  const oneLine = 'Unexpected way to write the file, expected a record with `url` on one line';
  const listLines = 'Unexpected way to write `replaces`, expected a list with a line for each key';
  const addable = 'Unexpected way to write the file, expected one that can be added to';
  test.each([
    ['that is gone', undefined, 'Unexpected lack of the file, expected it where it was'],
    ['that does not parse', 'url: [', oneLine],
    ['that is no record', '- url\n', oneLine],
    ['that is written as a flow', `{ url: '${oldUrl}' }\n`, oneLine],
    ['without a URL', renderSource({ url: 'locator: here' }), oneLine],
    ['with a URL over several lines', renderSource({ url: `url: >-\n  ${oldUrl}` }), oneLine],
    ['with a URL that is an anchor', renderSource({ url: `url: &url '${oldUrl}'` }), oneLine],
    ['with an empty list', renderSource({ more: 'replaces: []\n' }), listLines],
    ['with a list of texts', renderSource({ more: 'replaces:\n  - one\n' }), listLines],
    ['that says where it ends', renderSource({ more: '...\n' }), addable],
    [
      'that its schema refuses',
      renderSource({ more: 'nothing: here\n' }),
      'Unexpected record, expected one that its schema accepts',
    ],
  ])('%s', (_, text, reason) => {
    expect(findObstacle(text)).toBe(reason);
  });

  const docset = 'docset:\n  product: iris\n  version: latest\n  key: GWORK_basics\n';
  const docUrl = 'https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GWORK_basics';
  test.each([
    [
      'a scheme that is not https',
      { value: 'http://example.org/new#place' },
      'Unexpected scheme `http:` in a URL, expected `https:` (url-insecure)',
    ],
    [
      'credentials',
      { value: 'https://trusted@evil.example/#place' },
      'Unexpected credentials before `@evil.example` in a URL, expected a URL without them (url-credentials)',
    ],
    [
      'a private host',
      { value: 'https://localhost/#place' },
      'Unexpected host `localhost` in a URL, expected a public host name (url-private-host)',
    ],
    [
      'a branch that moves',
      { value: 'https://github.com/a/b/blob/main/c#place' },
      'Unexpected branch `main` in a URL, expected a commit or a version tag (url-mutable-github)',
    ],
    [
      'no URL at all',
      { value: 'new#place' },
      'Unexpected `new#place` in a URL, expected a full URL such as `https://host/path` (url-invalid)',
    ],
    [
      'a line feed that would forge a key',
      { value: 'https://example.org/#place\nnote: forged' },
      'Unexpected character in `https://example.org/#place\nnote: forged`, expected an address in printable ASCII',
    ],
    [
      'letters that look like others',
      { value: 'https://ехample.org/#place' },
      'Unexpected character in `https://ехample.org/#place`, expected an address in printable ASCII',
    ],
    [
      'no fragment where one was cited',
      { value: 'https://example.org/new' },
      'Unexpected address `https://example.org/new`, expected one that still names the place on the page',
    ],
    [
      'more characters than a source takes',
      { value: `https://example.org/${'x'.repeat(1200)}#place` },
      'Unexpected record, expected one that its schema accepts',
    ],
  ])('when the new address has %s', (_, suggestion, reason) => {
    expect(findObstacle(renderSource(), createMoved(suggestion))).toBe(reason);
  });

  test('when the new address is another page than its docset names', () => {
    const link = createMoved({ value: docUrl.replace('GWORK_basics', 'GWORK_other') }, { url: docUrl });
    expect(findObstacle(renderSource({ url: `url: '${docUrl}'`, more: docset }), link)).toBe(
      `Unexpected \`docset\` beside \`${docUrl.replace('GWORK_basics', 'GWORK_other')}\`, expected the two to name one page (url-docset-mismatch)`,
    );
  });

  test('when it would go back to an address that it left', () => {
    const more = `replaces:\n  - url: '${newUrl}'\n    reason: It was renamed.\n`;
    expect(findObstacle(renderSource({ more }))).toBe(
      'Unexpected return to an address, expected one that `replaces` does not name',
    );
  });

  test('when another source has the page already', () => {
    const { readFile } = createFiles({ [sourceFile]: renderSource() });
    const other = createLink({ citation: 'other', url: newUrl.replace('/#', '#') });
    expect(planFixes(createMoveReport(createMoved(), other), readFile)).toMatchObject({
      replacements: [],
      left: [{ citation: 'a-page', reason: 'Unexpected second record of one page, expected it in `other` only' }],
    });
  });

  test('when two sources move to one page', () => {
    const second = 'content/sources/second.yaml';
    const otherUrl = 'https://example.org/other#place';
    const { readFile } = createFiles({
      [sourceFile]: renderSource(),
      [second]: renderSource({ url: `url: '${otherUrl}'` }),
    });
    const other = createMoved({}, { citation: 'second', url: otherUrl });
    expect(planFixes(createMoveReport(createMoved(), other), readFile)).toMatchObject({
      replacements: [],
      left: [
        { citation: 'a-page', reason: 'Unexpected second record of one page, expected it in `second` only' },
        { citation: 'second', reason: 'Unexpected second record of one page, expected it in `a-page` only' },
      ],
    });
  });

  test('and not when two parts of one page move together', () => {
    const second = 'content/sources/second.yaml';
    const { readFile } = createFiles({ [sourceFile]: renderSource(), [second]: renderSource() });
    const other = createMoved({}, { citation: 'second' });
    const { replacements, left } = planFixes(createMoveReport(createMoved(), other), readFile);
    expect([replacements.length, left]).toEqual([4, []]);
  });
});

test('whatever address a server gives, a source is fixed right or not at all', () => {
  const anyAddress = oneof(
    string({ unit: 'binary', maxLength: 30 }),
    string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => `https://example.org/${text}#place`),
    webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['https'] }).map((url) => `${url}#`),
  );
  const anyUrl = constantFrom(`'${oldUrl}'`, `"${oldUrl}"`, oldUrl);
  let fixed = 0;
  assert(
    property(anyAddress, anyUrl, (value, written) => {
      const text = renderSource({ url: `url: ${written}`, more: 'note: A note.\n' });
      const files = createFiles({ [sourceFile]: text });
      const { replacements, left } = planFixes(createMoveReport(createMoved({ value })), files.readFile);
      expect([replacements.length, left.length]).toEqual(left.length === 0 ? [2, 0] : [0, 1]);
      if (left.length > 0) return;
      fixed += 1;
      applyFixes(replacements, files);
      expect(parseYaml(files.readFile(sourceFile) ?? '')).toMatchObject({
        problems: [],
        data: { ...(parseYaml(text).data as object), url: value, replaces: [{ url: oldUrl, reason: moveReason }] },
      });
    }),
    { numRuns: 150 },
  );
  expect(fixed).toBeGreaterThan(15);
});

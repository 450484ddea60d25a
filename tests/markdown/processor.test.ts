import { describe, expect, test } from 'vitest';
import { createMarkdown } from '#markdown/processor.ts';

/** Renders Markdown as the site does. */
async function render(text: string, base = '/'): Promise<string> {
  const { processor, syntaxHighlight, shikiConfig } = createMarkdown({ base });
  const renderer = await processor.createRenderer({ syntaxHighlight, shikiConfig });
  return (await renderer.render(text)).code;
}

/** Renders a block of code. */
function renderCode(info: string, ...lines: string[]): Promise<string> {
  return render(['```' + info, ...lines, '```', ''].join('\n'));
}

/** The names of the regions of a page. */
function listNames(html: string): string[] {
  return [...html.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1] ?? '');
}

/** The classes that code is coloured with, each once. */
function listTokenClasses(html: string): string[] {
  return [...new Set([...html.matchAll(/class="(tok-[a-z-]+)"/g)].map((match) => match[1] ?? ''))].sort();
}

/** The words that are coloured with a class. */
function listWords(html: string, tokenClass: string): string[] {
  return [...html.matchAll(new RegExp(`<span class="${tokenClass}">([^<]*)</span>`, 'g'))].map((match) =>
    (match[1] ?? '').trim(),
  );
}

const table = '| Name | |\n| --- | --- |\n| a | b |\n';

describe('a table', () => {
  test('stands in a region that takes the focus and is named after the heading above it', async () => {
    const html = await render(`## What there is\n\n${table}`);
    expect(html).toMatchInlineSnapshot(`
      "<h2 id="what-there-is">What there is</h2>
      <section class="table-region" tabindex="0" aria-label="Table: What there is"><table>
      <thead>
      <tr>
      <th scope="col">Name</th>
      <td></td>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>a</td>
      <td>b</td>
      </tr>
      </tbody>
      </table></section>"
    `);
  });

  test('without a heading above it has a name all the same', async () => {
    expect(listNames(await render(table))).toEqual(['Table']);
  });

  test('and code have names of their own when several stand below one heading', async () => {
    const html = await render(`## Part\n\n${table}\nwords\n\n${table}\n\`\`\`python\nx = 1\n\`\`\`\n`);
    expect(listNames(html)).toEqual(['Table: Part', 'Table: Part (2)', 'Code in Python: Part']);
  });

  test('has no head without words', async () => {
    const html = await render('| | Name | `code` |\n| --- | --- | --- |\n| a | b | c |\n');
    expect(html.match(/<t[hd](?: [^>]*)?>/g)).toHaveLength(6);
    expect(html.replace(/ scope="col"/g, '')).toContain('<td></td>\n<th>Name</th>\n<th><code>code</code></th>');
  });
});

describe('a link from the root', () => {
  test.each([
    ['/', '/edges/', '/edges/'],
    ['/base', '/edges/', '/base/edges/'],
    ['/base/', '/edges/', '/base/edges/'],
    ['/base/', '/', '/base/'],
    ['/base/', '/edges/#part', '/base/edges/#part'],
    ['/base/', '//example.com/a', '//example.com/a'],
    ['/base/', 'https://example.com/a', 'https://example.com/a'],
    ['/base/', '#part', '#part'],
    ['/base/', 'edges/', 'edges/'],
  ])('of a site at %s: %s becomes %s', async (base, written, rendered) => {
    expect(await render(`[words](${written})`, base)).toBe(`<p><a href="${rendered}">words</a></p>`);
  });

  test('is prefixed in a table and in a definition too', async () => {
    const html = await render('| Name |\n| --- |\n| [a](/a/) [b][b] |\n\n[b]: /b/\n', '/base/');
    expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual(['/base/a/', '/base/b/']);
  });
});

describe('a block of code', () => {
  test('is a figure with class names, and its region takes the focus and names the language', async () => {
    const html = await renderCode('python', 'async def main() -> None:', '    await run("a", 1)  # wait');
    expect(html).toMatchInlineSnapshot(`
      "<figure class="code"><section class="code-region" tabindex="0" aria-label="Code in Python"><pre class="code-block" data-language="python"><code><span class="tok-keyword">async</span><span class="tok-keyword"> def</span><span class="tok-function"> main</span>() -><span class="tok-constant"> None</span>:
      <span class="tok-keyword">    await</span><span class="tok-function"> run</span>(<span class="tok-string-expression">"a"</span>, <span class="tok-constant">1</span>)<span class="tok-comment">  # wait</span></code></pre></section></figure>"
    `);
  });

  test.each([
    ['python', 'Code in Python'],
    ['objectscript', 'Code in ObjectScript'],
    ['xml', 'Code in XML'],
    ['text', 'Code'],
    ['', 'Code'],
  ])('in %j is called "%s"', async (language, name) => {
    const html = await renderCode(language, 'a');
    expect(html).toMatch(/^<figure class="code">/);
    expect(listNames(html)).toEqual([name]);
    expect(html.match(/ tabindex="0"/g)).toHaveLength(1);
  });

  test.each(['python', 'objectscript', 'xml', 'text', ''])('in %j has no inline style', async (language) => {
    const html = await renderCode(language, '<a b="c"> = "text" # 1', 'Set x = $Length("y")', 'import z');
    expect(html).toContain('<pre');
    expect(html).not.toMatch(/style/i);
  });

  test('that is not run says why below it', async () => {
    const html = await renderCode('python illustrative="needs a <server> & a licence"', 'x = 1');
    expect(html).toMatch(
      /<figcaption>Illustrative, not run: needs a &#x3C;server> &#x26; a licence<\/figcaption><\/figure>$/,
    );
  });

  test('that is run has no caption', async () => {
    expect(await renderCode('python', 'x = 1')).not.toContain('figcaption');
  });

  test('cannot close its own markup', async () => {
    const html = await renderCode('text', '</code></pre></figure><script>alert(1)</script>');
    expect(html).not.toContain('<script');
    expect(html.match(/<\/figure>/g)).toHaveLength(1);
  });
});

describe('a class in ObjectScript', () => {
  const lines = [
    '/// A class.',
    'Class App.Work Extends (%RegisteredObject, %JSON.Adaptor) [ Final ]',
    '{',
    '',
    'Property Name As %String;',
    '',
    'ClassMethod Run(name As %String = "x") As %Status',
    '{',
    '  Set length = 1 + $Length(name) // a note',
    '  Quit $$$OK',
    '}',
    '',
    'ClassMethod Call() [ Language = python ]',
    '{',
    '    import asyncio',
    '    return asyncio.run(main())',
    '}',
    '',
    'XData Map',
    '{',
    '<map key="a"/>',
    '}',
    '',
    '}',
  ];

  test('is coloured with more than three classes', async () => {
    expect(listTokenClasses(await renderCode('objectscript', ...lines))).toEqual([
      'tok-comment',
      'tok-constant',
      'tok-function',
      'tok-keyword',
      'tok-string-expression',
    ]);
  });

  test('has its class, members, statements and embedded languages coloured', async () => {
    const html = await renderCode('objectscript', ...lines);
    expect(listWords(html, 'tok-keyword')).toEqual(
      expect.arrayContaining([
        'Class',
        'Extends',
        'Property',
        'ClassMethod',
        'Set',
        'Quit',
        'import',
        'return',
        'XData',
      ]),
    );
    expect(listWords(html, 'tok-function')).toEqual(
      expect.arrayContaining(['App.Work', '%RegisteredObject', 'Run', '$Length', 'Call']),
    );
    expect(listWords(html, 'tok-comment')).toEqual(expect.arrayContaining(['/// A class.', '// a note']));
  });

  test('loses none of its text', async () => {
    const html = await renderCode('objectscript', ...lines);
    const text = html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&#x3C;', '<')
      .replaceAll('&#x26;', '&');
    expect(text.trimEnd()).toBe(lines.join('\n'));
  });

  test('leaves statements outside a class coloured as well', async () => {
    const html = await renderCode('objectscript', '  Set x = 1 + $Length("y") // note');
    expect(listTokenClasses(html)).toEqual([
      'tok-comment',
      'tok-constant',
      'tok-function',
      'tok-keyword',
      'tok-string-expression',
    ]);
  });
});

test('dashes, quotes and single tildes stay as they are written', async () => {
  expect(await render('`a` --flag "words" ... ~5~ ~~gone~~')).toBe(
    '<p><code>a</code> --flag "words" ... ~5~ <del>gone</del></p>',
  );
});

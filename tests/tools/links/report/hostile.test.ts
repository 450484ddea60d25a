import { assert, property, string } from 'fast-check';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { linkFormats, linkReporters, type LinkFormat } from '#tools/links/report/reporters.ts';
import { renderStepSummary } from '#tools/links/report/step-summary.ts';
import { createHostileReport, hostileTexts } from './reports.ts';

const outputs = { ...linkReporters, 'step summary': renderStepSummary };
const hostile = Object.entries(hostileTexts);

/** By the Unicode properties: characters that steer a terminal or a log. Line feeds of the report itself are none. */
const steering = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u;

/** What a runner takes for an order: as its source says, `::` at the start of a line, or `##[` anywhere in it. */
const order = /^\s*::|##\w*\[/;

/** Any text, with the characters that mean something to some format more often than chance has them. */
const anyText = string({ unit: 'binary', maxLength: 30 });
const anyMarks = string({
  unit: 'grapheme-ascii',
  maxLength: 12,
}).map((text) => text.replaceAll(/[a-z]/g, (letter) => '|`\\<>[]:#%&"\'\n\r,@!'.charAt(letter.charCodeAt(0) % 19)));

/** Checks every hostile text, then texts by chance. */
function checkAll(check: (text: string) => void): void {
  for (const [name, text] of hostile) check(name === 'one megabyte' ? text.slice(0, 1000) : text);
  assert(property(anyText, check), { numRuns: 60 });
  assert(property(anyMarks, check), { numRuns: 60 });
}

const names = [...linkFormats, 'step summary'] as const;

describe.each(names)('the report as %s', (name) => {
  const render = (text: string) => outputs[name](createHostileReport(text));

  test('has no character that steers a terminal or a log', () => {
    checkAll((text) => {
      const report = render(text);
      if (steering.test(report)) expect.fail(JSON.stringify(text));
    });
  });
});

// Lines of the report for GitHub are orders; their structure is tested below.
describe.each(names.filter((name) => name !== 'github'))('the report as %s', (name) => {
  test('gives a runner no order', () => {
    checkAll((text) => {
      const forged = outputs[name](createHostileReport(text))
        .split('\n')
        .find((line) => order.test(line));
      if (forged !== undefined) expect.fail(forged);
    });
  });
});

// JSON keeps paths and URLs whole; its own tests say what it cuts.
describe.each(['pretty', 'junit', 'github', 'step summary'] as const)('the report as %s', (name) => {
  test('keeps at most 200 characters of a text', () => {
    const report = outputs[name](createHostileReport('x'.repeat(1_000_000)));
    const runs = [...report.matchAll(/x{9,}/g)].map(([run]) => run.length);
    expect(Math.max(...runs)).toBe(200);
  });
});

describe('golden lines of hostile text', () => {
  const shown: Record<string, string> = {
    'a workflow command on a line of its own': String.raw`x\u000a::error file=a::y`,
    'a workflow command at the start': String.raw`\u003a:error file=a::y`,
    'a command in the old spelling': String.raw`x \u0023#[error]y \u0023#vso[task.complete]z`,
    'ANSI escapes': String.raw`\u001b[31mred\u001b[0m\u009b2J\u001b]8;;https://evil.example\u0007`,
    markup: '<script>alert(1)</script><img src=x onerror=y>&amp;"\'',
    'a formula': '=HYPERLINK("https://evil.example","x")',
    'a change of direction': String.raw`\u202egnp.exe\u2066\u061c`,
    'NUL and other controls': String.raw`a\u0000b\u0008c\u007f\u000d\u2028d`,
    'the end of CDATA': 'x]]>y',
    'a table row': 'a | b \\| c || `d` ``e`` \\',
    'links and mentions':
      '[x](https://evil.example) ![y](z) @somebody #12 https://evil.example www.evil.example a@evil.example',
    'a message with placeholders': '{0} {{1}} [x](1) \\[y]',
    'what XML cannot write': '\uFFFE\uFFFF\uFFFD',
    'one megabyte': `${'x'.repeat(200)}…`,
    percents: '100% %0A %25 a,b:c',
  };

  test.each(hostile)('in the pretty report: %s', (name, text) => {
    const line = linkReporters.pretty(createHostileReport(text)).split('\n')[1];
    const it = shown[name] ?? '';
    expect(line).toBe(`  4:6  dead  ${it}: drifted (${it}): ${it}`);
  });

  test.each(hostile)('in the report for GitHub: %s', (name, text) => {
    const [line = ''] = linkReporters.github(createHostileReport(text)).split('\n');
    const it = (shown[name] ?? '').replaceAll('%', '%25');
    const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/.exec(line) ?? [];
    expect(properties).toMatch(/^file=[^:,]*,line=4,col=6,endColumn=32,title=dead link \(drifted\)$/);
    expect(data.startsWith(`${it}: drifted (${it}): ${it}; suggestion: ${it} (`)).toBe(true);
  });

  test.each(hostile)('in the report for JUnit: %s', (name, text) => {
    using document = XmlDocument.fromString(linkReporters.junit(createHostileReport(text)));
    const it = (shown[name] ?? '').replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');
    expect(document.get('/testsuite/testcase[1]/@name')?.content).toBe(it);
    expect(document.get('/testsuite/testcase[1]/failure/@message')?.content).toBe(
      `dead; drifted (${it}): ${it}; last verified 12 days ago, failing since 2026-11-16 (seen 2 times)`,
    );
  });

  test.each(hostile)('in the SARIF report: %s', (name, text) => {
    const it = (shown[name] ?? '').replaceAll(/[{}]/g, '$&$&').replaceAll(/[[\]]/g, String.raw`\$&`);
    const log = JSON.parse(linkReporters.sarif(createHostileReport(text))) as {
      runs: { results: { message: { text: string } }[] }[];
    };
    expect(
      log.runs[0]?.results[0]?.message.text.startsWith(`${it} is dead. drifted (${it}): ${it} Instead: ${it} (`),
    ).toBe(true);
  });

  test.each(hostile)('in the JSON report and the observations: %s', (_, text) => {
    const well = text.toWellFormed();
    const kept = well.length > 200 ? `${well.slice(0, 200)}…` : well;
    const links: unknown = JSON.parse(linkReporters.json(createHostileReport(text)));
    expect(links).toMatchObject({
      links: [{ finding: { code: kept, detail: kept, notes: [kept, kept] } }, {}, {}, {}, {}, {}],
    });
    expect(JSON.parse(linkReporters.jsonl(createHostileReport(text)))).toMatchObject({
      detail: kept,
      hops: [{ url: kept, location: kept, address: kept }],
      validators: { etag: kept, lastModified: kept },
    });
  });

  const cells: Record<string, string> = {
    ...shown,
    'a table row': String.raw`a | b \\u007c c || 'd' ''e'' ` + '\\',
  };
  test.each(hostile)('in the step summary: %s', (name, text) => {
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(renderStepSummary(createHostileReport(text)));
    const found: string[] = [];
    visit(tree, 'inlineCode', ({ value }) => {
      found.push(value);
    });
    expect(found.slice(0, 6)).toEqual([
      text.length > 200 ? `${'x'.repeat(200)}…` : cells[name],
      found[1],
      cells[name],
      'drifted',
      cells[name],
      cells[name],
    ]);
  });
});

describe('the structure of a report', () => {
  test.each<LinkFormat>(['json', 'sarif'])('as %s is JSON whatever the texts are', (format) => {
    checkAll((text) => {
      expect(() => JSON.parse(linkReporters[format](createHostileReport(text))) as unknown).not.toThrow();
    });
  });

  test('as jsonl is one JSON value a line', () => {
    checkAll((text) => {
      const lines = linkReporters.jsonl(createHostileReport(text)).split('\n');
      expect(lines).toHaveLength(2);
      expect(() => JSON.parse(lines[0] ?? '') as unknown).not.toThrow();
    });
  });

  test('as junit is well-formed XML with the elements of the report and no others', () => {
    checkAll((text) => {
      using document = XmlDocument.fromString(linkReporters.junit(createHostileReport(text)));
      expect(document.find('//*').map((node) => (node instanceof XmlElement ? node.name : ''))).toEqual([
        'testsuite',
        ...['testcase', 'failure'],
        ...['testcase', 'skipped'],
        ...['testcase', 'skipped'],
        ...['testcase', 'skipped'],
        ...['testcase', 'skipped'],
        'testcase',
      ]);
    });
  });

  test('for GitHub is one command a line, with the properties of the report and no others', () => {
    const command = /^::(error|warning) file=[^,:]*,line=4,col=6,endColumn=32,title=[^,:]*::/;
    checkAll((text) => {
      const lines = linkReporters.github(createHostileReport(text)).split('\n');
      expect(lines).toHaveLength(4);
      expect(lines[0]).toMatch(command);
      expect(lines[1]).toMatch(command);
      expect(lines[2]).toMatch(/^::notice title=links::6 citations: /);
      expect(lines[3]).toBe('');
      for (const line of lines) expect(line.replace(/^::.*?::/, '')).not.toMatch(/%(?!25)/);
    });
  });

  test('in the pretty report has as many lines whatever the texts are', () => {
    const expected = linkReporters.pretty(createHostileReport('x')).split('\n').length;
    checkAll((text) => {
      expect(linkReporters.pretty(createHostileReport(text)).split('\n')).toHaveLength(expected);
    });
  });

  test('in the step summary is one table, with code and nothing else of strangers', () => {
    const parser = unified().use(remarkParse).use(remarkGfm);
    checkAll((text) => {
      const tree = parser.parse(renderStepSummary(createHostileReport(text)));
      expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table']);
      visit(tree, (node) => {
        if (node.type === 'tableRow') expect(node.children).toHaveLength(5);
        if (node.type === 'html') expect(node.value).toBe('<br>');
        expect([
          'link',
          'linkReference',
          'image',
          'imageReference',
          'definition',
          'emphasis',
          'strong',
          'delete',
        ]).not.toContain(node.type);
      });
    });
  });
});

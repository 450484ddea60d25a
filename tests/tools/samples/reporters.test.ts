import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { sampleReporters } from '#tools/samples/reporters.ts';
import { hostileText } from '../../report/hostile.ts';
import { createExit, createResult, createSample, gap } from './results.ts';

const typeError =
  'Traceback (most recent call last):\n  File "main.py", line 2, in <module>\n    f()\n    ~^^\nTypeError: no await\n';
const failing = createResult(createExit({ exit: 1, stderr: typeError }));
const results = [
  createResult(createExit()),
  createResult(createExit({ exit: 1, stderr: typeError }), { id: 'b-sample', sample: createSample({ expect: gap }) }),
  failing,
  createResult(createExit(), { sample: createSample({ expect: gap }) }),
  createResult({ kind: 'absent', reason: 'no Python 3 was found on this machine' }, {}, 'cpython'),
  createResult(createExit({ exit: 2, stdout: 'no driver\n' }), { sample: createSample({ role: 'probe' }) }, 'iris'),
];
const reason = 'it ended with exit code 1 with TypeError: no await, expected 0';

/** Characters that steer a terminal or a log; line feeds are none. */
const steering = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
const hostile = createResult(
  {
    kind: 'checked',
    problems: [
      {
        file: `${hostileText}<&">,x:y%.py`,
        line: 1,
        column: 2,
        reason: `${hostileText}]]>"&<a>\uFFFF\uD800`,
        hint: hostileText,
      },
    ],
  },
  { id: `${hostileText}<"`, file: `content/samples/${hostileText}<"/main.py` },
  'parse',
);
const inert = String.raw`\u001b[31mred\u001b[0m\u000a::error::forged 100%\u000d\u202egnp.exe\u2066\u009b2J\u2028\u061c`;

describe('the pretty report', () => {
  test('is one line a verdict, with place, reason and detail below those that failed, and totals', () => {
    expect(sampleReporters.pretty(results).split('\n')).toEqual([
      'passed    pyodide  a-sample',
      'passed    pyodide  b-sample (fails, as declared)',
      'failed    pyodide  a-sample',
      `  content/samples/a-sample/main.py:2:1: ${reason}`,
      '  | Traceback (most recent call last):',
      '  |   File "main.py", line 2, in <module>',
      '  |     f()',
      '  |     ~^^',
      '  | TypeError: no await',
      'failed    pyodide  a-sample',
      '  content/samples/a-sample/main.py: it succeeded, and was expected to fail: the gap may have closed; assess a-gap, another-gap again',
      'untested  cpython  a-sample: no Python 3 was found on this machine',
      'cantTell  iris     a-sample',
      '  content/samples/a-sample/main.py: the question could not be asked: no driver',
      '6 verdicts: 2 passed, 2 failed, 1 cantTell, 1 untested',
      '',
    ]);
  });

  test('has totals even when there is nothing', () => {
    expect(sampleReporters.pretty([])).toBe('0 verdicts: 0 passed, 0 failed\n');
  });

  test('shows hostile text as escapes', () => {
    const report = sampleReporters.pretty([hostile]);
    expect(report).not.toMatch(steering);
    expect(report).toContain(`failed    parse    ${inert}<"\n`);
  });
});

describe('the JSON report', () => {
  test('is the verdicts, each with the words of the brief and no more', () => {
    const file = 'content/samples/a-sample/main.py';
    expect(JSON.parse(sampleReporters.json([results[0] ?? failing, failing]))).toEqual({
      verdicts: [
        { sample: 'a-sample', runtime: 'pyodide', outcome: 'passed', expected: 'pass', file },
        { sample: 'a-sample', runtime: 'pyodide', outcome: 'failed', expected: 'pass', file, reason },
      ],
    });
    expect(sampleReporters.json([])).toBe('{\n  "verdicts": []\n}\n');
  });

  test('steers nothing, and keeps the names as they are', () => {
    const report = sampleReporters.json([hostile]);
    expect(report).not.toMatch(steering);
    expect(JSON.parse(report)).toMatchObject({ verdicts: [{ sample: `${hostileText}<"` }] });
  });
});

describe('the report for GitHub', () => {
  test('is one command for each that failed or cannot tell', () => {
    const file = 'file=content/samples/a-sample/main.py';
    expect(sampleReporters.github(results).split('\n')).toEqual([
      `::error ${file},line=2,col=1,title=sample failed::a-sample in pyodide: ${reason}`,
      `::error ${file},line=1,col=1,title=sample failed::a-sample in pyodide: it succeeded, and was expected to fail: the gap may have closed; assess a-gap, another-gap again`,
      `::error ${file},line=1,col=1,title=sample cantTell::a-sample in iris: the question could not be asked: no driver`,
      '',
    ]);
  });

  test('names the file that the place is in', () => {
    const problems = [{ file: 'work.py', line: 4, column: 2, reason: 'Unexpected Python' }];
    expect(sampleReporters.github([createResult({ kind: 'checked', problems }, {}, 'parse')])).toBe(
      '::error file=content/samples/a-sample/work.py,line=4,col=2,title=sample failed::a-sample in parse: Unexpected Python\n',
    );
  });

  test('lets no text forge a command or a property', () => {
    const report = sampleReporters.github([hostile]);
    expect(report).not.toMatch(steering);
    expect(report.split('\n')).toHaveLength(2);
    const [command = '', , text] = /^::(.*?)::(.*)$/s.exec(report) ?? [];
    expect(command).toMatch(/^::error file=[^,:]*,line=1,col=2,title=sample failed::/);
    expect(text).not.toMatch(/%(?!25)/);
  });
});

describe('the report for JUnit', () => {
  test('is a suite with failures and skipped ones', () => {
    expect(sampleReporters.junit(results.slice(2, 5))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuite name="samples" tests="3" failures="2" skipped="1">',
        `  <testcase classname="pyodide" name="a-sample" file="content/samples/a-sample/main.py"><failure message="${reason}">Traceback (most recent call last):`,
        '  File &quot;main.py&quot;, line 2, in &lt;module&gt;',
        '    f()',
        '    ~^^',
        'TypeError: no await</failure></testcase>',
        '  <testcase classname="pyodide" name="a-sample" file="content/samples/a-sample/main.py"><failure message="it succeeded, and was expected to fail: the gap may have closed; assess a-gap, another-gap again"></failure></testcase>',
        '  <testcase classname="cpython" name="a-sample" file="content/samples/a-sample/main.py"><skipped message="no Python 3 was found on this machine"/></testcase>',
        '</testsuite>',
        '',
      ].join('\n'),
    );
    expect(sampleReporters.junit([createResult(createExit())])).toContain('file="content/samples/a-sample/main.py"/>');
  });

  test('is XML whatever the text is', () => {
    const report = sampleReporters.junit([hostile]);
    expect(report).not.toMatch(steering);
    using document = XmlDocument.fromString(report);
    expect(document.get('/testsuite/testcase/@name')?.content).toBe(`${inert}<"`);
    expect(document.find('//*').map((node) => (node instanceof XmlElement ? node.name : ''))).toEqual([
      'testsuite',
      'testcase',
      'failure',
    ]);
    expect(document.get('//failure/@message')?.content).toBe(`${inert}]]>"&<a>\uFFFD\uFFFD`);
  });
});

import { describe, expect, it } from 'vitest';
import { checkClass } from '../../src/objectscript/class-check.ts';
import { bplClass, process, python } from './good.ts';
import { render } from './render.ts';

/** A class around members. Its first member stands in line 4. */
function wrap(members: string, head = 'Class Demo.X Extends %RegisteredObject'): string {
  return `${head}\n{\n\n${members}\n\n}\n`;
}
function check(text: string): string[] {
  return render(checkClass(text).problems);
}

describe('a class that is right', () => {
  it.each([
    ['a business process with every kind of member', process],
    ['a class with Python', python],
    ['a class with BPL', bplClass],
    ['a class with Windows line ends', process.replaceAll('\n', '\r\n')],
    ['a class behind a byte order mark', `\uFEFF${process}`],
    ['a class that includes macros', `Include (%occStatus, Demo)\n\n${process}`],
  ])('has no problem: %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it('may have arguments named like the words of its grammar', () => {
    expect(check(wrap('Method Go(output, ByRef byref As %String, Output As %String)\n{\n}'))).toEqual([]);
  });

  it('may break its heads over lines', () => {
    expect(check(wrap('Method Go(\n    query As %String,\n    index As %Integer = 1)\n{\n}'))).toEqual([]);
  });

  it('may comment members out', () => {
    expect(check(wrap('/*\nMethod Old(\n{\n*/\nMethod Go()\n{\n}'))).toEqual([]);
  });
});

describe('Python bodies', () => {
  it('come out dedented, with the names of their parameters and their line', () => {
    expect(checkClass(python).pythonBodies).toEqual([
      {
        name: 'Score',
        parameters: ['id', 'names'],
        source: `"""A doc\nstring."""\n\ndef inner(value):\n    return {'a': str(value), "b": [id]}\n\nreturn str(inner('''x'''))\n`,
        line: 6,
      },
    ]);
  });

  it('do not come out when their brackets do not end', () => {
    expect(checkClass(python.replace('[id]', '[id')).pythonBodies).toEqual([]);
  });
});

describe('the structure of a class', () => {
  it.each([
    [
      'Method Go()\n{\n    If x {\n}',
      [
        '9:2 Unexpected end of the file, expected `}` for the class of line 1 (the body of a member above may have taken the last `}`)',
      ],
    ],
    [
      'Method Go()\n{\n    If x {\n}\n\nMethod On()\n{\n}',
      ['5:1 Unexpected `{` without its end, expected `}` before line 9'],
    ],
    [
      'Method Go()\n{\n    Set x = 1 }\n}\n\nMethod On()\n{\n}',
      [
        '7:1 Unexpected `}` before Method of line 9, expected it after the last member (the member above has a `}` too many)',
      ],
    ],
    [
      'Method Go()\n{\n    Set x = (1 + 2\n}',
      ['6:13 Unexpected `(` without its end, expected `)` before the `}` of line 7'],
    ],
    ['Method Go()\n{\n    Set x = 1)\n}', ['6:14 Unexpected `)`, expected `}` for the `{` of line 5']],
    [
      'Method Go()\n{\n    Set x = "a\n    Set y = "b"\n}',
      ['6:13 Unexpected `"` without its end, expected `"` before the end of the line'],
    ],
    [
      'Method Go()\n{\n    /* Set x = 1\n}',
      ['6:5 Unexpected `/*` without its end, expected `*/` before the end of the file'],
    ],
    [
      'Method Go()\n{\n    &sql(SELECT 1\n}\n\nMethod On()\n{\n}',
      ['6:5 Unexpected `&sql(` without its end, expected `)` before line 9'],
    ],
    [
      'Method Go()\n{\n    &html<<b>#(x)#</b>>\n}',
      [
        '6:5 Unexpected `&html<<b>#(x)#</b>>`, expected ObjectScript or `&sql(` (embedded HTML and JavaScript are not read here)',
      ],
    ],
    ['Property A As %String\n\nProperty B;', ['4:22 Unexpected end of `Property A`, expected `;`']],
    ['Method Go() As %Status\n\nProperty B;', ['4:23 Unexpected end of `Method Go`, expected `{`']],
    ['Method Go\n{\n}', ['5:1 Unexpected `{`, expected `(`']],
    ['Method Go(a b)\n{\n}', ['4:13 Unexpected `b`, expected `)`']],
    ['Property A As;', ['4:14 Unexpected `;`, expected a name or a string']],
    ['Property A [ Required ;', ['4:12 Unexpected `[` without its end, expected `]` before the end of the class']],
    ['Index A On B, C;', ['4:13 Unexpected `,`, expected `;`']],
    [
      'Metod Go()\n{\n}\n\nMethod On()\n{\n}',
      ['4:1 Unexpected `Metod`, expected a class member (did you mean `Method`?)'],
    ],
    [
      'Method go_on()\n{\n}',
      [
        '4:8 Unexpected `go_on`, expected a name or a string (names of ObjectScript have no underscore; put the name of a member in quotes to keep it)',
      ],
    ],
    [
      'Method Go() [ Languge = python ]\n{\n}',
      ['4:15 Unexpected keyword `Languge`, expected a keyword of Method (did you mean `Language`?)'],
    ],
    ['Property A [ Required, Required ];', ['4:24 Unexpected second `Required`, expected it once']],
    [
      'Method Go()\n{\n}\n\nClassMethod go()\n{\n}',
      ['8:13 Unexpected second method `go`, expected one: line 4 has it'],
    ],
    [
      'Method Go() As %Status\n{\n}',
      ['5:1 Unexpected blank body of `Method Go`, expected statements that return a %Status'],
    ],
    ['Method Go() [ Language = python ]\n{\n}', ['5:1 Unexpected blank body of `Method Go`, expected a statement']],
    ['XData A\n{\n}', ['5:1 Unexpected blank body of `XData A`, expected content']],
    [
      'Method Go() [ Language = tsql ]\n{\nSELECT 1\n}',
      ['4:8 Unexpected language `tsql`, expected `objectscript` or `python`'],
    ],
    [
      'XData A\n{\n<a>\n<b></a>\n}',
      ['7:8 Unexpected text, expected well-formed XML (Opening and ending tag mismatch: b line 7 and a)'],
    ],
    [
      'Method Go() [ Language = python ]\n{\n    x = """a\n}\n\nMethod On() [ Language = python ]\n{\n    y = """b"""\n}',
      ['6:9 Unexpected `"""` without its end, expected `"""` before the end of the method'],
    ],
  ])('is said where it is wrong: %s', (members, expected) => {
    expect(check(wrap(members))).toEqual(expected);
  });

  it('is said for every member in one run', () => {
    const members = [
      'Method A()\n{\n    Set x = (1\n}',
      'Property B',
      'Methd C()\n{\n}',
      'Method D()\n{\n    Set y = "\n}',
    ];
    expect(check(wrap(members.join('\n\n')))).toEqual([
      '6:13 Unexpected `(` without its end, expected `)` before the `}` of line 7',
      '9:11 Unexpected end of `Property B`, expected `;`',
      '11:1 Unexpected `Methd`, expected a class member (did you mean `Method`?)',
      '17:13 Unexpected `"` without its end, expected `"` before the end of the line',
    ]);
  });

  it.each([
    ['', ['1:1 Unexpected end of the head of the class, expected `Class`']],
    ['hello', ['1:1 Unexpected `hello`, expected `Class`']],
    ['Class Demo.X', ['1:13 Unexpected end of the head of the class, expected `{`']],
    ['Class Demo.X Extends\n{\n}\n', ['2:1 Unexpected `{`, expected a name, a string or `(`']],
    [
      'Class Demo.X\n{\n',
      [
        '2:2 Unexpected end of the file, expected `}` for the class of line 1 (the body of a member above may have taken the last `}`)',
      ],
    ],
    ['Class Demo.X\n{\n}\n}\n', ['4:1 Unexpected `}` after the end of the class, expected the end of the file']],
    ['Class Demo.X\n{\n}\n\nClass Demo.Y\n{\n}\n', ['5:1 Unexpected second class, expected one class in a file']],
    ['Class X\n{\n}\n', ['1:7 Unexpected class `X`, expected a package before its name']],
    ['Class EnsLib.X\n{\n}\n', ['1:7 Unexpected package `EnsLib`, which is reserved, expected one of your own']],
  ])('includes its head and its end: %j', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { checkBpl } from '../../src/objectscript/bpl-check.ts';
import { checkClass } from '../../src/objectscript/class-check.ts';
import { bplClass, bplDocument } from './good.ts';
import { render } from './render.ts';

const check = (text: string, firstLine?: number) => render(checkBpl(text, { firstLine }));

/** A process around steps, the first of them in line 2. */
function wrap(steps: string, language = 'objectscript'): string {
  return `<process request="Demo.Query" language="${language}"><sequence>\n${steps}\n</sequence></process>`;
}
const call = (name: string, attributes = 'async="1"') =>
  `<call name="${name}" target="A" ${attributes}><request type="Demo.Query"/></call>`;

describe('a business process', () => {
  it.each([
    ['with the namespace', bplDocument],
    ['without the namespace', bplDocument.replace(/ xmlns="[^"]*"/, '')],
    ['with a declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${bplDocument}`],
    ['in Python', wrap('<assign property="context.a" value="it[\'s\'] + (1"/>', 'python')],
  ])('that is right has no problem: %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    [
      '<sync calls="@context.c" allowedresponses="1"/>',
      '2:1 Unexpected attribute `allowedresponses`, expected one that `<sync>` has (did you mean `allowresync`?)',
    ],
    [
      '<sync calls="@context.c" type="some"/>',
      '2:1 Unexpected `some` in attribute `type` of `<sync>`, expected `all` or `any`',
    ],
    ['<sync/>', '2:1 Unexpected `<sync>` without `calls`, expected that attribute'],
    ['<cal/>', '2:1 Unexpected `<cal>`, expected an element that may stand there (did you mean `call`?)'],
    [
      '<xslt/>',
      '2:1 Unexpected `<xslt>`, expected an element that may stand there (the schema here has a part of BPL only)',
    ],
    ['<call name="a" target="b" async="1"/>', '2:1 Unexpected end of `<call>`, expected `<annotation>` or `<request>`'],
    ['<trace value=""/>', '2:1 Unexpected empty attribute `value` of `<trace>`, expected a value'],
    ['<empty xpos="left"/>', '2:1 Unexpected `left` in attribute `xpos` of `<empty>`, expected a whole number'],
    ['<sequence>text</sequence>', '2:1 Unexpected text in `<sequence>`, expected elements'],
    [
      call('a', 'async="0"'),
      '2:1 Unexpected `async="0"` of the `<call>` `a` without `<response>`, which does not wait, expected a `<response>` (an empty `<response type="…"/>` is enough)',
    ],
    [
      call('a', 'async="1" timeout="5"'),
      '2:1 Unexpected `timeout` of the asynchronous `<call>` `a`, which ignores it, expected it on the `<sync>`',
    ],
    [`${call('a')}\n${call('a')}`, '3:1 Unexpected second `<call>` named `a`, expected one: line 2 has it'],
    [
      `<foreach property="context.l" key="context.k">\n${call('a')}</foreach>`,
      '3:1 Unexpected fixed name `a` of a `<call>` in `<foreach>`, expected one name for each turn (a `<sync>` would be satisfied by the first reply; use `@context.…`)',
    ],
    [
      `${call('Labs')}\n<sync calls="Labs, Lab"/>`,
      '3:1 Unexpected `Lab` in `calls` of `<sync>`, expected the name of a `<call>` (did you mean `Labs`?)',
    ],
    [
      `<sequence><sync calls="@context.c"/></sequence>\n<if condition="synctimedout"/>`,
      '3:1 Unexpected `synctimedout` in `<if>`, expected it after a `<sync>` and in the same `<sequence>` (its value is lost at the end of that sequence)',
    ],
    [
      '<assign property="context.a" value="f(1"/>',
      '2:1 Unexpected `(` without its end, expected `)` before the end of the value, in `<assign>`',
    ],
    [
      '<code><![CDATA[ Set x = "a ]]></code>',
      '2:1 Unexpected `"` without its end, expected `"` before the end of the line, in `<code>`',
    ],
  ])('that is wrong is said: %s', (steps, expected) => {
    expect(check(wrap(steps))).toEqual([expected]);
  });

  it('in a loop may make its names', () => {
    expect(check(wrap(`<while condition="1">${call('@context.name')}</while>`))).toEqual([]);
  });

  it.each([
    ['', '1:1 Unexpected empty text, expected XML'],
    ['<a/>', '1:1 Unexpected `<a>`, expected `<process>`'],
    ['<process', "1:9 Unexpected text, expected well-formed XML (Couldn't find end of Start Tag process line 1)"],
    ['<process xmlns="u"/>', '1:1 Unexpected namespace `u`, expected `http://www.intersystems.com/bpl` or none'],
    [
      '<process request="a"/>',
      '1:1 Unexpected end of `<process>`, expected `<annotation>`, `<context>`, `<pyFromImport>`, `<sequence>` or `<compensationhandlers>`',
    ],
  ])('starts with its element: %j', (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  it('counts lines from where it starts in its file', () => {
    expect(check(wrap('<cal/>'), 10)[0]).toMatch(/^11:1 Unexpected `<cal>`/);
    expect(check('\n<a>', 10)[0]).toMatch(/^11:4 Unexpected text/);
    expect(render(checkClass(bplClass.replace('<sync calls="Labs"', '<sync calls="Lab"')).problems)).toEqual([
      '21:1 Unexpected `Lab` in `calls` of `<sync>`, expected the name of a `<call>` (did you mean `Labs`?)',
    ]);
  });
});

describe('hostile XML', () => {
  it.each([
    ['<!DOCTYPE process [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<process request="&x;"/>', '1:1'],
    ['<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE process SYSTEM "http://localhost/x.dtd">\n<process/>', '3:1'],
  ])('brings no entities: %s', (text, place) => {
    expect(check(text)).toEqual([`${place} Unexpected document type, expected none: entities are not expanded`]);
  });

  it('does not expand entities that nothing declares', () => {
    expect(check('<process request="&x;"/>')[0]).toMatch(/^1:\d+ Unexpected text, .*Entity 'x' not defined/);
  });

  it('is refused when it is too deep', () => {
    expect(check('<sequence>'.repeat(100_000))[0]).toMatch(/Excessive depth/);
  });
});

import { assert, integer, jsonValue, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '#store/json-document.ts';

/** A fault as `line:column reason`, with a mark for a merge conflict. */
function renderFault(text: string): string | undefined {
  const { fault } = parseJson(text);
  return fault && `${fault.place.line}:${fault.place.column} ${fault.reason}${fault.isMergeConflict ? ' (merge)' : ''}`;
}

test('JSON is parsed as it is', () => {
  assert(
    property(jsonValue(), integer({ min: 0, max: 4 }), (value, indent) => {
      expect(parseJson(JSON.stringify(value, null, indent))).toEqual({
        data: JSON.parse(JSON.stringify(value)) as unknown,
      });
    }),
    { seed: 20_260_302 },
  );
});

describe('what is not JSON has a place', () => {
  test.each([
    ['nothing', '', '1:1 Unexpected end of the file, expected JSON'],
    ['an end that is missing', '{\n  "a": [1,\n', '3:1 Unexpected end of the file, expected JSON'],
    ['text that is not closed', '{\n  "a": "b\n}', '2:8 Unexpected `"b`, expected JSON'],
    ['a comma too many', '{\n  "a": [1, 2,]\n}', '2:14 Unexpected `]`, expected JSON'],
    ['a comma too many before the end', '{\n  "a": 1,\n}', '3:1 Unexpected `}`, expected JSON'],
    ['a comma too few', '[\n  1\n  2\n]', '3:3 Unexpected `2`, expected JSON'],
    ['a value that is missing', '{ "a": }', '1:8 Unexpected `}`, expected JSON'],
    ['a comma without a value', '[,]', '1:2 Unexpected `,]`, expected JSON'],
    ['a key without a value', '{ "a" }', '1:7 Unexpected `}`, expected JSON'],
    ['a value without a key', '{ "a": 1, 2 }', '1:11 Unexpected `2`, expected JSON'],
    ['brackets that do not match', '{ "a": [1 }', '1:11 Unexpected `}`, expected JSON'],
    ['more than one value', '{}\n{}', '2:1 Unexpected `{}`, expected JSON'],
    ['YAML', 'a: 1', '1:1 Unexpected `a:`, expected JSON'],
    ['single quotes', "{ 'a': 1 }", "1:3 Unexpected `'a':`, expected JSON"],
    ['a comment', '{} # end', '1:4 Unexpected `#`, expected JSON'],
    ['a byte order mark', '\ufeff{}', '1:1 Unexpected `\ufeff{}`, expected JSON'],
    ['a number of another language', '[0x10]', '1:3 Unexpected `x10]`, expected JSON'],
    ['a control character in text', '["a\u0001b"]', '1:2 Unexpected `"a\u0001b"]`, expected JSON'],
    ['an escape that is none', '["\\x"]', '1:2 Unexpected `"\\x"]`, expected JSON'],
    [
      'a conflict of two branches',
      '[\n  1,\n<<<<<<< HEAD\n  2\n=======\n  3\n>>>>>>> other\n]',
      '3:1 Unexpected `<<<<<<<`, expected JSON (merge)',
    ],
    ['half a conflict', '[\n  1,\n=======\n  3\n]', '3:1 Unexpected `=======`, expected JSON (merge)'],
  ])('%s', (_what, text, fault) => {
    expect(renderFault(text)).toBe(fault);
  });

  test('wherever a text is cut', () => {
    const cuts = jsonValue()
      .map((value) => JSON.stringify([value], null, 1))
      .chain((text) => integer({ min: 0, max: text.length - 1 }).map((length) => text.slice(0, length)));
    assert(
      property(cuts, (text) => {
        const { fault } = parseJson(text);
        expect(fault?.place.line).toBeLessThanOrEqual(text.split('\n').length);
        expect(fault?.reason).toMatch(/^Unexpected (end of the file|`.+`), expected JSON$/su);
      }),
      { seed: 20_260_302 },
    );
  });
});

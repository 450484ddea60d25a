import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findEntry } from '#tools/links/adapters/find-entry.ts';
import { pep, readPepNumber } from '#tools/links/adapters/pep.ts';
import { pythonDocs } from '#tools/links/adapters/python-docs.ts';
import { measureCpuMs } from '../facts/cpu-time.ts';

const header = [
  '# Sphinx inventory version 2',
  '# Project: Python',
  '# Version: 3.14',
  '# The remainder of this file is compressed using zlib.',
  '',
].join('\n');

function pack(lines: string, start = header): Uint8Array {
  return Uint8Array.from([...Buffer.from(start), ...deflateSync(lines)]);
}

const lines = [
  'asyncio.Queue py:class 1 library/asyncio-queue.html#$ -',
  'asyncio.loop.call_soon py:method 1 library/asyncio-eventloop.html#asyncio.loop.call_soon -',
  'a label std:label -1 library/x.html#a-label The label: with a colon',
  'pip install std:cmdoption -1 using/cmdline.html#cmdoption-$ -',
  '$x std:term -1 glossary.html#term-$ -',
  'what is 3 std:label -1 faq.html#three -',
  'ratio:of 3 std:label -1 faq.html#ratio -',
  '',
  'nonsense',
  'no place py:class 1',
].join('\n');

describe('an inventory of Sphinx', () => {
  test('is read entry by entry', () => {
    expect(pythonDocs.parseInventory(pack(lines))).toEqual({
      kind: 'sphinx',
      entries: [
        { name: 'asyncio.Queue', role: 'py:class', location: 'library/asyncio-queue.html#asyncio.Queue' },
        {
          name: 'asyncio.loop.call_soon',
          role: 'py:method',
          location: 'library/asyncio-eventloop.html#asyncio.loop.call_soon',
        },
        { name: 'a label', role: 'std:label', location: 'library/x.html#a-label' },
        { name: 'pip install', role: 'std:cmdoption', location: 'using/cmdline.html#cmdoption-pip install' },
        { name: '$x', role: 'std:term', location: 'glossary.html#term-$x' },
        { name: 'what is 3', role: 'std:label', location: 'faq.html#three' },
        { name: 'ratio:of 3', role: 'std:label', location: 'faq.html#ratio' },
      ],
    });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['HTML', Buffer.from('<html>\n\n\n\n\n')],
    ['another version', pack(lines, header.replace('version 2', 'version 1'))],
    ['a header without the rest', Buffer.from(header)],
    ['a header and plain text', Buffer.from(header + lines)],
    ['a broken rest', pack(lines).subarray(0, -20)],
    ['a rest that grows beyond 16 MiB', pack('a'.repeat(17 * 1024 * 1024))],
  ])('is not read from %s', (_name, bytes) => {
    expect(pythonDocs.parseInventory(bytes)).toBeUndefined();
  });

  test('is read no further than any documentation goes', () => {
    const inventory = pythonDocs.parseInventory(pack('a py:class 1 b#$ -\n'.repeat(150_000)));
    expect(inventory?.kind === 'sphinx' && inventory.entries.length).toBe(100_000);
  });

  test('is read in linear time when a line never ends', () => {
    const bytes = pack('a py:class '.repeat(1_000_000));
    expect(measureCpuMs(() => pythonDocs.parseInventory(bytes))).toBeLessThan(5000);
  });
});

describe('the entry for an anchor', () => {
  const inventory = pythonDocs.parseInventory(pack(lines));
  const find = (name: string) => findEntry(inventory?.kind === 'sphinx' ? inventory.entries : [], name)?.location;

  test.each([
    ['the same name', 'asyncio.Queue', 'library/asyncio-queue.html#asyncio.Queue'],
    ['the same anchor', 'a-label', 'library/x.html#a-label'],
    ['the last part of a name', 'call_soon', 'library/asyncio-eventloop.html#asyncio.loop.call_soon'],
    ['a name that is spelled much like it', 'asyncio.Queues', 'library/asyncio-queue.html#asyncio.Queue'],
    ['nothing like it', 'something-else-entirely', undefined],
  ])('is found by %s', (_name, anchor, location) => {
    expect(find(anchor)).toBe(location);
  });
});

describe('the list of PEPs', () => {
  const list = {
    484: { number: 484, title: 'Type Hints', status: 'Final', superseded_by: null, url: 'x' },
    3153: { number: 3153, title: 'Asynchronous IO support', status: 'Superseded', superseded_by: '3156' },
  };

  test('is read by number', () => {
    expect(pep.parseInventory(Buffer.from(JSON.stringify(list)))).toEqual({
      kind: 'peps',
      peps: new Map([
        [484, { title: 'Type Hints', status: 'Final', supersededBy: undefined }],
        [3153, { title: 'Asynchronous IO support', status: 'Superseded', supersededBy: '3156' }],
      ]),
    });
  });

  test.each([
    '',
    '<html>',
    '[]',
    '{"1":{"number":"1"}}',
    `{"1":{"number":1,"title":"${'a'.repeat(301)}","status":"x"}}`,
  ])('is not read from %s', (text) => {
    expect(pep.parseInventory(Buffer.from(text))).toBeUndefined();
  });

  test.each([
    ['https://peps.python.org/pep-0492/', 492],
    ['https://peps.python.org/pep-0492.html', 492],
    ['https://peps.python.org/pep-3156', 3156],
    ['https://peps.python.org/topic/typing/', undefined],
    ['https://docs.example.org/pep-0492/', undefined],
  ])('names for `%s` the number %s', (url, number) => {
    expect(readPepNumber(new URL(url))).toBe(number);
  });
});

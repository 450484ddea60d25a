import { describe, expect, test } from 'vitest';
import { foldWord, holdsWord, listWords, Vocabulary } from '#elements/search/correction.ts';

test('words are compared without case, accents, punctuation and symbols', () => {
  expect(['%CSP.WebSocket', '$HOROLOG', 'to_thread', 'Café', '##class()'].map(foldWord)).toEqual([
    'cspwebsocket',
    'horolog',
    'to_thread',
    'cafe',
    'class',
  ]);
});

test('a query has words, but a quoted phrase is meant as it stands', () => {
  expect(listWords('  event  loop -- ')).toEqual(['event', 'loop']);
  expect(listWords('"event lop"')).toEqual([]);
});

describe('a text', () => {
  test.each([
    ['asyncpg, and more', 'asyncpg'],
    ['SendRequestAsync(', 'sendrequest'],
    ['SendRequestAsync(', 'request'],
    ['self.response.wait()', 'response'],
    ['a timeout', 'timeouts'],
    ['it was cancelled', 'cancelling'],
    ['extends %CSP.WebSocket.', 'CSP.WebSocket'],
  ])('%j has %j', (text, word) => {
    expect(holdsWord(text, word)).toBe(true);
  });

  test.each([
    ['web server, WebSocket', 'websoket'],
    ['to develop', 'lop'],
    ['a thread', 'thred'],
    ['one as two', 'asynpg'],
    ['even topics', 'eventop'],
  ])('%j has no %j', (text, word) => {
    expect(holdsWord(text, word)).toBe(false);
  });
});

describe('the words of the site', () => {
  const vocabulary = new Vocabulary([
    'event',
    'loop',
    'WebSocket',
    'async',
    'web',
    'WebSockets',
    '%CSP.WebSocket',
    'asyncpg',
    'SendRequestAsync',
    'send',
    'port',
    'sort',
  ]);

  test.each([
    ['websoket', 'WebSocket'],
    ['webscoket', 'WebSocket'],
    ['websok', 'WebSocket'],
    ['asynpg', 'asyncpg'],
    ['%CSP.WebSoket', '%CSP.WebSocket'],
    ['sendreqest', 'SendRequestAsync'],
    ['evnt lop', 'event lop'],
    ['async websoket', 'async WebSocket'],
  ])('mend %j to %j', (query, mended) => {
    expect(vocabulary.mend(query)).toBe(mended);
  });

  test.each(['websocket', 'webs', 'lop', 'zzqqxx', '"websoket"', '', 'event loop'])('leave %j alone', (query) => {
    expect(vocabulary.mend(query)).toBeUndefined();
  });

  test('among equals the more common one is meant, and the first letter as it was written', () => {
    expect(vocabulary.findNearest('fort')).toBe('port');
    expect(new Vocabulary(['sort', 'port']).findNearest('fort')).toBe('sort');
    expect(vocabulary.findNearest('sorx')).toBe('sort');
    expect(vocabulary.findNearest('sprt')).toBe('sort');
  });
});

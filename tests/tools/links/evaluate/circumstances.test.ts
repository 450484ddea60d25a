import { describe, expect, test } from 'vitest';
import type { Inventory } from '#tools/links/adapters/inventory.ts';
import { evaluate } from '#tools/links/evaluate/evaluate.ts';
import { listFallbacks } from '#tools/links/evaluate/suggestion.ts';
import { readFacts } from '#tools/links/facts/facts.ts';
import { anchorLimit } from '#tools/links/facts/html-facts.ts';
import {
  answer,
  chain,
  fail,
  createCircumstances,
  createCitation,
  createControl,
  renderPage,
  url,
} from './exchanges.ts';

describe('facts that were read before', () => {
  test('are taken in place of the body', () => {
    const exchange = answer({ content: 'nothing of it' });
    const good = answer();
    if (good.kind !== 'answered') throw new Error('expected an answer');
    const facts = readFacts(good.answer);
    expect(evaluate(createCitation(), exchange, createCircumstances({ facts })).verdict).toBe('ok');
    expect(evaluate(createCitation(), exchange, createCircumstances()).verdict).toBe('drifted');
  });
});

describe('a permanent move', () => {
  const other = 'https://docs.example.org/guide/lists';
  const suggest = (text: string, target = other) =>
    evaluate(
      createCitation(),
      answer({ hops: chain(url, 301, target) }),
      createCircumstances({ control: createControl(text) }),
    ).suggestion;

  test('is proven while one part of the expectation tells the page from others', () => {
    expect(suggest('All of it: asyncio.Queue')?.confidence).toBe('high');
    expect(suggest('All of it: asyncio.Queue in Queues')?.confidence).toBe('low');
  });

  test('to a URL that no source file takes is no suggestion', () => {
    const longest = `${other}?`.padEnd(1200, 'a');
    expect(suggest('', longest)?.value).toBe(longest);
    expect(suggest('', `${longest}a`)).toBeUndefined();
  });

  test('from http to another page is more than a change of the scheme', () => {
    const cited = url.replace('https', 'http');
    const { suggestion } = evaluate(
      createCitation({ url: cited }),
      answer({ hops: chain(cited, 301, other) }),
      createCircumstances(),
    );
    expect(suggestion).toEqual({ kind: 'permanent-redirect', value: other, confidence: 'high' });
  });
});

describe('a PEP', () => {
  const pepUrl = 'https://peps.python.org/pep-3153/';
  const evaluatePep = (status: string, supersededBy?: string) => {
    const inventory: Inventory = { kind: 'peps', peps: new Map([[3153, { title: 'IO', status, supersededBy }]]) };
    return evaluate(createCitation({ url: pepUrl }), answer({ at: pepUrl }), createCircumstances({ inventory })).notes;
  };

  test('that is superseded is noted, with its successor', () => {
    expect(evaluatePep('Superseded', '3156')).toEqual([
      'PEP 3153 has the status `Superseded`, superseded by PEP 3156.',
    ]);
    expect(evaluatePep('Withdrawn')).toEqual(['PEP 3153 has the status `Withdrawn`.']);
  });

  test.each(['Final', 'Active', 'Accepted', 'Provisional', 'Draft'])('that is %s is as it should be', (status) => {
    expect(evaluatePep(status)).toEqual([]);
  });
});

describe('anchors', () => {
  test('are not missing from a page that has more than are read', () => {
    const ids = Array.from({ length: anchorLimit }, (_, index) => `<i id=i${index}>`).join('');
    const exchange = answer({ content: renderPage({ body: `asyncio.Queue${ids}` }) });
    expect(evaluate(createCitation({ url: `${url}#later` }), exchange, createCircumstances())).toEqual({
      verdict: 'unverified',
      code: 'ANCHOR_LIMIT',
      detail: 'The page has too many anchors to have read them all.',
      notes: [],
    });
  });

  test('of a shell may be made by its scripts', () => {
    const content = '<title>asyncio.Queue</title><script src=a.js></script>';
    const citation = createCitation({ url: `${url}#later`, expect: { terms: ['asyncio.Queue'] } });
    expect(evaluate(citation, answer({ content }), createCircumstances()).code).toBe('ANCHOR_SCRIPTED');
  });

  test('may be made by the scripts of the host where the chain ended', () => {
    const exchange = answer({ hops: chain(url, 302, 'https://app.example.org/queues') });
    const given = createCircumstances({ shellHosts: new Set(['app.example.org']) });
    expect(evaluate(createCitation({ url: `${url}#later` }), exchange, given).code).toBe('ANCHOR_SCRIPTED');
  });

  test('are offered under a name that is escaped as in a URL', () => {
    const exchange = answer({ content: renderPage({ body: 'asyncio.Queue <i id="the queue"></i>' }) });
    const { suggestion } = evaluate(createCitation({ url: `${url}#the-queue` }), exchange, createCircumstances());
    expect(suggestion).toEqual({ kind: 'anchor', value: `${url}#the%20queue`, confidence: 'low' });
  });
});

describe('the fallbacks of a citation', () => {
  const cited = 'https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=AWSGI';

  test('are those of the source, and then those of its site, each of them once', () => {
    const own = cited.replace('latest', '20241');
    const fallbacks = listFallbacks({ url: cited, fallbacks: [own, cited] });
    expect(fallbacks).toEqual([own, ...['20261', '20251', '20231', '20221'].map((to) => cited.replace('latest', to))]);
  });

  test('are those of the source where the text is no URL', () => {
    expect(listFallbacks({ url: 'none', fallbacks: [cited] })).toEqual([cited]);
  });
});

describe('a sentence about a page', () => {
  const describeFailure = (detail: string) =>
    evaluate(createCitation(), fail('RESET', detail), createCircumstances()).detail;

  test('has at most the length that the health record takes', () => {
    expect(describeFailure('x'.repeat(200))).toBe('x'.repeat(200));
    expect(describeFailure('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
  });

  test('cites at most 60 characters of a page or of a citation', () => {
    const expected = 'w'.repeat(60);
    const content = renderPage({ title: `${expected}v`, heading: expected });
    const { detail } = evaluate(
      createCitation({ expect: { title: 'u'.repeat(60) } }),
      answer({ content }),
      createCircumstances(),
    );
    expect(detail).toBe(`The title is \`${'w'.repeat(59)}…\`, expected \`${'u'.repeat(60)}\`.`);
  });
});

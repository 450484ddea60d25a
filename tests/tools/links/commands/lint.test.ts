import { expect, test } from 'vitest';
import { checkExpectations } from '#tools/links/commands/lint.ts';
import { createCitation } from '../check/worlds.ts';

const control = {
  on: '2026-03-02',
  probe: 'https://docs.example.org/x0',
  status: 200,
  title: 'Example Docs',
  shingles: [],
  text: 'Example Docs. Page not found. Asynchronous programming is everywhere in this menu.',
};

test('an expectation that also stands on the page for what is not there is refused with its place', () => {
  const citation = createCitation('a', 'https://docs.example.org/page', {
    expect: { title: 'Example Docs', heading: 'Streams', terms: ['Asynchronous programming', 'asyncio.StreamReader'] },
  });
  const messages = checkExpectations([citation], { hosts: [{ host: 'docs.example.org', control }] });
  expect(
    messages.map(({ file, line, column, ruleId, reason }) => `${file}:${line}:${column} ${ruleId} ${reason}`),
  ).toEqual([
    'content/sources/a.yaml:4:7 weak-expectation Unexpected title `Example Docs`, expected words that the host does not also show for a page it does not have',
    'content/sources/a.yaml:4:7 weak-expectation Unexpected term `Asynchronous programming`, expected words that the host does not also show for a page it does not have',
  ]);
});

test('a host that nobody has probed refuses nothing, and neither does the control of another kind of page', () => {
  const expectation = { terms: ['Asynchronous programming'] };
  const page = createCitation('a', 'https://other.example.org/page', { expect: expectation });
  const docbook = createCitation(
    'b',
    'https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=AFL',
    {
      expect: expectation,
    },
  );
  const hosts = [
    { host: 'docs.example.org', control },
    { host: 'docs.intersystems.com (intersystems-documatic)', control },
  ];
  expect(checkExpectations([page, docbook], { hosts })).toEqual([]);
  const own = { host: 'docs.intersystems.com (intersystems-docbook)', control };
  expect(checkExpectations([page, docbook], { hosts: [...hosts, own] })).toHaveLength(1);
});

import { describe, expect, test } from 'vitest';
import type { LinkRecord } from '#schema/link-health.ts';
import { deriveCitationHealth } from '#model/view/citation-health.ts';
import { deriveSourceLink } from '#model/view/source-link.ts';
import { createLinkHealth, createLinkRecord, createModel, createSource } from '../entries.ts';

const archive = { url: 'https://archive.example/2026/manual', on: '2026-10-01' };

function derive(record: Partial<LinkRecord> | undefined, source: Parameters<typeof createSource>[0] = {}) {
  const linkHealth = createLinkHealth(record === undefined ? [] : [createLinkRecord(record)]);
  const model = createModel({ sources: [createSource(source)], linkHealth });
  return { health: deriveCitationHealth(model, 'manual'), link: deriveSourceLink(model, 'manual') };
}

/** What stands beside a source: shape, phrase and note. */
function render(...args: Parameters<typeof derive>): string {
  const { mark, note } = derive(...args).health ?? {};
  return `${mark?.shape ?? ''}: ${mark?.word ?? ''}${note === undefined ? '' : ` | ${note}`}`;
}

const negative = { kind: 'negative', n: 1, from: '2026-11-18' } as const;
const weak = { kind: 'weak', n: 1, from: '2026-11-17' } as const;

describe('a citation says in words how it fares', () => {
  test.each<[string, Partial<LinkRecord> | undefined, string]>([
    ['never checked', undefined, 'square-empty: Not verified yet'],
    ['checked without an answer that tells', { state: 'new', lastOk: null }, 'square-empty: Not verified yet'],
    ['as cited', {}, 'check: Last verified 2026-11-20'],
    ['called healthy without a day', { lastOk: null }, 'square-empty: Not verified yet'],
    [
      'in doubt after an answer',
      { state: 'suspect', since: '2026-11-18', lastOk: '2026-11-11', streak: negative },
      'triangle: Suspect since 2026-11-18: it answered otherwise than cited | Last verified 2026-11-11.',
    ],
    [
      'in doubt without an answer',
      { state: 'suspect', since: '2026-11-17', lastOk: null, streak: weak },
      'triangle: Suspect since 2026-11-17: it did not answer',
    ],
    [
      'dead by its answers, from the first of them on',
      { state: 'dead', since: '2026-11-20', lastOk: '2026-11-11', streak: negative },
      'cross: Answers no longer as cited since 2026-11-18 | Last verified 2026-11-11.',
    ],
    [
      'dead without a streak on record',
      { state: 'dead', since: '2026-11-20', lastOk: null },
      'cross: Answers no longer as cited since 2026-11-20',
    ],
    [
      'dead by silence',
      { state: 'dead', since: '2026-11-20', lastOk: null, streak: weak },
      'cross: Has not answered since 2026-11-17',
    ],
    [
      'out of reach of the check',
      { state: 'unverifiable', since: '2026-11-15', lastOk: '2026-10-16' },
      'question: Could not be verified since 2026-11-15 | Last verified 2026-10-16.',
    ],
    ['excused', { state: 'waived', since: '2026-11-15', lastOk: null }, 'dash: Excused by a waiver since 2026-11-15'],
  ])('%s', (_what, record, expected) => {
    expect(render(record)).toBe(expected);
  });
});

test('an excused citation says why and until when', () => {
  const waiver = {
    match: { citation: 'manual' },
    verdicts: ['blocked' as const],
    reason: 'The host turns machines away.',
    owner: 'content',
    expires: '2027-01-31',
  };
  const model = createModel({
    sources: [createSource({})],
    linkHealth: createLinkHealth([createLinkRecord({ state: 'waived', lastOk: null })]),
    waivers: { file: 'content/waivers.yaml', data: [waiver] },
  });
  expect(deriveCitationHealth(model, 'manual')?.note).toBe('Until 2027-01-31: The host turns machines away.');
});

describe('a person who read the page', () => {
  const accessedOn = '2026-11-19';

  test('verifies it where no check had an answer that tells', () => {
    expect(render(undefined, { accessedOn })).toBe('check: Last verified 2026-11-19');
    expect(render({ state: 'new', lastOk: null }, { accessedOn })).toBe('check: Last verified 2026-11-19');
  });

  test('is named beside a check that cannot tell, and does not make good what it found', () => {
    expect(render({ state: 'unverifiable', since: '2026-11-15', lastOk: null }, { accessedOn })).toBe(
      'question: Could not be verified by the check since 2026-11-15 | Last verified 2026-11-19.',
    );
    expect(render({ state: 'dead', since: '2026-11-15', lastOk: null }, { accessedOn })).toBe(
      'cross: Answers no longer as cited since 2026-11-15 | Last verified 2026-11-19.',
    );
  });

  test('is all there is once the source has another URL than the record', () => {
    const url = 'https://example.com/manual/2';
    expect(render({ state: 'dead' }, { url })).toBe('square-empty: Not verified yet');
    expect(render({ state: 'dead' }, { url, accessedOn })).toBe('check: Last verified 2026-11-19');
  });
});

test('a source without an address, and one that nobody knows, have no health', () => {
  expect(derive(undefined, { url: undefined, accessedOn: '2026-11-19' }).health).toBeUndefined();
  expect(deriveCitationHealth(createModel(), 'no-such')).toBeUndefined();
});

describe('the link to a source', () => {
  const url = 'https://example.com/manual';

  test('has no attributes where no copy is on record', () => {
    expect(derive({}).link).toMatchObject({ url, live: { href: url } });
    expect(derive({}).link.archived).toBeUndefined();
    expect(Object.keys(derive({}).link.live ?? {})).toEqual(['href']);
  });

  test('names the archived copy and its day, and the link to the copy names the page', () => {
    expect(derive({}, { archive }).link).toMatchObject({
      live: { href: url, 'data-versionurl': archive.url, 'data-versiondate': '2026-10-01' },
      archived: {
        on: '2026-10-01',
        link: { href: archive.url, 'data-originalurl': url, 'data-versiondate': '2026-10-01' },
      },
    });
  });

  test('is gone for a dead citation, whose address stays as text and whose copy stays linked', () => {
    const { link } = derive({ state: 'dead' }, { archive });
    expect(link.live).toBeUndefined();
    expect(link.url).toBe(url);
    expect(link.archived?.link.href).toBe(archive.url);
    expect(derive({ state: 'dead' }).link).toMatchObject({ url, live: undefined, archived: undefined });
  });

  test('stays for a citation that is merely suspect or cannot be verified', () => {
    expect(derive({ state: 'suspect' }).link.live).toEqual({ href: url });
    expect(derive({ state: 'unverifiable' }).link.live).toEqual({ href: url });
  });

  test('leads to the copy of a document that has no address of its own', () => {
    const { link } = derive(undefined, { url: undefined, archive });
    expect(link.live).toBeUndefined();
    expect(link.archived?.link).toEqual({ href: archive.url, 'data-versiondate': '2026-10-01' });
  });
});

import {
  array,
  constantFrom,
  dictionary,
  integer,
  jsonValue,
  option,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import {
  linkStates,
  linkVerdicts,
  suggestionKinds,
  type HostRecord,
  type LinkHealth,
  type LinkRecord,
  type LinkVerdict,
} from '#schema/link-health.ts';
import type { Waiver } from '#schema/waiver.ts';
import { waivableVerdicts } from '#schema/waiver.ts';
import { emptyHealth } from '#tools/links/history/render.ts';
import type { Observation } from '#tools/links/observation.ts';
import { citation, createObservation, createWaiver, dayAt, expectHash } from './observations.ts';

/** The same examples in every run. */
export const seed = 20_260_302;

export const verdicts: Arbitrary<LinkVerdict> = constantFrom(...linkVerdicts);

/** Observations of the citation within one day, at any time of it. */
export function observationsOn(offset: number, verdict = verdicts): Arbitrary<Observation[]> {
  // Few times, so that some observations are of the same one.
  const time = integer({ min: 0, max: 3 }).map((quarter) => quarter * 21_600_000);
  const observation = record({ verdict, time, detail: constantFrom('one', 'another') }).map(({ time: ms, ...rest }) =>
    createObservation(rest.verdict, offset, {
      ...rest,
      at: new Date(Date.parse(`${dayAt(offset)}T00:00:00Z`) + ms).toISOString(),
    }),
  );
  return array(observation, { maxLength: 5 });
}

const offsets = integer({ min: 0, max: 60 });
const days = offsets.map(dayAt);
const text = string({ unit: 'binary', minLength: 1, maxLength: 80 })
  .map((value) => value.trim())
  .filter((value) => value !== '');
const newerKeys = dictionary(
  string({ unit: 'grapheme', minLength: 1 }).map((key) => `newer ${key}`),
  jsonValue(),
  { maxKeys: 3 },
);

/** Records as any history could leave them, those of wrong clocks included. */
export function linkRecords(id: Arbitrary<string>): Arbitrary<LinkRecord> {
  return record(
    {
      citation: id,
      url: text,
      state: constantFrom(...linkStates),
      since: days,
      firstSeen: days,
      lastChecked: option(days),
      lastOk: option(days),
      streak: option(
        record({
          kind: constantFrom('negative' as const, 'weak' as const),
          n: integer({ min: 1, max: 9 }),
          from: days,
        }),
      ),
      last: record({
        verdict: verdicts,
        code: constantFrom('OK', 'HTTP_404'),
        detail: string({ unit: 'binary', maxLength: 200 }).filter(({ length }) => length <= 200),
      }),
      unstable: constantFrom(true),
      flippedOn: days,
      expectHash: constantFrom(expectHash),
      suggestion: record({
        kind: constantFrom(...suggestionKinds),
        value: text,
        confidence: constantFrom('high' as const, 'low' as const),
      }),
      validators: record({ etag: text, lastModified: text }, { requiredKeys: [] }),
      nextDue: days,
      newer: newerKeys,
    },
    { requiredKeys: [...requiredKeys] },
  ).map(({ newer, ...rest }) => ({ ...rest, ...newer }));
}

const requiredKeys = [
  'citation',
  'url',
  'state',
  'since',
  'firstSeen',
  'lastChecked',
  'lastOk',
  'streak',
  'last',
  'expectHash',
  'nextDue',
] as const;

const hostRecords: Arbitrary<HostRecord> = record(
  {
    host: text,
    control: record(
      {
        on: days,
        probe: text,
        status: integer({ min: 100, max: 599 }),
        title: string({ unit: 'binary', maxLength: 100 }),
        shingles: array(constantFrom('0123abcd', 'ffffffff')),
        text: string({ unit: 'binary', maxLength: 500 }),
      },
      { requiredKeys: ['on', 'probe', 'status', 'shingles', 'text'] },
    ),
    newer: newerKeys,
  },
  { requiredKeys: ['host'] },
).map(({ newer, ...rest }) => ({ ...rest, ...newer }));

/** Whole files, of many citations, in any order. */
export const healths: Arbitrary<LinkHealth> = record({
  hosts: array(hostRecords, { maxLength: 4 }).map((hosts) => keepFirst(hosts, ({ host }) => host)),
  links: array(linkRecords(integer({ min: 0, max: 40 }).map((id) => `page-${id}`)), { maxLength: 8 }).map((links) =>
    keepFirst(links, ({ citation: id }) => id),
  ),
}).map((parts) => ({ ...emptyHealth, ...parts }));

/** Files with one record, that of the citation, or without any. */
export const healthsOfOne: Arbitrary<LinkHealth> = array(linkRecords(constantFrom(citation.id)), { maxLength: 1 }).map(
  (links) => ({ ...emptyHealth, links }),
);

export const waivers: Arbitrary<Waiver[]> = array(
  record({ verdicts: array(constantFrom(...waivableVerdicts), { minLength: 1 }), expires: days }).map(createWaiver),
  { maxLength: 2 },
);

function keepFirst<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return [...Map.groupBy(items, nameOf).values()].flatMap(([first]) => (first === undefined ? [] : [first]));
}

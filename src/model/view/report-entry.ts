import { stances, type Evidence } from '#schema/evidence.ts';
import type { ClaimEntry } from '../content.ts';
import { listJudgements, type Judgement } from '../judgements.ts';
import type { Model } from '../model.ts';
import { stanceTerms } from '../vocabulary.ts';
import { deriveEntryPage, type EntryPage, type Fact } from './entry-page.ts';
import { deriveMark, type Mark } from './mark.ts';
import type { ReportPlace } from './report-places.ts';
import { deriveSampleMention, type SampleMention } from './report-sample.ts';

/** Numbers of references that take one stance. */
export interface StanceNumbers {
  stance: string;
  numbers: number[];
}

/** The judgement that counts: what it says, and the numbers of its evidence. */
export interface ReportJudgement {
  summary: string;
  remarks: { term: string; text: string }[];
  evidence: StanceNumbers[];
}

/** A judgement that no longer counts, in short. */
export interface EarlierJudgement {
  on: string;
  mark: Mark | undefined;
  /** Its evidence, whatever its stance. */
  numbers: number[];
}

/** An entry as it stands in the report. */
export interface ReportEntry
  extends ReportPlace, Pick<EntryPage, 'collection' | 'id' | 'path' | 'title' | 'summary' | 'mark'> {
  facts: Fact[];
  /** What it comes from, with the number of the document. */
  origin: { part: string; number: number };
  /** The rest of the record; absent for an entry in short, whose page has it. */
  record: ReportRecord | undefined;
}

/** What the report shows of an entry beside its prose. */
export interface ReportRecord extends Pick<EntryPage, 'lists'> {
  current: ReportJudgement | undefined;
  /** Judgements that no longer count, newest first. */
  earlier: EarlierJudgement[];
  related: { title: string; places: ReportPlace[] }[];
  samples: SampleMention[];
  /** Numbers of the documents it leads on to. */
  documentation: number[];
}

/** What an entry of the report is derived with: where the others stand, and the numbers of the references. */
export interface ReportContext {
  places: ReadonlyMap<string, ReportPlace>;
  numbers: ReadonlyMap<string, number>;
}

export function deriveReportEntry(
  model: Model,
  entry: ClaimEntry,
  { places, numbers }: ReportContext,
  isWhole: boolean,
): ReportEntry {
  const page = deriveEntryPage(model, entry);
  const place = places.get(page.path);
  if (place === undefined) throw new RangeError(`${entry.file} has no place in the report`);
  const { document, section, item } = entry.data.origin;
  return {
    ...place,
    collection: page.collection,
    id: page.id,
    path: page.path,
    title: page.title,
    summary: page.summary,
    mark: page.mark,
    facts: page.facts.filter(({ term }) => term !== 'Origin').map(shorten),
    origin: { part: `${section}, item ${item}`, number: numbers.get(document) ?? 0 },
    record: isWhole ? deriveRecord(model, entry, page, { places, numbers }) : undefined,
  };
}

function deriveRecord(
  model: Model,
  entry: ClaimEntry,
  { lists, related, samples }: EntryPage,
  { places, numbers }: ReportContext,
): ReportRecord {
  const numberOf = (source: string) => numbers.get(source) ?? 0;
  const current = model.currentOf(entry);
  return {
    lists,
    current: current && deriveJudgement(current, numberOf),
    earlier: listJudgements(entry)
      .filter(({ on }) => on !== current?.on)
      .map((judgement) => ({
        on: judgement.on,
        mark: deriveMark(entry.collection, judgement),
        numbers: listNumbers(judgement.evidence, numberOf),
      }))
      .reverse(),
    related: related.map(({ title, links }) => ({
      title,
      places: links.flatMap(({ path }) => places.get(path) ?? []).toSorted(comparePlaces),
    })),
    samples: samples.map(({ figure }) => deriveSampleMention(figure)),
    documentation: [...new Set(entry.data.docs.map(numberOf))].toSorted((a, b) => a - b),
  };
}

function comparePlaces(a: ReportPlace, b: ReportPlace): number {
  return a.number.localeCompare(b.number, 'en', { numeric: true });
}

/** Terms without their note: the chapter on judging tells the meaning once, and the page of an entry what a review takes. */
const bareTerms: ReadonlySet<string> = new Set(['Verification', 'Review']);

function shorten({ term, value, note }: Fact): Fact {
  return { term, value, ...(note !== undefined && !bareTerms.has(term) && { note }) };
}

function deriveJudgement(
  { summary, remaining, correction, disputed, target, evidence }: Judgement,
  numberOf: (source: string) => number,
): ReportJudgement {
  return {
    summary,
    remarks: [
      { term: 'About versions', text: target },
      { term: 'Still missing', text: remaining },
      { term: 'Correction', text: correction },
      { term: 'Disputed', text: disputed },
    ].flatMap(({ term, text }) => (text === undefined ? [] : [{ term, text }])),
    evidence: stances
      .map((stance) => ({
        stance: stanceTerms[stance].word,
        numbers: listNumbers(
          evidence.filter((item) => item.stance === stance),
          numberOf,
        ),
      }))
      .filter(({ numbers }) => numbers.length > 0),
  };
}

/** The numbers of the sources of evidence, each once, in their order. */
function listNumbers(evidence: readonly Evidence[], numberOf: (source: string) => number): number[] {
  return [...new Set(evidence.map(({ source }) => numberOf(source)))].toSorted((a, b) => a - b);
}

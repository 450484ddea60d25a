import type { ApiRun } from '#schema/api/sample.ts';
import { runtimeNames } from '#schema/sample.ts';
import type { EntryIn } from '../content.ts';
import { findVerdict, isForSource } from '../verdicts.ts';
import { deriveSampleFigure } from '../view/sample-figure.ts';
import { outcomeTerms } from '../vocabulary.ts';
import type { Api } from './api.ts';
import { deriveOwnLinks } from './links.ts';
import { deriveRelations } from './relations.ts';
import { deriveRichText, renderPlainText } from './rich-text.ts';

/** What a sample did, one item a runtime. A verdict for another source says nothing and is left out. */
export function deriveRuns({ model }: Api, sample: EntryIn<'samples'>): ApiRun[] {
  const { verdicts } = deriveSampleFigure(model, sample);
  return runtimeNames.flatMap((runtime, index) => {
    const row = verdicts[index];
    if (row === undefined) return [];
    const verdict = findVerdict(model, sample.id, runtime);
    const run = verdict && isForSource(verdict, sample) && row.outcome === verdict.outcome ? verdict : undefined;
    return {
      runtime,
      outcome: row.outcome,
      outcome_label: outcomeTerms[row.outcome].word,
      expected: sample.data.expect.outcome,
      note: row.note,
      runtime_version: run?.runtime.version ?? null,
      python_version: run?.runtime.python ?? null,
      host: run?.runtime.host ?? null,
      ran_on: run?.ranOn ?? null,
    };
  });
}

/** The head of a sample, as its collection lists it. */
export function deriveSampleHead(api: Api, sample: EntryIn<'samples'>) {
  const { collection, id, data } = sample;
  return {
    collection,
    id,
    title: renderPlainText(data.title),
    ...deriveRichText('summary', data.summary),
    language: data.language,
    role: data.role,
    runs: deriveRuns(api, sample),
    links: deriveOwnLinks(api, sample),
  };
}

/** A sample, whole, but for the text of its files. */
export function deriveSample(api: Api, sample: EntryIn<'samples'>) {
  const { data, files, file } = sample;
  if (files === undefined) throw new RangeError(`${file} has no files`);
  return {
    ...deriveSampleHead(api, sample),
    ...deriveRichText('control', data.control),
    packages: data.packages,
    files: [files.main, ...Object.keys(files.texts).filter((name) => name !== files.main)],
    source_sha256: files.sha256,
    reviewed_on: data.reviewedOn,
    relations: deriveRelations(api, sample),
  };
}

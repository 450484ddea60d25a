import type { Outcome, Verdict } from '#schema/verdict.ts';
import { runtimeNames, type RuntimeName } from '#schema/sample.ts';
import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { isDeclared, listRegions, removeMarks } from '../sample.ts';
import { findVerdict, isForSource } from '../verdicts.ts';
import { outcomeTerms, runtimeTerms, type Shape } from '../vocabulary.ts';

/** What a sample did in one runtime, as a row. */
export interface VerdictRow {
  runtime: string;
  outcome: Outcome;
  word: string;
  shape: Shape;
  /** In what it ran and when, or why it did not. */
  note: string;
}

/** A sample as it stands on a page: code, output and verdicts, finished. */
export interface SampleFigure {
  id: string;
  path: string;
  title: string;
  summary: string;
  role: string;
  /** Language for the highlighter. */
  language: 'python' | 'objectscript' | 'xml';
  main: string;
  /** The part that is the point. */
  excerpt: string;
  /** The whole main file, without the marks of its regions. */
  whole: string;
  /** How many lines the whole main file has. */
  lines: number;
  /** Whether the excerpt is a part only. */
  isPart: boolean;
  /** Further files, shown with the whole. */
  others: { name: string; text: string }[];
  output: string;
  verdicts: VerdictRow[];
  /** What it fails with and why, for a sample that shows a gap. */
  expectedFailure: string | undefined;
  control: string | undefined;
  /** The path of the program for a reader's browser, or why it is not for browsers. */
  browser: { program: string } | { why: string };
}

const highlighted = { python: 'python', objectscript: 'objectscript', bpl: 'xml' } as const;

/** Derives the figure of a sample. Without a region it shows the first one, or the whole of a program that marks none. */
export function deriveSampleFigure(model: Model, sample: EntryIn<'samples'>, region?: string): SampleFigure {
  const { data, files } = sample;
  if (files === undefined) throw new RangeError(`${sample.file} has no files`);
  const { [files.main]: text = '', ...others } = files.texts;
  const regions = listRegions(text);
  const excerpt = regions.find(({ name }) => region === undefined || name === region)?.text;
  const whole = removeMarks(text);
  const { raises, reason } = data.expect;
  return {
    id: sample.id,
    path: renderEntryPath(sample),
    title: data.title,
    summary: data.summary,
    role: data.role,
    language: highlighted[data.language],
    main: files.main,
    excerpt: excerpt ?? whole,
    whole,
    lines: whole.trimEnd().split('\n').length,
    isPart: excerpt !== undefined,
    others: Object.entries(others).map(([name, other]) => ({ name, text: removeMarks(other) })),
    output: files.stdout,
    verdicts: deriveVerdictRows(model, sample),
    expectedFailure:
      data.expect.outcome === 'fail'
        ? `${raises?.type ?? 'An error'}: ${raises?.message ?? ''}. ${reason ?? ''}`
        : undefined,
    control: data.control,
    browser:
      data.runtimes.pyodide === true
        ? { program: `${renderEntryPath(sample)}program.json` }
        : { why: data.runtimes.pyodide.skip },
  };
}

/** What a sample did in every runtime, those it is not for included. */
export function deriveVerdictRows(model: Model, sample: EntryIn<'samples'>): VerdictRow[] {
  return runtimeNames.map((name) => deriveVerdictRow(model, sample, name));
}

function deriveVerdictRow(model: Model, sample: EntryIn<'samples'>, name: RuntimeName): VerdictRow {
  const { data } = sample;
  const runtime = runtimeTerms[name].word;
  const declared = data.runtimes[name];
  if (!isDeclared(data, name)) {
    const outcome = 'inapplicable';
    const { word, shape } = outcomeTerms[outcome];
    return {
      runtime,
      outcome,
      word,
      shape,
      note: typeof declared === 'object' && 'skip' in declared ? declared.skip : '',
    };
  }
  const verdict = findVerdict(model, sample.id, name);
  // A verdict for another source says nothing of this one.
  if (verdict === undefined || !isForSource(verdict, sample)) {
    const outcome = 'untested';
    const { word, shape } = outcomeTerms[outcome];
    return {
      runtime,
      outcome,
      word,
      shape,
      note: verdict === undefined ? 'Not run for the record yet.' : 'Not run since the source changed.',
    };
  }
  const { word, shape } = outcomeTerms[verdict.outcome];
  const asDeclared = verdict.expected === 'fail' && verdict.outcome === 'passed' ? ', by failing as declared' : '';
  return { runtime, outcome: verdict.outcome, word: `${word}${asDeclared}`, shape, note: renderRun(verdict) };
}

function renderRun({ runtime, ranOn, reason }: Verdict): string {
  if (ranOn === undefined) return reason ?? '';
  const python = runtime.python === undefined || runtime.python === runtime.version ? '' : `, Python ${runtime.python}`;
  return `${runtime.version ?? ''}${python}${runtime.host === undefined ? '' : ` on ${runtime.host}`}, ${ranOn}. Source unchanged since.`;
}

/** How many verdicts of a runtime are `passed`, of how many that are declared. */
export interface RuntimeTally {
  runtime: string;
  passed: number;
  declared: number;
}

/** The tally of every runtime, over all samples. */
export function deriveTallies(model: Model): RuntimeTally[] {
  return runtimeNames.map((name) => {
    const declared = model.content.entries.samples.filter(({ data }) => isDeclared(data, name));
    const passed = declared.filter((sample) => {
      const verdict = findVerdict(model, sample.id, name);
      return verdict?.outcome === 'passed' && isForSource(verdict, sample);
    });
    return { runtime: runtimeTerms[name].word, passed: passed.length, declared: declared.length };
  });
}

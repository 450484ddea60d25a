import { describe, expect, test } from 'vitest';
import type { EntryIn } from '#model/content.ts';
import type { SampleFiles } from '#model/sample.ts';
import { deriveSampleFigure, deriveTallies } from '#model/view/sample-figure.ts';
import type { Verdict } from '#schema/verdict.ts';
import { createModel, createSample } from '../entries.ts';

const digest = 'a'.repeat(64);
const olderDigest = 'b'.repeat(64);

type Overrides = Partial<Omit<Verdict, 'runtime'>> & { runtime?: Partial<Verdict['runtime']> };

function createRun({ runtime, ...overrides }: Overrides = {}): Verdict {
  return {
    sample: 'sample',
    runtime: { name: 'cpython', version: '3.14.0', ...runtime },
    sourceSha256: digest,
    outcome: 'passed',
    expected: 'pass',
    exit: 0,
    normalisers: [],
    ranOn: '2026-11-20',
    ...overrides,
  };
}

function derive(sample: EntryIn<'samples'>, verdicts: readonly Verdict[] = [], region?: string) {
  const model = createModel({
    samples: [sample],
    verdicts: { file: 'content/generated/verdicts.json', data: verdicts },
  });
  return deriveSampleFigure(model, sample, region);
}

/** The row of CPython, the only runtime that the tests of rows give verdicts of. */
function deriveRow(sample: EntryIn<'samples'>, ...verdicts: readonly Verdict[]) {
  return derive(sample, verdicts).verdicts[1];
}

function withFiles(sample: EntryIn<'samples'>, files: Partial<SampleFiles>): EntryIn<'samples'> {
  if (sample.files === undefined) throw new RangeError('The sample has no files');
  return { ...sample, files: { ...sample.files, ...files } };
}

describe('the figure of a sample', () => {
  test('is code, output and a row for every runtime, finished for the page', () => {
    const sample = createSample({ id: 'forgotten-await', control: 'The awaited twin runs.' });
    const runs = (['cpython', 'pyodide'] as const).map((name) =>
      createRun({ sample: 'forgotten-await', runtime: { name, version: '3.14.0' } }),
    );
    expect(derive(sample, runs)).toEqual({
      id: 'forgotten-await',
      path: '/samples/forgotten-await/',
      title: 'A sample',
      summary: 'What it shows.',
      role: 'recipe',
      language: 'python',
      main: 'main.py',
      excerpt: 'print(1)\n',
      whole: 'print(1)\n',
      lines: 1,
      isPart: false,
      others: [],
      output: '1\n',
      verdicts: [
        {
          runtime: 'Pyodide',
          outcome: 'passed',
          word: 'Passed',
          shape: 'check',
          note: '3.14.0, 2026-11-20. Source unchanged since.',
        },
        {
          runtime: 'CPython',
          outcome: 'passed',
          word: 'Passed',
          shape: 'check',
          note: '3.14.0, 2026-11-20. Source unchanged since.',
        },
        {
          runtime: 'Structure check',
          outcome: 'inapplicable',
          word: 'Not for it',
          shape: 'dash',
          note: 'It is Python.',
        },
        { runtime: 'IRIS', outcome: 'inapplicable', word: 'Not for it', shape: 'dash', note: 'It needs no server.' },
      ],
      expectedFailure: undefined,
      control: 'The awaited twin runs.',
      browser: { program: '/samples/forgotten-await/program.json' },
    });
  });

  test.each([
    ['python', 'main.py', 'python'],
    ['objectscript', 'Main.cls', 'objectscript'],
    ['bpl', 'main.bpl.xml', 'xml'],
  ] as const)('in %s has its main file and the language of the highlighter', (language, main, highlighted) => {
    const sample = withFiles(createSample({ language }), { main, texts: { [main]: 'text\n' } });
    expect(derive(sample)).toMatchObject({ language: highlighted, main, whole: 'text\n' });
  });

  test('holds further files without the marks of their regions, and not the main file again', () => {
    const sample = withFiles(createSample(), {
      texts: { 'data.json': '{}\n', 'helper.py': '# region a\nx = 1\n# endregion\n', 'main.py': 'print(1)\n' },
    });
    expect(derive(sample).others).toEqual([
      { name: 'data.json', text: '{}\n' },
      { name: 'helper.py', text: 'x = 1\n' },
    ]);
  });

  test('that is not for Pyodide says why it does not run in the browser', () => {
    const { runtimes } = createSample().data;
    const sample = createSample({ runtimes: { ...runtimes, pyodide: { skip: 'It needs threads.' } } });
    expect(derive(sample).browser).toEqual({ why: 'It needs threads.' });
  });

  test('cannot be derived from a sample without files', () => {
    const { files, ...sample } = createSample();
    expect(files).toBeDefined();
    expect(() => derive(sample)).toThrow(new RangeError('content/samples/sample/sample.yaml has no files'));
  });
});

describe('the excerpt of a sample', () => {
  const sample = withFiles(createSample(), {
    texts: { 'main.py': 'import os\n# region first\none()\n# endregion\n# region second\ntwo()\n# endregion\n' },
  });
  const whole = 'import os\none()\ntwo()\n';

  test('is the region that is asked for', () => {
    expect(derive(sample, [], 'second')).toMatchObject({ excerpt: 'two()\n', whole, isPart: true });
  });

  test('is the first region when none is asked for', () => {
    expect(derive(sample)).toMatchObject({ excerpt: 'one()\n', whole, isPart: true });
  });

  test('is the whole program when the region is not there', () => {
    expect(derive(sample, [], 'third')).toMatchObject({ excerpt: whole, whole, isPart: false });
  });
});

describe('the row of a verdict', () => {
  test.each([
    ['passed', 'Passed', 'check'],
    ['failed', 'Failed', 'cross'],
    ['cantTell', 'Cannot tell', 'question'],
    ['inapplicable', 'Not for it', 'dash'],
    ['untested', 'Untested', 'question'],
  ] as const)('%s has its word and its shape', (outcome, word, shape) => {
    expect(deriveRow(createSample(), createRun({ outcome }))).toEqual({
      runtime: 'CPython',
      outcome,
      word,
      shape,
      note: '3.14.0, 2026-11-20. Source unchanged since.',
    });
  });

  test('says in what it ran', () => {
    const run = createRun({ runtime: { version: '314.0.7', python: '3.14.0', host: 'node 24.21.0' } });
    expect(deriveRow(createSample(), run)?.note).toBe(
      '314.0.7, Python 3.14.0 on node 24.21.0, 2026-11-20. Source unchanged since.',
    );
  });

  test('does not say the version of Python twice', () => {
    const run = createRun({ runtime: { version: '3.14.0', python: '3.14.0', host: 'Linux 6.18' } });
    expect(deriveRow(createSample(), run)?.note).toBe('3.14.0 on Linux 6.18, 2026-11-20. Source unchanged since.');
  });

  test('of a runtime that was not there says why', () => {
    const { ranOn, exit, ...run } = createRun({ outcome: 'untested', reason: 'No IRIS was named.' });
    expect([ranOn, exit]).toEqual(['2026-11-20', 0]);
    expect(deriveRow(createSample(), run)).toEqual({
      runtime: 'CPython',
      outcome: 'untested',
      word: 'Untested',
      shape: 'question',
      note: 'No IRIS was named.',
    });
  });

  test.each(['passed', 'failed'] as const)('that was %s for an older source is Untested', (outcome) => {
    expect(deriveRow(createSample(), createRun({ outcome, sourceSha256: olderDigest }))).toEqual({
      runtime: 'CPython',
      outcome: 'untested',
      word: 'Untested',
      shape: 'question',
      note: 'Not run since the source changed.',
    });
  });

  test('is Untested when there are only those of other samples and other runtimes', () => {
    const others = [createRun({ sample: 'other' }), createRun({ runtime: { name: 'pyodide' } })];
    expect(deriveRow(createSample(), ...others)).toMatchObject({ word: 'Untested', shape: 'question' });
  });

  test('of a runtime that is skipped says the reason, whatever is on record', () => {
    const { runtimes } = createSample().data;
    const sample = createSample({ runtimes: { ...runtimes, cpython: { skip: 'It needs a server.' } } });
    expect(deriveRow(sample, createRun())).toEqual({
      runtime: 'CPython',
      outcome: 'inapplicable',
      word: 'Not for it',
      shape: 'dash',
      note: 'It needs a server.',
    });
  });
});

describe('a sample that is expected to fail', () => {
  const sample = createSample({
    expect: {
      outcome: 'fail',
      exit: 1,
      raises: { type: 'TypeError', message: '__init__() should return None' },
      reason: 'Python has no async form of __init__.',
    },
  });

  test('says with what and why', () => {
    expect(derive(sample).expectedFailure).toBe(
      'TypeError: __init__() should return None. Python has no async form of __init__.',
    );
  });

  test('passes by failing as declared', () => {
    expect(deriveRow(sample, createRun({ expected: 'fail', exit: 1 }))).toEqual({
      runtime: 'CPython',
      outcome: 'passed',
      word: 'Passed, by failing as declared',
      shape: 'check',
      note: '3.14.0, 2026-11-20. Source unchanged since.',
    });
  });

  test('failed when it ended in another way', () => {
    expect(deriveRow(sample, createRun({ expected: 'fail', outcome: 'failed' }))).toMatchObject({ word: 'Failed' });
  });
});

describe('the tallies of the runtimes', () => {
  test('count what passed, of what is declared', () => {
    const samples = ['a', 'b', 'c', 'd'].map((id) => createSample({ id }));
    const data = [
      createRun({ sample: 'a' }),
      createRun({ sample: 'b', expected: 'fail', exit: 1 }),
      createRun({ sample: 'c', sourceSha256: olderDigest }),
      createRun({ sample: 'd', outcome: 'failed' }),
      createRun({ sample: 'a', runtime: { name: 'pyodide' } }),
      createRun({ sample: 'a', runtime: { name: 'iris' } }),
      createRun({ sample: 'no-such' }),
    ];
    const model = createModel({ samples, verdicts: { file: 'content/generated/verdicts.json', data } });
    expect(deriveTallies(model)).toEqual([
      { runtime: 'Pyodide', passed: 1, declared: 4 },
      { runtime: 'CPython', passed: 2, declared: 4 },
      { runtime: 'Structure check', passed: 0, declared: 0 },
      { runtime: 'IRIS', passed: 0, declared: 0 },
    ]);
  });

  test('are zero for every runtime when there is no sample', () => {
    expect(deriveTallies(createModel()).map(({ passed, declared }) => [passed, declared])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

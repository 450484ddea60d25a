import type { Sample } from '#schema/sample.ts';
import type { Outcome } from '#schema/verdict.ts';
import { normalise } from './normalise.ts';
import type { RunResult } from './run-result.ts';
import { parseTraceback } from './traceback.ts';

/** The outputs a sample must have. */
export interface Golden {
  stdout: string;
  stderr: string;
}

/** What of a sample's record decides how a run is judged. */
export type JudgedSample = Pick<Sample, 'role' | 'illustrates' | 'expect' | 'timeoutMs' | 'normalise'>;

/** An output that is not as recorded, by the name of the file it is recorded in. */
export interface Difference {
  name: `expected.${'stdout' | 'stderr'}`;
  expected: string;
  actual: string;
}

/** What a run is worth. */
export interface Judgement {
  outcome: Outcome;
  /** Why, when it is not `passed`. */
  reason?: string;
  /** Where, when that is known. */
  place?: { file: string; line: number; column: number };
  /** What to read below the reason: the end of the error output, or all problems. */
  detail?: string;
  /** The output that is not as recorded. */
  difference?: Difference;
  exit?: number;
  /** What a probe found out. */
  answer?: string;
  /** The error output after the normalisers, for the record. */
  stderr?: string;
}

/** Judges a run against what the sample declares. Pure. A good exit code is not enough: both outputs must be as expected. */
export function judge(sample: JudgedSample, golden: Golden, result: RunResult, main: string, source = ''): Judgement {
  switch (result.kind) {
    case 'absent':
      return { outcome: 'untested', reason: result.reason };
    case 'checked': {
      const [first] = result.problems;
      if (first === undefined) return { outcome: 'passed' };
      return {
        outcome: 'failed',
        reason: first.reason,
        place: { file: first.file, line: first.line, column: first.column },
        detail: result.problems
          .map(
            ({ file, line, column, reason, hint }) =>
              `${file}:${line}:${column} ${reason}${hint === undefined ? '' : `\n  hint: ${hint}`}`,
          )
          .join('\n'),
      };
    }
    case 'timed-out':
      return {
        outcome: 'failed',
        reason: `it was stopped after ${sample.timeoutMs} ms`,
        ...describeEnd(result.stderr, main, source),
      };
    case 'crashed':
      return { outcome: 'failed', reason: result.reason, ...describeEnd(result.stderr, main, source) };
    case 'exited':
      return judgeExit(sample, golden, result, main, source);
    default:
      return result satisfies never;
  }
}

function judgeExit(
  sample: JudgedSample,
  golden: Golden,
  result: Extract<RunResult, { kind: 'exited' }>,
  main: string,
  source: string,
): Judgement {
  const stdout = normalise(result.stdout, sample.normalise);
  const stderr = normalise(result.stderr, sample.normalise);
  const base = { exit: result.exit, stderr };
  const { expect } = sample;
  const traceback = parseTraceback(stderr, main);
  const end = describeEnd(stderr, main, source);

  if (sample.role === 'probe') return judgeProbe(result.exit, stdout, base, end);
  if (expect.outcome === 'fail' && result.exit === 0) {
    return {
      ...base,
      outcome: 'failed',
      reason: `it succeeded, and was expected to fail: the gap may have closed; assess ${sample.illustrates.join(', ')} again`,
    };
  }
  if (result.exit !== expect.exit) {
    const ending = traceback === undefined ? '' : ` with ${renderException(traceback)}`;
    return {
      ...base,
      outcome: 'failed',
      reason: `it ended with exit code ${result.exit}${ending}, expected ${expect.exit}`,
      ...end,
    };
  }
  if (expect.raises !== undefined) {
    const { type, message } = expect.raises;
    if (traceback?.type !== type || !traceback.message.includes(message)) {
      return {
        ...base,
        outcome: 'failed',
        reason: `it failed with ${traceback === undefined ? 'no exception' : renderException(traceback)}, expected ${type}: ${message}`,
        ...end,
      };
    }
  } else if (stderr !== golden.stderr) {
    return {
      ...base,
      outcome: 'failed',
      reason: 'its error output differs from expected.stderr',
      difference: { name: 'expected.stderr', expected: golden.stderr, actual: stderr },
    };
  }
  if (stdout !== golden.stdout) {
    return {
      ...base,
      outcome: 'failed',
      reason: 'its output differs from expected.stdout',
      difference: { name: 'expected.stdout', expected: golden.stdout, actual: stdout },
    };
  }
  return { ...base, outcome: 'passed' };
}

/** Exit code of a probe that could not ask its question. */
const notAsked = 2;

/** A probe asks a question: any answer is good, and is kept for the record. What it prints differs from server to server. */
function judgeProbe(
  exit: number,
  stdout: string,
  base: Pick<Judgement, 'exit' | 'stderr'>,
  end: ReturnType<typeof describeEnd>,
): Judgement {
  const answer = stdout.trim();
  if (exit === 0) return { ...base, outcome: 'passed', answer };
  if (exit === notAsked)
    return {
      ...base,
      outcome: 'cantTell',
      reason: `the question could not be asked: ${answer.split('\n').at(-1) ?? ''}`,
      ...end,
    };
  return {
    ...base,
    outcome: 'failed',
    reason: `it ended with exit code ${exit}, expected 0, or 2 when it could not ask`,
    ...end,
  };
}

function renderException({ type, message }: { type: string; message: string }): string {
  return message === '' ? type : `${type}: ${message.split('\n')[0] ?? ''}`;
}

function describeEnd(stderr: string, main: string, source: string): Pick<Judgement, 'place' | 'detail'> {
  const frame = parseTraceback(stderr, main, source)?.frame;
  const tail = stderr.trimEnd().split('\n').slice(-12).join('\n');
  return { ...(frame !== undefined && { place: { file: main, ...frame } }), ...(tail !== '' && { detail: tail }) };
}

import { judge, type Judgement } from '../judge.ts';
import type { Program } from '../program.ts';
import { pyodideRelease } from '../release.ts';
import type { RunResult } from '../run-result.ts';
import { runInSession, type SessionOptions } from '../session.ts';
import type { Interpreters } from './interpreters.ts';

/** What a run is doing, for the reader. `share` is the part of Python that has come, from 0 to 1. */
export type Stage = { name: 'loading'; share: number } | { name: 'starting' } | { name: 'running' };

export interface PageRun {
  result: RunResult;
  judgement: Judgement;
  /** Version of Python that ran it. */
  python: string;
  /** The time it had, in milliseconds. */
  limitMs: number;
}

export interface PageRunOptions extends Pick<SessionOptions, 'signal' | 'onOutput'> {
  onStage: (stage: Stage) => void;
}

/** Least time that a program may take in a page, in milliseconds: a reader's machine may be a slow phone. */
export const leastLimitMs = 30_000;

/**
 * Runs a program in an interpreter of its own and judges it as the command line does. Rejects when Python does not start,
 * and when the signal aborts. However it ends, the worker is gone.
 */
export async function runInPage(
  interpreters: Interpreters,
  program: Program,
  { signal, onStage, onOutput }: PageRunOptions,
): Promise<PageRun> {
  onStage(interpreters.isLoaded ? { name: 'starting' } : { name: 'loading', share: 0 });
  const onReceived = (bytes: number) => {
    const share = Math.min(1, bytes / pyodideRelease.fetchedBytes);
    onStage(share === 1 || interpreters.isLoaded ? { name: 'starting' } : { name: 'loading', share });
  };
  const { channel, ready } = await interpreters.take({ signal, onReceived });
  try {
    signal.throwIfAborted();
    onStage({ name: 'running' });
    const { files, main, sample, golden } = program;
    const limitMs = Math.max(sample.timeoutMs, leastLimitMs);
    const result = await runInSession(channel, { files, main }, { limitMs, signal, ...(onOutput && { onOutput }) });
    const judgement = judge({ ...sample, timeoutMs: limitMs }, golden, result, main, files[main]);
    return { result, judgement, python: ready.python, limitMs };
  } finally {
    channel.terminate();
    interpreters.warm();
  }
}

import { pyodideRelease } from '../release.ts';
import type { PageRun, Stage } from './run.ts';

/** What a run is doing, in words. */
export function describeStage(stage: Stage): string {
  switch (stage.name) {
    case 'loading':
      return `Loading Python, ${pyodideRelease.downloadMB} MB`;
    case 'starting':
      return 'Starting Python';
    case 'running':
      return 'Running';
    default:
      return stage satisfies never;
  }
}

/** What a run came to, in words. `isAsRecorded` says whether it did what the recorded run did. */
export function describeRun({ result, judgement, limitMs }: PageRun): { words: string; isAsRecorded: boolean } {
  const isAsRecorded = judgement.outcome === 'passed';
  switch (result.kind) {
    case 'exited':
      return { words: isAsRecorded ? 'Finished: same output as CI' : 'Finished: differs from CI', isAsRecorded };
    case 'timed-out':
      return { words: `Stopped after ${limitMs / 1000} s`, isAsRecorded };
    case 'crashed':
      return { words: `Stopped: ${result.reason}`, isAsRecorded };
    case 'checked':
    case 'absent':
      return { words: 'Not run', isAsRecorded };
    default:
      return result satisfies never;
  }
}

/** Why a run did not come about, in words. */
export function describeFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Failed: ${reason.replace(/\.$/, '')}. Run tries again`;
}

/** Where progress goes, and whether somebody is watching. */
export interface ProgressWorld {
  isTerminal: boolean;
  nowMs: () => number;
  write: (text: string) => void;
}

/** A line that is written over itself: how much is done, how fast, and how long it will take. Silent where nobody watches. */
export function createProgress({ isTerminal, nowMs, write }: ProgressWorld) {
  const startMs = nowMs();
  return {
    /** Tells that `done` of `total` are finished, the last of them named. */
    tell(done: number, total: number, name: string): void {
      if (!isTerminal) return;
      write(`\r\u001B[2K${renderProgress(done, total, nowMs() - startMs, name)}`);
    },
    /** Clears the line. */
    end(): void {
      if (isTerminal) write('\r\u001B[2K');
    },
  };
}

/** "3/10, 1.5/s, 5 s left, name". */
export function renderProgress(done: number, total: number, elapsedMs: number, name: string): string {
  const rate = elapsedMs === 0 ? 0 : (done / elapsedMs) * 1000;
  const left = rate === 0 ? '' : `, ${Math.ceil((total - done) / rate)} s left`;
  return `${done}/${total}, ${rate.toFixed(1)}/s${left}, ${name}`;
}

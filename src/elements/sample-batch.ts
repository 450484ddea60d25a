import { fetchProgram } from '#runner/browser/fetch-program.ts';
import { getInterpreters } from '#runner/browser/page-interpreters.ts';
import { describeFailure, describeRun, describeStage } from '#runner/browser/phrases.ts';
import { runInPage } from '#runner/browser/run.ts';

/** What one sample of the batch came to. */
interface Line {
  words: string;
  isAsRecorded: boolean;
  durationMs: number;
}

/**
 * `<sample-batch>`: runs the samples of the rows that are shown on the page, one after the other, each in an interpreter of
 * its own, and lists what they came to. Its parts stand in the page: `[data-part]` of `run`, `stop`, `progress`, `status`
 * and `results`. Rows carry `data-program` and `data-title`.
 */
class SampleBatch extends HTMLElement {
  #run: AbortController | undefined;

  connectedCallback(): void {
    this.#find('run').addEventListener('click', () => {
      if (this.#run === undefined) void this.#start();
    });
    this.#find('stop').addEventListener('click', () => this.#run?.abort());
    document.addEventListener('filtered', () => {
      this.#showState();
    });
    this.#showState();
  }

  disconnectedCallback(): void {
    this.#run?.abort();
  }

  async #start(): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    const rows = listRows();
    const results = this.#find('results');
    const lines: Line[] = [];
    results.querySelector('tbody')?.replaceChildren();
    results.hidden = false;
    this.#showProgress(0, rows.length);
    this.#showState();
    for (const row of rows) {
      const line = await this.#runRow(row, run.signal, `${lines.length + 1} of ${rows.length}`);
      if (line === undefined) break;
      lines.push(line);
      results.querySelector('tbody')?.append(createLine(row.dataset.title ?? '', line));
      this.#showProgress(lines.length, rows.length);
    }
    const same = lines.filter(({ isAsRecorded }) => isAsRecorded).length;
    const ending = run.signal.aborted ? 'Stopped' : 'Finished';
    this.#say(`${ending}: ${lines.length} of ${rows.length} run, ${same} with the same output as CI`);
    this.#run = undefined;
    this.#showState();
  }

  /** Runs one sample. Undefined when the reader stopped it. */
  async #runRow(row: HTMLElement, signal: AbortSignal, place: string): Promise<Line | undefined> {
    const startMs = performance.now();
    const measure = (words: string, isAsRecorded: boolean) => ({
      words,
      isAsRecorded,
      durationMs: performance.now() - startMs,
    });
    try {
      const program = await fetchProgram(row.dataset.program ?? '', signal);
      let isFirst = true;
      const finished = await runInPage(getInterpreters(this.dataset.runtime ?? '/'), program, {
        signal,
        onStage: (stage) => {
          // A batch is told of by its progress; only the wait for Python, once, is worth words.
          if (stage.name === 'loading' && isFirst) this.#say(describeStage(stage));
          if (stage.name === 'running') this.#say(`Running ${place}`);
          isFirst = false;
        },
      });
      const { words, isAsRecorded } = describeRun(finished);
      return measure(words, isAsRecorded);
    } catch (error) {
      return signal.aborted ? undefined : measure(describeFailure(error), false);
    }
  }

  #showProgress(done: number, total: number): void {
    const progress = this.#find('progress');
    if (!(progress instanceof HTMLProgressElement)) return;
    progress.hidden = false;
    progress.max = total;
    progress.value = done;
  }

  #showState(): void {
    const count = listRows().length;
    const runs = this.#run !== undefined;
    const button = this.#find('run');
    button.textContent = `Run the ${count} browser ${count === 1 ? 'sample' : 'samples'} shown`;
    button.setAttribute('aria-disabled', String(runs || count === 0));
    this.#find('stop').setAttribute('aria-disabled', String(!runs));
  }

  #say(words: string): void {
    const status = this.#find('status');
    if (status.textContent !== words) status.textContent = words;
  }

  #find(part: string): HTMLElement {
    const element = this.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (element === null) throw new RangeError(`<sample-batch> has no part ${part}`);
    return element;
  }
}

function listRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row][data-program]:not([hidden])')];
}

function createLine(title: string, { words, durationMs }: Line): HTMLElement {
  const line = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = title;
  const verdict = document.createElement('td');
  verdict.textContent = words;
  const time = document.createElement('td');
  time.textContent = `${(durationMs / 1000).toFixed(1)} s`;
  line.append(head, verdict, time);
  return line;
}

customElements.define('sample-batch', SampleBatch);

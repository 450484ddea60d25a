import type { PageRun } from '#runner/browser/run.ts';

type Stream = 'stdout' | 'stderr';

/** The region below a sample's code: it holds the recorded output until the reader's own takes its place. */
export class OutputRegion {
  readonly #region: HTMLElement;
  /** What the page came with. */
  readonly #recorded: Node[];
  #run: { pre: HTMLElement; decoders: Record<Stream, TextDecoder>; heading: HTMLElement } | undefined;

  /** Takes the region that shows the recorded output, or makes one at the end of `parent` when nothing was recorded. */
  constructor(existing: HTMLElement | null, parent: HTMLElement, title: string) {
    this.#region = existing ?? createRegion(title);
    if (existing === null) {
      this.#region.hidden = true;
      parent.append(this.#region);
    }
    this.#recorded = [...this.#region.childNodes];
  }

  /** Empties the region for a run. */
  begin(): void {
    const heading = createTitle('Your run');
    const pre = document.createElement('pre');
    pre.className = 'code-block';
    this.#run = { pre, heading, decoders: { stdout: new TextDecoder(), stderr: new TextDecoder() } };
    this.#region.replaceChildren(heading, pre);
    this.#region.hidden = false;
  }

  /** Shows a piece of output as it comes. */
  add(stream: Stream, bytes: Uint8Array): void {
    if (this.#run === undefined) return;
    const text = this.#run.decoders[stream].decode(bytes, { stream: true });
    const last = this.#run.pre.lastElementChild;
    if (last instanceof HTMLElement && last.dataset.stream === stream) last.append(text);
    else {
      const piece = document.createElement('span');
      piece.dataset.stream = stream;
      piece.append(text);
      this.#run.pre.append(piece);
    }
  }

  /** Says below the output where it differs from the recorded run. */
  async finish({ result, judgement, python }: PageRun): Promise<void> {
    if (this.#run === undefined) return;
    this.#run.heading.textContent = `Your run, Python ${python} in this browser`;
    if (this.#run.pre.textContent === '') this.#run.pre.textContent = '(no output)';
    if (result.kind !== 'exited' || judgement.reason === undefined) return;
    this.#region.append(createTitle(`Differs from the recorded run: ${judgement.reason}`));
    if (judgement.difference === undefined) return;
    const run = this.#run;
    // Few runs differ: what compares them is loaded when one does. Without a connection the words above must do.
    const comparison = await import('./difference.ts').catch(() => undefined);
    if (comparison !== undefined && this.#run === run)
      this.#region.append(comparison.renderDifference(judgement.difference));
  }

  /** Shows the recorded output again. */
  reset(): void {
    this.#run = undefined;
    this.#region.replaceChildren(...this.#recorded);
    this.#region.hidden = this.#recorded.length === 0;
  }
}

function createRegion(title: string): HTMLElement {
  const region = document.createElement('section');
  region.className = 'code-region output';
  region.tabIndex = 0;
  region.setAttribute('aria-label', `Output of ${title}`);
  return region;
}

function createTitle(text: string): HTMLElement {
  const title = document.createElement('p');
  title.className = 'output-title';
  title.textContent = text;
  return title;
}

import { fetchProgram } from '#runner/browser/fetch-program.ts';
import { getInterpreters } from '#runner/browser/page-interpreters.ts';
import { describeFailure, describeRun, describeStage } from '#runner/browser/phrases.ts';
import { runInPage, type Stage } from '#runner/browser/run.ts';
import type { Program } from '#runner/program.ts';
import { createCodeEditor, type CodeEditor } from './code-editor.ts';
import { OutputRegion } from './output-region.ts';

type ButtonName = 'Run' | 'Stop' | 'Edit' | 'Reset' | 'Copy';

/** Why a run was aborted, when the reader wants the recorded state rather than an end of the run. */
const isReset = Symbol('reset');

/**
 * `<sample-runner>`: lets a reader run, edit and copy the sample that it encloses. The sample is complete without it; it
 * adds buttons, a status and the reader's own output. Attributes: `data-title`; `data-program`, the URL of the program,
 * absent where the sample is not for the browser; `data-runtime`, the URL of Pyodide's files.
 */
class SampleRunner extends HTMLElement {
  readonly #status = createStatus();
  readonly #progress = createProgressBar();
  readonly #edited = createEditedMark();
  #code!: HTMLElement;
  #output!: OutputRegion;
  #editor: CodeEditor | undefined;
  #program: Program | undefined;
  #run: AbortController | undefined;
  #buttons: Partial<Record<ButtonName, HTMLButtonElement>> = {};

  connectedCallback(): void {
    const code = this.querySelector<HTMLElement>('[data-part="code"]');
    if (code === null || this.#buttons.Copy !== undefined) return;
    this.#code = code;
    this.#output = new OutputRegion(this.querySelector('[data-part="output"]'), this, this.#title);
    const bar = document.createElement('div');
    bar.className = 'runner-bar';
    if (this.dataset.program !== undefined) {
      this.#addButton(bar, 'Run', () => this.#start());
      this.#addButton(bar, 'Stop', () => this.#run?.abort());
      this.#addButton(bar, 'Edit', () => this.#edit());
      this.#addButton(bar, 'Reset', () => {
        this.#reset();
      });
    }
    this.#addButton(bar, 'Copy', () => this.#copy());
    bar.append(this.#edited, this.#status, this.#progress);
    code.after(bar);
    this.#showState();
  }

  disconnectedCallback(): void {
    this.#run?.abort();
  }

  get #title(): string {
    return this.dataset.title ?? '';
  }

  get #isEdited(): boolean {
    return this.#editor !== undefined && this.#editor.read() !== this.#program?.files[this.#program.main];
  }

  async #start(): Promise<void> {
    if (this.#run !== undefined) return;
    const run = new AbortController();
    this.#run = run;
    // What the run before ended in is no longer so.
    if (this.#program === undefined) this.#say('Loading the program');
    this.#showState();
    try {
      const program = await this.#load(run.signal);
      const text = this.#editor?.read();
      const files = text === undefined ? program.files : { ...program.files, [program.main]: text };
      const finished = await runInPage(
        getInterpreters(this.dataset.runtime ?? '/'),
        { ...program, files },
        {
          signal: run.signal,
          onStage: (stage) => {
            this.#showStage(stage);
          },
          onOutput: (stream, bytes) => {
            this.#output.add(stream, bytes);
          },
        },
      );
      this.#say(describeRun(finished).words);
      await this.#output.finish(finished);
    } catch (error) {
      if (!run.signal.aborted) this.#say(describeFailure(error));
      else if (run.signal.reason !== isReset) this.#say('Stopped');
    } finally {
      this.#run = undefined;
      this.#progress.hidden = true;
      this.#showState();
    }
  }

  async #load(signal: AbortSignal): Promise<Program> {
    return (this.#program ??= await fetchProgram(this.dataset.program ?? '', signal));
  }

  async #edit(): Promise<void> {
    try {
      const { main, files } = await this.#load(AbortSignal.timeout(30_000));
      if (this.#editor === undefined) {
        this.#editor = createCodeEditor(`Code of ${this.#title}, ${main}`, () => {
          this.#showState();
        });
        this.#editor.write(files[main] ?? '');
        this.#code.after(this.#editor.element);
        this.#code.hidden = true;
        this.#showState();
      }
      this.#editor.focus();
    } catch (error) {
      this.#say(describeFailure(error).replace('Run tries', 'Edit tries'));
    }
  }

  #reset(): void {
    this.#run?.abort(isReset);
    this.#editor?.element.remove();
    this.#editor = undefined;
    this.#code.hidden = false;
    this.#output.reset();
    this.#say('Reset: the recorded code and output');
    this.#showState();
  }

  async #copy(): Promise<void> {
    const text = this.#editor?.read() ?? this.#code.innerText;
    try {
      await navigator.clipboard.writeText(text);
      this.#say('Copied');
    } catch {
      this.#say('Not copied: the browser does not allow it');
    }
  }

  #addButton(bar: HTMLElement, name: ButtonName, act: () => unknown): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => {
      // Buttons that have nothing to do keep their place and the focus.
      if (button.getAttribute('aria-disabled') !== 'true') void act();
    });
    this.#buttons[name] = button;
    bar.append(button);
  }

  #showStage(stage: Stage): void {
    if (stage.name === 'running') this.#output.begin();
    this.#progress.hidden = stage.name === 'running';
    if (stage.name === 'loading') this.#progress.value = stage.share;
    else this.#progress.removeAttribute('value');
    this.#say(describeStage(stage));
  }

  #showState(): void {
    const runs = this.#run !== undefined;
    disable(this.#buttons.Run, runs);
    disable(this.#buttons.Stop, !runs);
    this.#edited.hidden = !this.#isEdited;
  }

  #say(words: string): void {
    // Told once: a live region repeats what is written again.
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }
}

function disable(button: HTMLButtonElement | undefined, isDisabled: boolean): void {
  button?.setAttribute('aria-disabled', String(isDisabled));
}

function createStatus(): HTMLElement {
  const status = document.createElement('p');
  status.className = 'runner-status';
  status.setAttribute('role', 'status');
  return status;
}

function createProgressBar(): HTMLProgressElement {
  const progress = document.createElement('progress');
  progress.setAttribute('aria-label', 'Loading of Python');
  progress.max = 1;
  progress.hidden = true;
  return progress;
}

function createEditedMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'runner-edited';
  mark.textContent = 'edited';
  mark.hidden = true;
  return mark;
}

customElements.define('sample-runner', SampleRunner);

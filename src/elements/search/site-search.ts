import type { SearchOpener } from '../search-opener.ts';
import { describeAnswer } from './phrases.ts';
import { isEmpty, parseQuestion, renderQuestion, type Question } from './question.ts';
import { createResultItem } from './result-item.ts';
import { pageSize, SearchIndex, type Answer } from './search-index.ts';

/** Time a reader may take between two letters before the search runs. */
const pauseMs = 150;

/**
 * `<site-search>`: the fields, the results and what is said of them. Its parts stand in the page: the fields by name, and
 * `[data-part]` of `status`, `note`, `results`, `more`, `indexes`, `hint`, `slash` and `marks`. `data-index` is the path of
 * the index; `data-in-dialog` keeps the question out of the address of the page.
 */
export class SiteSearch extends HTMLElement {
  #index!: SearchIndex;
  #fields!: { q: HTMLInputElement; kind: HTMLSelectElement; status: HTMLSelectElement };
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Counts the questions: an answer that comes after a newer question is dropped. */
  #turn = 0;

  connectedCallback(): void {
    this.#index = new SearchIndex(this.dataset.index ?? '/pagefind/');
    this.#fields = {
      q: this.#find('[name="q"]') as HTMLInputElement,
      kind: this.#find('[name="kind"]') as HTMLSelectElement,
      status: this.#find('[name="status"]') as HTMLSelectElement,
    };
    const { q, kind, status } = this.#fields;
    q.addEventListener('focus', () => void this.#open(), { once: true });
    q.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#search(), pauseMs);
    });
    for (const select of [kind, status]) select.addEventListener('change', () => void this.#search());
    this.addEventListener('keydown', (event) => {
      this.#steer(event);
    });
    this.#followSlash();
    if (!('inDialog' in this.dataset)) this.#readAddress();
  }

  override focus(): void {
    this.#fields.q.focus();
    this.#fields.q.select();
  }

  get #question(): Question {
    const { q, kind, status } = this.#fields;
    return { query: q.value.trim(), kind: kind.value, status: status.value };
  }

  async #open(): Promise<void> {
    // The first question tells of a failure.
    await this.#index.open().catch(() => undefined);
  }

  async #search(isAsWritten = false): Promise<void> {
    clearTimeout(this.#pause);
    const turn = ++this.#turn;
    const question = this.#question;
    if (isEmpty(question)) {
      this.#clear('');
      this.#remember(question);
      return;
    }
    const slow = setTimeout(() => {
      this.#say('Searching');
    }, 400);
    try {
      const answer = await this.#index.ask(question, isAsWritten);
      const pages = await answer.load(0, pageSize);
      if (turn !== this.#turn) return;
      this.#clear(describeAnswer(answer));
      this.#note(answer);
      this.#add(answer, pages);
    } catch {
      if (turn === this.#turn) {
        this.#clear('The search index could not be loaded. Reload the page to try again.');
        this.#find('[data-part="hint"]').textContent = 'These indexes list every entry.';
      }
    } finally {
      clearTimeout(slow);
      if (turn === this.#turn) this.#remember(question);
    }
  }

  /** Keeps the question in the address of the search page, so that it can be linked. */
  #remember(question: Question): void {
    if (!('inDialog' in this.dataset)) history.replaceState(null, '', location.pathname + renderQuestion(question));
  }

  #clear(words: string): void {
    this.#say(words);
    this.#find('[data-part="results"]').replaceChildren();
    for (const part of ['note', 'results', 'more']) this.#find(`[data-part="${part}"]`).hidden = true;
    this.#find('[data-part="indexes"]').hidden = false;
    this.#find('[data-part="hint"]').textContent = 'Or browse an index.';
  }

  /** Offers what was asked, where something else was answered. */
  #note({ asked, query }: Answer): void {
    if (asked === query) return;
    const note = this.#find('[data-part="note"]');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Search for “${asked}” as written`;
    button.addEventListener('click', () => {
      this.focus();
      void this.#search(true);
    });
    note.replaceChildren(button);
    note.hidden = false;
  }

  #add(answer: Answer, pages: Awaited<ReturnType<Answer['load']>>): void {
    const results = this.#find('[data-part="results"]');
    const marks = (this.#find('template[data-part="marks"]') as HTMLTemplateElement).content;
    const items = pages.map((page) => createResultItem(page, marks));
    results.append(...items);
    const shown = results.childElementCount;
    results.hidden = shown === 0;
    this.#find('[data-part="indexes"]').hidden = shown > 0;
    const more = this.#find('[data-part="more"]');
    more.hidden = shown >= answer.count;
    const turn = this.#turn;
    this.#find('[data-part="more"] > button').onclick = async () => {
      const next = await answer.load(shown, shown + pageSize).catch(() => []);
      if (turn !== this.#turn) return;
      this.#add(answer, next);
      results.children[shown]?.querySelector('a')?.focus();
    };
    if (shown > pageSize) this.#say(`${describeAnswer(answer)}, ${shown} shown`);
  }

  /** Down and up go from the field through the results and back; Enter in the field searches without a pause. */
  #steer(event: KeyboardEvent): void {
    const { q } = this.#fields;
    if (event.key === 'Enter' && event.target === q) void this.#search();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const stops: HTMLElement[] = [q, ...this.querySelectorAll<HTMLElement>('[data-part="results"] a')];
    const place = stops.findIndex((stop) => stop === event.target);
    const next = stops[place + step];
    if (step === 0 || place === -1 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  #followSlash(): void {
    const box = this.#find('[data-part="slash"]') as HTMLInputElement;
    const opener = document.querySelector<SearchOpener>('search-opener');
    if (opener === null) return;
    box.checked = opener.slash;
    box.addEventListener('change', () => {
      opener.slash = box.checked;
    });
  }

  #readAddress(): void {
    const { q, kind, status } = this.#fields;
    const list = (field: Element) => [...field.querySelectorAll('option')].map(({ value }) => value);
    const question = parseQuestion(location.search, { kinds: list(kind), statuses: list(status) });
    q.value = question.query;
    kind.value = question.kind;
    status.value = question.status;
    if (!isEmpty(question)) void this.#search();
  }

  #say(words: string): void {
    const status = this.#find('[data-part="status"]');
    if (status.textContent !== words) status.textContent = words;
  }

  #find(selector: string): HTMLElement {
    const element = this.querySelector<HTMLElement>(selector);
    if (element === null) throw new RangeError(`<site-search> has no ${selector}`);
    return element;
  }
}

customElements.define('site-search', SiteSearch);

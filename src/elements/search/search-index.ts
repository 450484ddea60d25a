import { holdsWord, listWords, Vocabulary } from './correction.ts';
import {
  loadKinds,
  loadPagefind,
  loadWords,
  type Finding,
  type PageData,
  type Pagefind,
  type PageKind,
} from './pagefind.ts';
import type { Question } from './question.ts';

/** How many results are loaded at a time. */
export const pageSize = 8;

/** What the search answers. */
export interface Answer {
  /** What was asked, and what was answered: the same, or a mended query. */
  asked: string;
  query: string;
  /** Words of the query that are on none of the pages found. */
  missing: string[];
  /** How many pages are found, and how many more there are without the filters. */
  count: number;
  filteredOut: number;
  /** Loads the pages found from one place to another, best first. */
  load: (from: number, to: number) => Promise<PageData[]>;
}

/** The search index of the site. Its parts are loaded when they are needed. */
export class SearchIndex {
  readonly #path: string;
  #pagefind: Promise<Pagefind> | undefined;
  #vocabulary: Promise<Vocabulary> | undefined;
  #kinds: Promise<Record<string, PageKind>> | undefined;

  /** Takes the path of the index, `/pagefind/` below the base path. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Loads what every search needs, ahead of the first one. */
  async open(): Promise<void> {
    await this.#load();
  }

  /** Answers a question. A query that finds no page with its words is mended, unless it is meant as written. */
  async ask(question: Question, isAsWritten = false): Promise<Answer> {
    try {
      const answer = await this.#answer(question, question.query);
      const isFound = answer.count + answer.filteredOut > 0;
      if (question.query === '' || (answer.missing.length === 0 && isFound)) return answer;
      this.#vocabulary ??= loadWords(this.#path).then((words) => new Vocabulary(words));
      const vocabulary = await this.#vocabulary;
      if (!isFound) await this.#refuseGaps(question.query, vocabulary);
      answer.missing = answer.missing.filter((word) => !vocabulary.knows(word));
      const mended = isAsWritten ? undefined : vocabulary.mend(question.query);
      if (mended === undefined) return answer;
      const other = await this.#answer(question, mended);
      return other.count + other.filteredOut === 0 ? answer : other;
    } catch (error) {
      // The next question loads afresh what failed.
      this.#pagefind = undefined;
      this.#vocabulary = undefined;
      this.#kinds = undefined;
      throw error;
    }
  }

  async #answer(question: Question, query: string): Promise<Answer> {
    const found = await this.#find(query);
    const results = await this.#narrow(found, question);
    const load = (from: number, to: number) => Promise.all(results.slice(from, to).map(({ data }) => data()));
    const texts = (await load(0, pageSize)).map(({ content, meta }) => `${meta.title ?? ''} ${content}`);
    return {
      asked: question.query,
      query,
      missing: listWords(query).filter((word) => !texts.some((text) => holdsWord(text, word))),
      count: results.length,
      filteredOut: found.length - results.length,
      load,
    };
  }

  async #load(): Promise<Pagefind> {
    this.#pagefind ??= loadPagefind(this.#path);
    return this.#pagefind;
  }

  async #find(query: string): Promise<Finding[]> {
    const pagefind = await this.#load();
    // Pagefind leaves symbols out of its index and not out of a query: `$HOROLOG` would find nothing.
    const { results } = await pagefind.search(query === '' ? null : query.replaceAll(/\p{S}/gu, ''));
    return results;
  }

  async #narrow(found: Finding[], { kind, status }: Question): Promise<Finding[]> {
    if (kind === '' && status === '') return found;
    this.#kinds ??= loadKinds(this.#path);
    const kinds = await this.#kinds;
    return found.filter(({ id }) => {
      const [ownKind, ownStatus] = kinds[id] ?? [];
      return (kind === '' || kind === ownKind) && (status === '' || status === ownStatus);
    });
  }

  /** Pagefind goes on without a part of the index that did not load, and finds nothing: a word of the site tells. */
  async #refuseGaps(query: string, vocabulary: Vocabulary): Promise<void> {
    for (const word of listWords(query).filter((word) => vocabulary.knows(word))) {
      if ((await this.#find(word)).length === 0) throw new Error('A part of the search index could not be loaded');
    }
  }
}

import { parseExcerpt } from './excerpt.ts';
import type { PageData } from './pagefind.ts';

/** A result: title, kind and status with its mark, the words around the matches, and how far to trust it. */
export function createResultItem({ url, excerpt, meta }: PageData, marks: DocumentFragment): HTMLLIElement {
  const item = document.createElement('li');
  const head = createElement('p', 'result-head');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  head.append(link, ' ', createElement('span', 'kind', meta.kind));
  const mark = marks.querySelector(`[data-shape="${CSS.escape(meta.shape ?? '')}"] .mark`)?.cloneNode(true);
  if (mark instanceof Element && meta.word !== undefined) {
    mark.querySelector('.mark-word')?.replaceChildren(meta.word);
    head.append(' ', mark);
  }
  const text = createElement('p', 'result-excerpt');
  text.append(
    ...parseExcerpt(excerpt).map((part) => (part.isMatch ? createElement('mark', undefined, part.text) : part.text)),
  );
  item.append(head, text);
  if (meta.assessed !== undefined) {
    item.append(createElement('p', 'note', `Last assessed ${meta.assessed}. ${meta.verification ?? ''}`));
  }
  return item;
}

function createElement(name: string, className?: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  if (className !== undefined) element.className = className;
  element.textContent = text;
  return element;
}

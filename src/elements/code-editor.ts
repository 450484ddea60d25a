/** A text area for code, with line numbers. It is as tall as its text, so that only the page scrolls, and Tab leaves it. */
export interface CodeEditor {
  element: HTMLElement;
  read: () => string;
  write: (text: string) => void;
  focus: () => void;
}

/** Creates an editor. `label` names it, `onEdit` is told of each change by the reader. */
export function createCodeEditor(label: string, onEdit: () => void): CodeEditor {
  const element = document.createElement('div');
  element.className = 'editor';
  const numbers = document.createElement('div');
  numbers.className = 'editor-numbers';
  numbers.setAttribute('aria-hidden', 'true');
  const area = document.createElement('textarea');
  area.setAttribute('aria-label', label);
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.autocomplete = 'off';
  area.wrap = 'off';
  element.append(numbers, area);
  const fit = () => {
    const count = area.value.split('\n').length;
    area.rows = count;
    numbers.textContent = Array.from({ length: count }, (_, index) => index + 1).join('\n');
  };
  area.addEventListener('input', () => {
    fit();
    onEdit();
  });
  return {
    element,
    read: () => area.value,
    write(text) {
      area.value = text;
      fit();
    },
    focus() {
      area.focus({ preventScroll: true });
    },
  };
}

/**
 * `<matrix-filter>`: shows only the cells that the reader asks for, in the table and in the lists below it, and hides rows
 * and columns that are left without one. Each `select` inside is named after a data attribute of the cells. What is chosen
 * stands in the address, one entry of the history a choice; a value there that no option has is ignored.
 */
class MatrixFilter extends HTMLElement {
  connectedCallback(): void {
    addEventListener('popstate', this.#restore);
    this.addEventListener('change', this.#choose);
    this.#restore();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.#restore);
    this.removeEventListener('change', this.#choose);
  }

  readonly #restore = (): void => {
    const asked = new URLSearchParams(location.search);
    for (const select of this.querySelectorAll('select')) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    this.#apply();
  };

  readonly #choose = (): void => {
    const address = new URL(location.href);
    for (const { name, value } of this.querySelectorAll('select')) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.pushState(null, '', address);
    this.#apply();
  };

  #apply(): void {
    const selects = [...this.querySelectorAll('select')];
    const cells = [...this.querySelectorAll<HTMLElement>('[data-cell]')];
    for (const cell of cells) {
      cell.hidden = !selects.every(({ name, value }) => value === '' || cell.dataset[name] === value);
    }
    const shown = cells.filter(({ hidden }) => !hidden);
    const needs = new Set(shown.map(({ dataset }) => dataset.need));
    const routes = new Set(shown.map(({ dataset }) => dataset.route));
    for (const row of this.querySelectorAll<HTMLElement>('[data-row]')) row.hidden = !needs.has(row.dataset.row);
    for (const item of this.querySelectorAll<HTMLElement>('[data-column]')) {
      item.hidden = !routes.has(item.dataset.column);
    }
    const status = this.querySelector('[role="status"]');
    // Every cell is there twice: in the table and in a list.
    const words = `${shown.length / 2} of ${cells.length / 2} cells shown`;
    if (status !== null && status.textContent !== words) status.textContent = words;
  }
}

customElements.define('matrix-filter', MatrixFilter);

/**
 * `<sample-filter>`: shows only the rows that the reader asks for. Each `select` inside is named after a data attribute of
 * the rows, whose words it filters by. What is chosen stands in the address, so that it can be linked; a choice there that
 * no option has is ignored.
 */
class SampleFilter extends HTMLElement {
  connectedCallback(): void {
    const selects = [...this.querySelectorAll('select')];
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = asked.get(select.name);
      if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
      select.addEventListener('change', () => {
        this.#remember(selects);
        this.#apply(selects);
      });
    }
    this.#apply(selects);
  }

  #apply(selects: readonly HTMLSelectElement[]): void {
    const rows = [...this.querySelectorAll<HTMLElement>('[data-row]')];
    for (const row of rows) {
      row.hidden = !selects.every(({ name, value }) => value === '' || row.dataset[name]?.split(' ').includes(value));
    }
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = group.querySelector('[data-row]:not([hidden])') === null;
    }
    const status = this.querySelector('[role="status"]');
    const shown = rows.filter(({ hidden }) => !hidden).length;
    const words = `${shown} of ${rows.length} samples shown`;
    if (status !== null && status.textContent !== words) status.textContent = words;
    this.dispatchEvent(new Event('filtered', { bubbles: true }));
  }

  #remember(selects: readonly HTMLSelectElement[]): void {
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
  }
}

customElements.define('sample-filter', SampleFilter);

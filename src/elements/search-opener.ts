const slashSetting = 'search-slash';

/**
 * `<search-opener>`: makes its link to the search page a button that opens search where the reader is, and listens for the
 * keys that do the same. What searches is loaded then; when that fails, the link is followed.
 */
export class SearchOpener extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = link.className;
    button.ariaHasPopup = 'dialog';
    button.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
    button.append(...link.childNodes);
    link.replaceWith(button);
    const open = () => {
      import('./search/dialog.ts')
        .then(({ openSearch }) => openSearch(link.href))
        .catch(() => {
          location.href = link.href;
        });
    };
    button.addEventListener('click', () => {
      // Safari leaves the focus elsewhere; closing the dialog gives it back to where it was.
      button.focus();
      open();
    });
    document.addEventListener('keydown', (event) => {
      if (!this.#isMeant(event)) return;
      event.preventDefault();
      open();
    });
  }

  /** Whether `/` opens search. A reader can switch it off: a key alone is struck, or spoken, by accident (WCAG 2.1.4). */
  get slash(): boolean {
    try {
      return localStorage.getItem(slashSetting) === null;
    } catch {
      // The browser keeps nothing for this site.
      return true;
    }
  }

  set slash(isOn: boolean) {
    try {
      if (isOn) localStorage.removeItem(slashSetting);
      else localStorage.setItem(slashSetting, 'off');
    } catch {
      // The choice cannot be kept.
    }
  }

  /** `/`, or K with Control or Command, unless the reader is typing. */
  #isMeant({ key, ctrlKey, metaKey, altKey, shiftKey, target, isComposing }: KeyboardEvent): boolean {
    if (altKey || isComposing) return false;
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null)
      return false;
    if (key === '/') return !ctrlKey && !metaKey && this.slash;
    return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !shiftKey;
  }
}

customElements.define('search-opener', SearchOpener);

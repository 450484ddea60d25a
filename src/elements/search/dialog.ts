import { SiteSearch } from './site-search.ts';

let opened: Promise<HTMLDialogElement> | undefined;

/**
 * Opens search over the page: the parts come from the search page at `href`, so that they are written once. On that page
 * itself, goes to its field.
 */
export async function openSearch(href: string): Promise<void> {
  const own = document.querySelector('main site-search');
  if (own instanceof SiteSearch) {
    own.focus();
    return;
  }
  opened ??= createDialog(href);
  const dialog = await opened;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<SiteSearch>('site-search')?.focus();
}

async function createDialog(href: string): Promise<HTMLDialogElement> {
  const response = await fetch(href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const search = page.querySelector<HTMLElement>('site-search');
  if (!response.ok || search === null) throw new Error(`There is no search at ${href}`);
  search.dataset.inDialog = '';
  const dialog = document.createElement('dialog');
  dialog.className = 'search-dialog';
  dialog.setAttribute('aria-label', 'Search this site');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'search-close';
  close.textContent = 'Close';
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // A search field would take the key for itself, to empty itself first.
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.append(document.importNode(search, true), close);
  document.body.append(dialog);
  return dialog;
}

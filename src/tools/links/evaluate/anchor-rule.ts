import { selectAdapter } from '../adapters/adapters.ts';
import { findEntry } from '../adapters/find-entry.ts';
import type { Inventory } from '../adapters/inventory.ts';
import { anchorLimit } from '../facts/html-facts.ts';
import type { Finding } from '../observation.ts';
import type { Page } from './case.ts';
import { decodePercent, splitFragment } from './fragment.ts';
import { findNearAnchors } from './near-anchors.ts';
import { quoteText } from './quote-text.ts';
import { createFinding, pageRule } from './rule.ts';
import { suggest } from './suggestion.ts';

/** The fragment names an element of the page. */
export const missingAnchor = pageRule('missing-anchor', (page) => {
  const { facts, adapter, lines, final } = page;
  const { element } = splitFragment(final.hash);
  if (element === '' || element.toLowerCase() === 'top' || lines !== undefined || facts.kind === 'other')
    return undefined;
  const decoded = decodePercent(element);
  const names = [...adapter.listAnchorNames(element), ...adapter.listAnchorNames(decoded)];
  if (names.some((name) => facts.anchors.has(name))) return undefined;
  return judgeDoubt(page, decoded) ?? judgeMissing(page, decoded);
});

/** Reasons why an anchor that was not seen may be there all the same. */
function judgeDoubt({ answer, facts, circumstances, cited, final }: Page, name: string): Finding | undefined {
  if (answer.body.truncated)
    return createFinding('unverified', 'TRUNCATED', `The page was cut before the anchor ${quoteText(name)} was seen.`);
  if (facts.anchors.size >= anchorLimit)
    return createFinding('unverified', 'ANCHOR_LIMIT', 'The page has too many anchors to have read them all.');
  const isScripted =
    facts.isShell ||
    /^[!/]/.test(name) ||
    [cited, final].some(({ hostname }) => circumstances.shellHosts.has(hostname));
  return isScripted
    ? createFinding('unverified', 'ANCHOR_SCRIPTED', `Scripts may make the anchor ${quoteText(name)}.`)
    : undefined;
}

function judgeMissing({ facts, cited, circumstances: { inventory } }: Page, name: string): Finding {
  const near = findNearAnchors(name, facts.anchors);
  const target = findInInventory(cited, inventory, name) ?? replaceFragment(cited, near[0]);
  const hint = near.length === 0 ? '' : `, the nearest are ${near.map((id) => quoteText(id, 40)).join(', ')}`;
  return createFinding('anchor-missing', 'ANCHOR', `The page does not have the anchor ${quoteText(name, 40)}${hint}.`, {
    suggestion: target === undefined ? undefined : suggest('anchor', target, 'low'),
  });
}

/** Where the site itself says that the name is defined. */
function findInInventory(cited: URL, inventory: Inventory | undefined, name: string): string | undefined {
  const root = selectAdapter(cited).deriveInventoryUrl(cited);
  const entry = inventory?.kind === 'sphinx' ? findEntry(inventory.entries, name) : undefined;
  return entry === undefined ? undefined : URL.parse(entry.location, root)?.href;
}

function replaceFragment(url: URL, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const replaced = new URL(url);
  replaced.hash = id;
  return replaced.href;
}

import type { EntryIn } from '../content.ts';
import type { Api } from './api.ts';
import { deriveOwnLinks } from './links.ts';
import { deriveRichText, renderPlainText } from './rich-text.ts';

/** A rule of the content check. */
export function deriveRule(api: Api, rule: EntryIn<'rules'>) {
  const { collection, id, data } = rule;
  return {
    collection,
    id,
    title: renderPlainText(data.title),
    ...deriveRichText('summary', data.summary),
    group: data.group,
    links: deriveOwnLinks(api, rule),
  };
}

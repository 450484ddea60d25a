import { collectionNames } from '#schema/collections.ts';
import type { Source } from '#schema/source.ts';
import type { Content } from '#model/content.ts';
import { buildModel } from '#model/model.ts';
import { rules } from '#model/rules/index.ts';
import type { Problem } from '#model/rules/rule.ts';

const urlRules = rules.filter(({ id }) => id.startsWith('url-'));

/** What the check of the content would say of a source after a change that it does not say before it. */
export function findNewBreach(id: string, before: Source, after: Source, today: string): string | undefined {
  const known = new Set(checkUrls(id, before, today).map(({ ruleId }) => ruleId));
  const breach = checkUrls(id, after, today).find(({ ruleId }) => !known.has(ruleId));
  return breach === undefined ? undefined : `${breach.reason} (${breach.ruleId})`;
}

function checkUrls(id: string, data: Source, today: string): Problem[] {
  const none = Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Content['entries'];
  const content: Content = {
    entries: { ...none, sources: [{ collection: 'sources', id, file: id, data }] },
    waivers: { file: '', data: [] },
    verdicts: { file: '', data: [] },
    linkHealth: { file: '', data: { hosts: [], links: [] } },
    redirects: { file: '', data: [] },
    snapshot: { file: '' },
    broken: [],
  };
  const model = buildModel(content, { asOf: today });
  const problems: Problem[] = [];
  for (const rule of urlRules) {
    rule.check({ model, today }, (problem) => {
      problems.push({ ruleId: rule.id, ...problem });
    });
  }
  return problems;
}

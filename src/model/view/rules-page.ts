import type { Level } from '#report/message.ts';
import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import { renderEntryPath } from '../routes.ts';
import { isUnreadable, ruleCatalogue, ruleIds } from '../rules/catalogue.ts';

/** A rule with what the code knows of it. */
export interface RuleRow {
  id: string;
  path: string;
  title: string;
  summary: string;
  level: Level;
  /** Exit code of a run whose worst message is of this rule. */
  exitCode: number;
}

const groupTitles: Record<EntryIn<'rules'>['data']['group'], string> = {
  files: 'Files',
  fields: 'Fields',
  references: 'References',
  assessments: 'Assessments',
  evidence: 'Evidence',
  sources: 'Sources',
  urls: 'URLs',
  prose: 'Prose',
  samples: 'Samples',
  matrix: 'Matrix',
};

/** All rules, by what they look at. */
export function deriveRuleGroups(model: Model): { title: string; rules: RuleRow[] }[] {
  return Object.entries(groupTitles)
    .map(([group, title]) => ({
      title,
      rules: model.content.entries.rules.filter(({ data }) => data.group === group).map(deriveRuleRow),
    }))
    .filter(({ rules }) => rules.length > 0);
}

export function deriveRuleRow({ id, data }: EntryIn<'rules'>): RuleRow {
  const known = ruleIds.find((rule) => rule === id);
  if (known === undefined)
    throw new RangeError(
      `content/rules/${id}.mdx describes no rule; the rules are listed in src/model/rules/catalogue.ts`,
    );
  const { level } = ruleCatalogue[known];
  return {
    id,
    path: renderEntryPath({ collection: 'rules', id }),
    title: data.title,
    summary: data.summary,
    level,
    exitCode: level === 'warning' ? 0 : isUnreadable(known) ? 2 : 1,
  };
}

import type { EntryIn } from '../content.ts';
import type { Model } from '../model.ts';
import type { Report, Rule } from './rule.ts';

/** A relation that is kept on both sides is the same on both: `proposals` and `closes`, `workarounds` and `eases`. */
export const danglingBackReference: Rule = {
  id: 'dangling-back-reference',
  check({ model }, report) {
    const { edges, patterns, proposals } = model.content.entries;
    for (const edge of edges) {
      compare(model, report, edge, 'workarounds', 'patterns', 'eases');
      compare(model, report, edge, 'proposals', 'proposals', 'closes');
    }
    for (const pattern of patterns) compare(model, report, pattern, 'eases', 'edges', 'workarounds');
    for (const proposal of proposals) compare(model, report, proposal, 'closes', 'edges', 'proposals');
  },
};

type Sided = EntryIn<'edges' | 'patterns' | 'proposals'>;

function compare(
  model: Model,
  report: Report,
  from: Sided,
  field: string,
  targets: Sided['collection'],
  backField: string,
): void {
  readIds(from, field).forEach((id, index) => {
    const target = model.find(targets, id);
    if (target === undefined || readIds(target, backField).includes(from.id)) return;
    report({
      file: from.file,
      at: { path: [field, index] },
      reason: `Unexpected \`${id}\` in \`${field}\`, expected ${target.file} to list \`${from.id}\` under \`${backField}\``,
      hint: `add \`${from.id}\` to \`${backField}\` in ${target.file}, or remove \`${id}\` here`,
    });
  });
}

function readIds(entry: Sided, field: string): readonly string[] {
  const value: unknown = entry.data[field as keyof typeof entry.data];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

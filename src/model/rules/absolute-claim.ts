import { listClaimEntries } from '../content.ts';
import { listJudgements } from '../judgements.ts';
import { listClaimTexts } from './claim-texts.ts';
import type { Rule } from './rule.ts';

const absoluteWords = /\b(never|none|definitive(?:ly)?|no\s+(?:[\w-]+\s+){1,4}exists?)\b/i;

/** An absolute word stands only where somebody has searched, and says how. */
export const absoluteClaim: Rule = {
  id: 'absolute-claim',
  check({ model }, report) {
    for (const entry of listClaimEntries(model.content.entries)) {
      const searched = listJudgements(entry).some(({ evidence }) =>
        evidence.some(({ kind, absence }) => kind === 'absence-search' && (absence ?? []).length > 0),
      );
      if (searched) continue;
      for (const { text, locate } of listClaimTexts(entry)) {
        const found = absoluteWords.exec(text);
        if (found === null) continue;
        report({
          file: entry.file,
          at: locate(found.index),
          reason: `Unexpected absolute word \`${found[0]}\`, expected bounded wording or evidence of kind \`absence-search\` with its searches`,
          hint: 'say what was looked at and when, such as "the 2025.x manuals do not describe …"',
        });
      }
    }
  },
};

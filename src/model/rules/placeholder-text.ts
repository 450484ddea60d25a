import { listEntries } from '../content.ts';
import { locateInPiece } from '../prose.ts';
import { listFieldTexts } from './field-values.ts';
import type { ClaimText as Located } from './claim-texts.ts';
import type { Rule } from './rule.ts';

const placeholder = /\b(TODO|TBD|FIXME|XXX)\b|\b(lorem ipsum|coming soon|to be written)\b/i;

/** No entry is published with a gap marked to be filled later. */
export const placeholderText: Rule = {
  id: 'placeholder-text',
  check({ model }, report) {
    for (const { collection, file, data, prose } of listEntries(model.content)) {
      if (collection === 'rules') continue;
      const fields = listFieldTexts(data).map(({ text, path }): Located => ({ text, locate: () => ({ path }) }));
      const texts = (prose?.texts ?? []).map((piece): Located => ({
        text: piece.value,
        locate: (index) => ({ place: locateInPiece(piece, index) }),
      }));
      for (const { text, locate } of [...fields, ...texts]) {
        const found = placeholder.exec(text);
        if (found === null) continue;
        report({
          file,
          at: locate(found.index),
          reason: `Unexpected placeholder \`${found[0]}\`, expected finished text`,
          hint: 'say what is known, or record it as an open question in `content/questions/`',
        });
      }
    }
  },
};

import { listEntries } from '../content.ts';
import type { Rule } from './rule.ts';

/** Languages of the samples. Code in them is either proven or says why it is not. */
const sampleLanguages = new Set(['python', 'py', 'objectscript', 'cos', 'xml', 'bpl']);

/** Code that no sample proves says so, with the reason. */
export const unmarkedFence: Rule = {
  id: 'unmarked-fence',
  check({ model }, report) {
    for (const { file, prose } of listEntries(model.content)) {
      for (const { language, illustrative, place } of prose?.fences ?? []) {
        if (language === null || !sampleLanguages.has(language) || illustrative !== null) continue;
        report({
          file,
          at: { place },
          reason: `Unexpected \`${language}\` code without a proof, expected \`illustrative="reason"\` on the fence`,
          hint: `write \`\`\`${language} illustrative="why it is not run"`,
        });
      }
    }
  },
};

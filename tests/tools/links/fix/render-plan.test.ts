import { describe, expect, test } from 'vitest';
import { applyPatch } from 'diff';
import { applyFixes } from '#tools/links/fix/apply.ts';
import { planFixes } from '#tools/links/fix/plan.ts';
import { renderFixPlan } from '#tools/links/fix/render-plan.ts';
import { hostileTexts } from '../report/reports.ts';
import { createFiles, createMoved, createMoveReport, renderSource, sourceFile } from './sources.ts';

describe('a dry run', () => {
  test('shows a unified diff, what is left to a human, and how many', () => {
    const { readFile } = createFiles({ [sourceFile]: renderSource(), 'content/sources/left.yaml': renderSource() });
    const left = createMoved(
      { value: 'https://example.org/lost' },
      { citation: 'left', file: 'content/sources/left.yaml' },
    );
    expect(renderFixPlan(planFixes(createMoveReport(createMoved(), left), readFile), readFile)).toBe(
      `--- a/content/sources/a-page.yaml
+++ b/content/sources/a-page.yaml
@@ -1,7 +1,10 @@
 title: A page
 publisher: A publisher
 kind: documentation
-url: 'https://example.org/old#place'
+url: 'https://example.org/new/#place'
 expect:
   terms:
     - a term
+replaces:
+  - url: 'https://example.org/old#place'
+    reason: The page moved for good, and says at its new address what it is cited for.
content/sources/left.yaml:4:6: left is left to a human: Unexpected address \`https://example.org/lost\`, expected one that still names the place on the page
1 citation to change, 1 left to a human
`,
    );
  });

  test('is a patch that does what the fix does', () => {
    const files = createFiles({ [sourceFile]: renderSource({ more: 'note: A note.\n' }) });
    const before = files.readFile(sourceFile) ?? '';
    const plan = planFixes(createMoveReport(createMoved()), files.readFile);
    const patch = renderFixPlan(plan, files.readFile).replace(/^1 citation.*\n/m, '');
    applyFixes(plan.replacements, files);
    expect(applyPatch(before, patch)).toBe(files.readFile(sourceFile));
  });

  test('says what it would do nothing of', () => {
    expect(renderFixPlan({ replacements: [], left: [] }, () => undefined)).toBe(
      '0 citations to change, 0 left to a human\n',
    );
  });

  test('says when a file changed since it was planned', () => {
    const { files, readFile } = createFiles({ [sourceFile]: renderSource() });
    const plan = planFixes(createMoveReport(createMoved()), readFile);
    files.set(sourceFile, '');
    expect(renderFixPlan(plan, readFile)).toBe(
      `${sourceFile}:4:6: Unexpected text, expected \`'https://example.org/old#place'\` as it was planned for\n1 citation to change, 0 left to a human\n`,
    );
  });

  test.each(Object.entries(hostileTexts))('lets no text steer the terminal: %s', (_, text) => {
    const comment = text.replaceAll(/[\n\r\u0000-\u0008\u007f]/g, '').slice(0, 100);
    const { readFile } = createFiles({
      [sourceFile]: renderSource({ url: `# ${comment}\nurl: 'https://example.org/old#place'` }),
    });
    const report = createMoveReport(createMoved(), createMoved({ value: text }, { citation: text, file: text }));
    const shown = renderFixPlan(planFixes(report, readFile), readFile);
    expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u);
    expect(shown).not.toMatch(/^\s*::|##\w*\[/m);
    expect(shown.length).toBeLessThan(3000);
  });
});

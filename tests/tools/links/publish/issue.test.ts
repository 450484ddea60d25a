import { describe, expect, test } from 'vitest';
import { issueTitle, renderIssue } from '#tools/links/publish/issue.ts';
import { createDeadRecord, createHealth, createRecord } from './records.ts';

const runsUrl = 'https://github.com/example/site/actions/workflows/links.yml';
const fine = createHealth(
  createRecord('a-page'),
  createRecord('b-page', { state: 'suspect' }),
  createRecord('c-page', { state: 'unverifiable' }),
);

const blindness = `## The check could not tell

[The last runs](${runsUrl}) were inconclusive, 3 or more in a row: the network failed them, or their time was not enough. Until one succeeds, nothing new is known of any citation.`;
const foot = 'The daily check keeps this text up to date, and closes the issue when there is nothing left.';

test('nobody is needed while no citation is dead and fewer than three runs in a row were inconclusive', () => {
  expect(renderIssue({ health: fine, inconclusiveRuns: 0, runsUrl })).toBeUndefined();
  expect(renderIssue({ health: fine, inconclusiveRuns: 2, runsUrl })).toBeUndefined();
});

describe('three inconclusive runs in a row', () => {
  test('raise the issue', () => {
    expect(renderIssue({ health: fine, inconclusiveRuns: 3, runsUrl })).toEqual({
      title: issueTitle,
      body: `${blindness}\n\n${foot}`,
    });
  });

  test('and a fourth is no news', () => {
    expect(renderIssue({ health: fine, inconclusiveRuns: 4, runsUrl })).toEqual(
      renderIssue({ health: fine, inconclusiveRuns: 3, runsUrl }),
    );
  });
});

const dead = createHealth(
  createRecord('a-page'),
  createDeadRecord('old-page', {
    suggestion: { kind: 'versioned', value: 'https://docs.example.org/2026/old-page', confidence: 'low' },
  }),
  createDeadRecord('never-seen', { lastOk: null }),
);
const deadSection = `## Dead: 2 citations

| Citation | Found | Since | Last verified | Instead |
| --- | --- | --- | --- | --- |
| \`old-page\`<br>\`https://docs.example.org/old-page\` | \`gone\`<br>\`The server answered 404: the page is not there\` | 2026-11-19 | 2026-11-09 | \`https://docs.example.org/2026/old-page\` |
| \`never-seen\`<br>\`https://docs.example.org/never-seen\` | \`gone\`<br>\`The server answered 404: the page is not there\` | 2026-11-19 | never |  |

Each has a file in \`content/sources/\`. \`npm run links -- explain <citation>\` shows how the verdict came about. Cite the page that took its place or an archived copy, or waive it in \`content/waivers.yaml\`; the claim stays.

What stands \`like this\` is quoted from pages and servers, and nobody has judged it.`;

describe('dead citations', () => {
  test('are listed with what was found, since when, and what could be cited instead', () => {
    expect(renderIssue({ health: dead, inconclusiveRuns: 0, runsUrl })?.body).toBe(`${deadSection}\n\n${foot}`);
  });

  test('stand below the word that the check is blind', () => {
    expect(renderIssue({ health: dead, inconclusiveRuns: 3, runsUrl })?.body).toBe(
      `${blindness}\n\n${deadSection}\n\n${foot}`,
    );
  });

  test('that are only checked again are no news', () => {
    const later = createHealth(
      ...dead.links.map((record) => ({
        ...record,
        lastChecked: '2026-11-23',
        nextDue: '2026-11-30',
        ...(record.streak && { streak: { ...record.streak, n: 4 } }),
      })),
    );
    expect(renderIssue({ health: later, inconclusiveRuns: 0, runsUrl })).toEqual(
      renderIssue({ health: dead, inconclusiveRuns: 0, runsUrl }),
    );
  });
});

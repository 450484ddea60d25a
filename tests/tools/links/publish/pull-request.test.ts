import { expect, test } from 'vitest';
import { renderPullRequest } from '#tools/links/publish/pull-request.ts';
import { createDeadRecord, createHealth, createRecord } from './records.ts';

const head =
  'What the daily check of citations found since this was last merged. Only `content/generated/link-health.json` changes.';
const foot = `What stands \`like this\` is quoted from pages and servers, and nobody has judged it. A claim stays when its source dies: cite another page, or an archived copy.

Checks of this pull request wait for a maintainer who approves them. Add no commits: the next run writes the branch anew.`;

test('a pull request counts all states, and lists what came to another one, the worst first', () => {
  const before = createHealth(
    createRecord('a-stays'),
    createRecord('b-fails'),
    createRecord('c-dies', { state: 'suspect' }),
    createDeadRecord('d-revives'),
    createRecord('e-goes'),
    createRecord('f-ages'),
    createRecord('g-excused'),
  );
  const unreachable = { verdict: 'unreachable', code: 'HEADERS_TIMEOUT', detail: 'No answer in 15 s' } as const;
  const after = createHealth(
    createRecord('a-stays', { lastChecked: '2026-11-21' }),
    createRecord('b-fails', { state: 'suspect', since: '2026-11-21', last: unreachable }),
    createDeadRecord('c-dies'),
    createRecord('d-revives', { since: '2026-11-21' }),
    createRecord('f-ages', { state: 'unverifiable', since: '2026-11-21', lastOk: '2026-10-22' }),
    createRecord('g-excused', { state: 'waived', since: '2026-11-21' }),
    createRecord('h-arrives', { state: 'new', lastOk: null }),
  );
  const columns = '| Citation | Found | Since | Last verified | Instead |\n| --- | --- | --- | --- | --- |';
  const ok = '`ok`<br>`The page says what it is cited for`';
  const cite = (id: string) => `\`${id}\`<br>\`https://docs.example.org/${id}\``;
  expect(renderPullRequest(before, after)).toEqual({
    title: 'Update the health of links',
    body: `${head}

| State | Before | After |
| --- | ---: | ---: |
| new | 0 | 1 |
| healthy | 5 | 2 |
| suspect | 1 | 1 |
| dead | 1 | 1 |
| unverifiable | 0 | 1 |
| waived | 0 | 1 |

### Dead: 1 citation

${columns}
| ${cite('c-dies')} | \`gone\`<br>\`The server answered 404: the page is not there\` | 2026-11-19 | 2026-11-09 |  |

### Failed, and are asked for again: 1 citation

${columns}
| ${cite('b-fails')} | \`unreachable\`<br>\`No answer in 15 s\` | 2026-11-21 | 2026-11-20 |  |

### Not verified for a month: 1 citation

${columns}
| ${cite('f-ages')} | ${ok} | 2026-11-21 | 2026-10-22 |  |

### Waived: 1 citation

${columns}
| ${cite('g-excused')} | ${ok} | 2026-11-21 | 2026-11-20 |  |

### Verified: 1 citation

${columns}
| ${cite('d-revives')} | ${ok} | 2026-11-21 | 2026-11-20 |  |

### New: 1 citation

${columns}
| ${cite('h-arrives')} | ${ok} | 2026-11-01 | never |  |

1 citation stayed in the same state.

1 record dropped: no source has the id any more.

${foot}`,
  });
});

test('a pull request in which only days change says just that', () => {
  const before = createHealth(createRecord('a-page'));
  const after = createHealth(createRecord('a-page', { lastChecked: '2026-11-21' }));
  expect(renderPullRequest(before, after).body).toBe(`${head}

| State | Before | After |
| --- | ---: | ---: |
| new | 0 | 0 |
| healthy | 1 | 1 |
| suspect | 0 | 0 |
| dead | 0 | 0 |
| unverifiable | 0 | 0 |
| waived | 0 | 0 |

1 citation stayed in the same state.

${foot}`);
});

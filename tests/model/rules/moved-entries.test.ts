import { expect, test } from 'vitest';
import type { Model } from '#model/model.ts';
import { brokenInternalLink } from '#model/rules/broken-internal-link.ts';
import { removedId } from '#model/rules/removed-id.ts';
import type { Rule } from '#model/rules/rule.ts';
import { unknownReference } from '#model/rules/unknown-reference.ts';
import { createSnapshot } from '../difference/snapshots.ts';
import { createEdge, createModel, createProse, createRedirects } from '../entries.ts';

function listHints(rule: Rule, model: Model): (string | undefined)[] {
  const hints: (string | undefined)[] = [];
  rule.check({ model, today: '2026-11-21' }, ({ hint }) => hints.push(hint));
  return hints;
}

const redirects = createRedirects(['edges/old', 'edges/edge']);

test('a mention of an entry that is gone is told where it went', () => {
  const model = createModel({ edges: [createEdge({ related: ['old'] })], redirects });
  expect(listHints(unknownReference, model)).toContain('it is gone: `edges/edge` took its place');
});

test('a link to an entry that is gone is told where it went', () => {
  const prose = createProse({ links: [{ url: '/edges/old/#history', place: { line: 9, column: 1 } }] });
  const model = createModel({ edges: [createEdge({ prose })], redirects });
  expect(listHints(brokenInternalLink, model)).toEqual(['the page is gone: link to `/edges/edge/`']);
});

test('an id is not missed while its file, or the list of redirects, cannot be read', () => {
  const snapshot = { file: 'model.json', data: createSnapshot({ entries: { 'edges/old': { title: 'Old' } } }) };
  expect(listHints(removedId, createModel({ snapshot }))).toHaveLength(1);
  const broken = [{ collection: 'edges', id: 'old', file: 'content/edges/old.mdx' }] as const;
  expect(listHints(removedId, createModel({ snapshot, broken }))).toEqual([]);
  const unread = { ...createRedirects(), isBroken: true } as const;
  expect(listHints(removedId, createModel({ snapshot, redirects: unread }))).toEqual([]);
});

import { createTree } from '../../store/trees.ts';

/** A source as a file. */
export function renderSource(id: string): string {
  return `title: The analysis ${id}\npublisher: InterSystems\nkind: document\nlocator: Version 9\nexpect:\n  title: The analysis\n`;
}

function renderQuestion(document: string): string {
  return `---
title: A question
summary: A summary.
origin:
  document: '${document}'
  section: Questions
  item: '1'
order: 1
raisedOn: 2026-11-20
settledBy: A measurement.
blocks: []
---

Words.
`;
}

/** A small tree that passes the check: one document, and one question that comes from it. */
export function createSmallTree(document = 'analysis'): string {
  return createTree({
    [`content/sources/${document}.yaml`]: renderSource(document),
    'content/questions/gil-release.mdx': renderQuestion(document),
  });
}

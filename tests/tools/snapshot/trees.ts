import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { quietGit } from '../../git.ts';

// Many runs load the same modules: compiled once, each takes half the time.
const compileCache = mkdtempSync(join(tmpdir(), 'snapshot-cache-'));
afterAll(() => {
  rmSync(compileCache, { recursive: true, force: true });
});

const analysis = `title: The analysis
publisher: A publisher
kind: document
locator: Page 1, version 1
expect: { title: The analysis }
`;

const manual = `title: A manual
publisher: A publisher
kind: documentation
url: https://docs.python.org/3/library/asyncio.html
expect: { title: asyncio }
`;

/** What an edge of a tree is like. */
export interface EdgeOptions {
  title?: string;
  severity?: string;
  /** More lines of the record. */
  more?: string;
  /** Its statuses since 2025-01-01, one a year. */
  statuses?: readonly string[];
}

/** The file of an edge. */
export function renderEdge({ title = 'A gap', severity = 'major', more = '', statuses = ['open'] }: EdgeOptions = {}) {
  const assessments = statuses.map(
    (status, index) => `  - on: ${2025 + index}-01-01
    status: ${status}
    remaining: A part.
    summary: What was known.
    evidence:
      - { source: manual, stance: supports, kind: vendor-doc, shows: It says so., confidence: high }
`,
  );
  return `---
title: ${title}
summary: It hinders.
origin: { document: analysis, section: Edges, item: '1' }
severity: ${severity}
severityReason: It takes more work.
workarounds: []
proposals: []
${more}assessments:
${assessments.join('')}---

It hinders. <Cite source="manual" />
`;
}

/** The files of a tree with the edges given, by their ids. */
export function renderTree(edges: Readonly<Record<string, EdgeOptions>>): Record<string, string> {
  return {
    'content/sources/analysis.yaml': analysis,
    'content/sources/manual.yaml': manual,
    ...Object.fromEntries(Object.entries(edges).map(([id, edge]) => [`content/edges/${id}.mdx`, renderEdge(edge)])),
  };
}

/** A list of redirects, as `content/redirects.yaml` holds it. */
export function renderRedirects(...pairs: readonly (readonly [from: string, to: string])[]): string {
  const items = pairs.map(
    ([from, to]) => `  - { from: ${from}, to: ${to}, on: 2026-11-20, reason: It was renamed. }\n`,
  );
  return `redirects:\n${items.join('')}`;
}

export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a real command in a folder, as `npm run` would. */
export function runTool(
  tool: 'snapshot' | 'diff',
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [resolve(`src/tools/${tool}/cli.ts`), ...args],
      { cwd, env: { ...Object.fromEntries(inherited), ...quietGit, NODE_COMPILE_CACHE: compileCache, ...env } },
      (_error, stdout, stderr) => {
        done({ exitCode: child.exitCode, stdout, stderr });
      },
    );
  });
}

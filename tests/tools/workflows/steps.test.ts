import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createTree } from '../../store/trees.ts';

interface WorkflowFile {
  jobs: Record<string, { steps: { name?: string; run?: string }[] }>;
}

/** The script of a step, found by its name. */
function readScript(file: string, job: string, name: string): string {
  const { jobs } = parse(readFileSync(`.github/workflows/${file}`, 'utf8')) as WorkflowFile;
  const script = jobs[job]?.steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`${file} has no step "${name}" with a script`);
  return script;
}

/** Runs a script as a runner does, with an `npm` that tells how it was called and exits as told. */
function runScript(script: string, { npmExit = 0, env = {} }: { npmExit?: number; env?: Record<string, string> } = {}) {
  const folder = createTree({
    'bin/npm': `#!/bin/sh\necho "npm $* SITE_URL=$SITE_URL BASE_PATH=$BASE_PATH"\nexit ${npmExit}\n`,
    output: '',
    script,
  });
  chmodSync(join(folder, 'bin/npm'), 0o755);
  const { status, stdout } = spawnSync('bash', ['-e', join(folder, 'script')], {
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, GITHUB_OUTPUT: join(folder, 'output'), ...env },
  });
  return { status, stdout, output: readFileSync(join(folder, 'output'), 'utf8') };
}

describe.skipIf(process.platform === 'win32')('the scripts of the workflows', () => {
  describe('a pull request', () => {
    const script = readScript('check.yml', 'links', 'Ask for the pages');

    test.each([
      [0, 0, ''],
      [1, 1, ''],
      [2, 2, ''],
      [3, 0, '::warning title=Links::The check was inconclusive: nothing is known of the new citations\n'],
      [4, 4, ''],
    ])('whose check of citations ends with %i ends with %i', (npmExit, status, warning) => {
      expect(runScript(script, { npmExit, env: { BASE: 'main' } })).toEqual({
        status,
        stdout: `npm run links -- check --changed-since origin/main --format github SITE_URL= BASE_PATH=\n${warning}`,
        output: '',
      });
    });

    test('cannot run what the name of its base says', () => {
      const { stdout } = runScript(script, { env: { BASE: '$(echo owned) `echo owned`; echo owned' } });
      expect(stdout).toContain('--changed-since origin/$(echo owned) `echo owned`; echo owned --format');
    });
  });

  describe('the daily check', () => {
    const script = readScript('links.yml', 'check', 'Check');
    const call = 'npm run links -- check --due --budget 15m --out observations.json SITE_URL= BASE_PATH=\n';

    test.each([
      [0, 0, 'artifact=observations\n', ''],
      [1, 0, 'artifact=observations\n', ''],
      [2, 2, '', ''],
      [3, 0, 'artifact=observations-inconclusive\n', '::warning title=Links::The check was inconclusive\n'],
      [4, 4, '', ''],
    ])('that ends with %i makes the step end with %i, and names its artifact', (npmExit, status, output, warning) => {
      expect(runScript(script, { npmExit })).toEqual({ status, stdout: call + warning, output });
    });

    test.each([
      [0, 0],
      [1, 0],
      [2, 2],
      [3, 0],
      [4, 4],
    ])('is merged: a merge that ends with %i makes the step end with %i', (npmExit, status) => {
      const merge = readScript('links.yml', 'publish', 'Put what was found into the record');
      expect(runScript(merge, { npmExit, env: { RUNNER_TEMP: '/tmp/a b' } })).toEqual({
        status,
        stdout: 'npm run links -- merge /tmp/a b/found/observations.json SITE_URL= BASE_PATH=\n',
        output: '',
      });
    });
  });

  describe('a deployment', () => {
    const script = readScript('deploy.yml', 'build', 'Build for the address it is published at');

    test.each([
      ['Example/iris-async', {}, 'https://example.github.io', '/iris-async/'],
      ['Example/example.github.io', {}, 'https://example.github.io', '/'],
      [
        'Example/iris-async',
        { SITE_URL: 'https://async.example.org', BASE_PATH: '/' },
        'https://async.example.org',
        '/',
      ],
    ])('of %s with %j is built for its address', (repository, variables, site, path) => {
      const env = {
        GITHUB_REPOSITORY: repository,
        GITHUB_REPOSITORY_OWNER: 'Example',
        SITE_URL: '',
        BASE_PATH: '',
        ...variables,
      };
      expect(runScript(script, { env })).toEqual({
        status: 0,
        stdout: `npm run build SITE_URL=${site} BASE_PATH=${path}\n`,
        output: '',
      });
    });

    test('that cannot be built fails', () => {
      const env = { GITHUB_REPOSITORY: 'example/site', GITHUB_REPOSITORY_OWNER: 'example' };
      expect(runScript(script, { npmExit: 1, env }).status).toBe(1);
    });
  });
});

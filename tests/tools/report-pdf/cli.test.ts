import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const command = join(process.cwd(), 'src/tools/report-pdf/cli.ts');

function run(args: readonly string[], cwd: string, env: Record<string, string> = {}, file = command) {
  return new Promise<{ exitCode: number | null; stdout: string; stderr: string }>((done) => {
    const child = execFile(
      process.execPath,
      [file, ...args],
      { cwd, env: { ...process.env, ...env } },
      (_error, stdout, stderr) => {
        done({ exitCode: child.exitCode, stdout, stderr });
      },
    );
  });
}

/** A folder with files, by their paths. */
function createFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'report-pdf-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const page =
  '<link rel="canonical" href="https://example.com/sub/report/"><dd data-build="data-as-of">2026-11-20</dd>' +
  '<dd data-build="built-at">2026-11-21 09:30 UTC</dd><dd data-build="commit">0123456789ab</dd>';

describe('a command that cannot be carried out is refused with exit code 2, and writes nothing', () => {
  test('when the site is not built', async () => {
    const folder = createFolder();
    expect(await run([], folder)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Unexpected state: there is no dist/report/index.html. Build the site with `npm run build`\n',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('when the page is not the report', async () => {
    expect(await run([], createFolder({ 'dist/report/index.html': '<h1>Page not found</h1>' }))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Unexpected text in dist/report/index.html, expected the report as this version builds it: `npm run build`\n',
    });
  });

  test.each([
    [['--out', 'report.html'], 'Unexpected `--out report.html`, expected a name that ends in `.pdf`\n'],
    [['--out', 'folder.pdf'], 'Unexpected `--out folder.pdf`: it is a folder, expected a file\n'],
  ])('%j', async (args, stderr) => {
    expect(await run(args, createFolder({ 'folder.pdf/file': '' }))).toEqual({ exitCode: 2, stdout: '', stderr });
  });

  test('an option that is not known, with the usage', async () => {
    const { exitCode, stdout, stderr } = await run(['--output', 'a.pdf'], createFolder());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--output'.*\n\nUsage: npm run report -- /s);
  });

  test('when the named browser is not there', async () => {
    const folder = createFolder({ 'dist/report/index.html': page });
    expect(await run([], folder, { PLAYWRIGHT_CHROMIUM: '/nowhere/chromium' })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'PLAYWRIGHT_CHROMIUM=/nowhere/chromium is not there; unset it, or name an executable\n',
    });
    expect(existsSync(join(folder, 'report.pdf'))).toBe(false);
  });

  test('when the development packages are not installed', async () => {
    const folder = createFolder({ 'dist/report/index.html': page });
    cpSync('src', join(folder, 'src'), { recursive: true });
    cpSync('package.json', join(folder, 'package.json'));
    expect(await run([], folder, {}, join(folder, 'src/tools/report-pdf/cli.ts'))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Unexpected state: `@playwright/test` is not installed. Install the development packages with `npm ci`\n',
    });
  });
});

test('content that is newer than the site is a warning', async () => {
  const folder = createFolder({ 'dist/report/index.html': page, 'content/edges/a.mdx': '', 'content/edges/b.mdx': '' });
  utimesSync(join(folder, 'dist/report/index.html'), 1000, 1000);
  utimesSync(join(folder, 'content/edges/a.mdx'), 1000, 1000);
  const { stderr } = await run([], folder, { PLAYWRIGHT_CHROMIUM: '/nowhere/chromium' });
  expect(stderr.split('\n')[0]).toBe(
    'warning: content/edges/b.mdx is newer than dist/report/index.html: `npm run build` brings the report up to date',
  );
});

test('the help names every option, and exits with 0', async () => {
  const { exitCode, stdout, stderr } = await run(['--help'], createFolder());
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const option of ['--out FILE', '--site DIR', '--help', 'PLAYWRIGHT_CHROMIUM']) expect(stdout).toContain(option);
});

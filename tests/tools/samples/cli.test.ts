import { beforeAll, describe, expect, test } from 'vitest';
import { createSampleTree, describeTree, renderSample, runCommand, type Run } from './sample-trees.ts';

let cwd: string;
beforeAll(() => {
  cwd = createSampleTree({
    ...renderSample('blocking-call', 'print("fine")\n', { stdout: 'fine\n' }),
    ...renderSample('for-iris', 'print("fine")\n', { runtimes: ['iris'] }),
  });
});

function run(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return runCommand(args, { cwd, env });
}

describe('a command that cannot be carried out is refused with exit code 2', () => {
  test.each([
    [
      ['bloking-call'],
      'Unexpected sample `bloking-call`, expected a folder in content/samples; did you mean `blocking-call`?',
    ],
    [
      ['nothing-like-it'],
      'Unexpected sample `nothing-like-it`, expected a folder in content/samples; see what is there',
    ],
    [
      ['--runtime', 'cpyton'],
      'Unexpected runtime `cpyton`, expected pyodide, cpython, parse or iris; did you mean `cpython`?',
    ],
    [
      ['--require', 'jython-next'],
      'Unexpected runtime `jython-next`, expected pyodide, cpython, parse or iris; see --help',
    ],
    [['--format', 'jsn'], 'Unexpected format `jsn`, expected pretty, json, github or junit; did you mean `json`?'],
    [['--jobs', '0'], 'Unexpected `--jobs 0`, expected a number from 1 to 99'],
    [['--jobs', 'many'], 'Unexpected `--jobs many`, expected a number from 1 to 99'],
    [['--jobs', '100'], 'Unexpected `--jobs 100`, expected a number from 1 to 99'],
    [['--content', 'nowhere'], 'Unexpected `--content nowhere`, expected a directory'],
  ])('%j', async (args, message) => {
    expect(await run(args)).toEqual({ exitCode: 2, stdout: '', stderr: `${message}\n` });
  });

  test('an option that is not known, with the usage', async () => {
    const { exitCode, stdout, stderr } = await run(['--updat']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--updat'.*\n\nUsage: npm run samples -- /s);
  });

  test('several samples that are not known, each on a line', async () => {
    expect((await run(['for-irs', 'blocking-call', 'blocking-cal'])).stderr).toBe(
      'Unexpected sample `for-irs`, expected a folder in content/samples; did you mean `for-iris`?\n' +
        'Unexpected sample `blocking-cal`, expected a folder in content/samples; did you mean `blocking-call`?\n',
    );
  });

  test.each(['true', '1', ''])('--update in CI (CI=%j), and writes nothing', async (CI) => {
    const before = describeTree(cwd);
    expect(await run(['--update'], { CI })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'Unexpected `--update` in CI, expected a run that only reads: record verdicts on a machine of your own\n',
    });
    expect(describeTree(cwd)).toEqual(before);
  });

  test('--update of a folder whose name is no id, and writes nothing', async () => {
    const folder = createSampleTree(renderSample('No_Id', 'pass\n', { runtimes: ['iris'] }));
    const before = describeTree(folder);
    expect(await runCommand(['--update'], { cwd: folder })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'Unexpected sample `No_Id`, expected ids to record verdicts under: lower-case letters, digits and single hyphens\n',
    });
    expect(describeTree(folder)).toEqual(before);
  });
});

test('the help names every option, and exits with 0', async () => {
  const { exitCode, stdout, stderr } = await run(['--help']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const option of ['runtime', 'require', 'update', 'jobs', 'format', 'content', 'help']) {
    expect(stdout).toContain(`\n  --${option} `);
  }
});

describe('a runtime that is not there', () => {
  const env = { PYTHON: '/nonexistent' };
  const untested =
    'untested  cpython  blocking-call: PYTHON=/nonexistent is no Python 3\n1 verdict: 0 passed, 0 failed, 1 untested\n';

  test('leaves its samples untested with the reason, and is no failure', async () => {
    expect(await run(['blocking-call'], env)).toEqual({ exitCode: 0, stdout: untested, stderr: '' });
  });

  test.each([
    ['--require', ['blocking-call', '--require', 'cpython'], env],
    ['SAMPLES_REQUIRE', ['blocking-call'], { ...env, SAMPLES_REQUIRE: 'pyodide,cpython' }],
  ])('is a failure with %s', async (_name, args, environment) => {
    expect(await run(args, environment)).toEqual({
      exitCode: 1,
      stdout: untested,
      stderr: 'Unexpected `untested` in `cpython`, expected it to run: `--require cpython` was given\n',
    });
  });

  test('is not missed where no sample is for it', async () => {
    expect(await run(['for-iris', '--require', 'cpython'], env)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('is named with all that is missing: a part of a connection is none', async () => {
    expect((await run(['for-iris'], { IRIS_HOST: 'localhost', IRIS_PORT: '1972' })).stdout).toBe(
      'untested  iris     for-iris: no connection to an InterSystems IRIS server: IRIS_NAMESPACE, IRIS_USER, IRIS_PASSWORD not set\n1 verdict: 0 passed, 0 failed, 1 untested\n',
    );
  });
});

test('only the runtimes that are named are used', async () => {
  expect((await run(['--runtime', 'parse', '--runtime', 'pyodide', '--format', 'json'])).stdout).toBe(
    '{\n  "verdicts": []\n}\n',
  );
});

import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readBuildInfo } from '#store/build-info.ts';

const now = new Date('2026-11-21T09:30:45.678Z');
const commit = { SOURCE_COMMIT: '0123456789abcdef0123456789abcdef01234567' };

describe('the time of a build', () => {
  test('is now, to the minute and in UTC', () => {
    expect(readBuildInfo(commit, now)).toEqual({
      builtAt: '2026-11-21 09:30 UTC',
      commit: '0123456789ab',
      repositoryUrl: undefined,
    });
  });

  test('is SOURCE_DATE_EPOCH where it is set', () => {
    expect(readBuildInfo({ ...commit, SOURCE_DATE_EPOCH: '0' }, now).builtAt).toBe('1970-01-01 00:00 UTC');
    expect(readBuildInfo({ ...commit, SOURCE_DATE_EPOCH: '1795253459' }, now).builtAt).toBe('2026-11-21 09:30 UTC');
    expect(readBuildInfo({ ...commit, SOURCE_DATE_EPOCH: '99999999999' }, now).builtAt).toBe('5138-11-16 09:46 UTC');
  });

  test.each(['', ' ', '-1', '1.5', '1e9', '0x10', '2026-11-21', '123456789012', 'NaN'])(
    'is refused as SOURCE_DATE_EPOCH=%s',
    (SOURCE_DATE_EPOCH) => {
      expect(() => readBuildInfo({ ...commit, SOURCE_DATE_EPOCH }, now)).toThrow(
        new RangeError(`Unexpected \`SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH}\`, expected whole seconds since 1970`),
      );
    },
  );
});

describe('the commit of a build', () => {
  test('is what somebody says, then what GitHub says', () => {
    const GITHUB_SHA = 'ffffffffffffffffffff';
    expect(readBuildInfo({ ...commit, GITHUB_SHA }, now).commit).toBe('0123456789ab');
    expect(readBuildInfo({ GITHUB_SHA }, now).commit).toBe('ffffffffffff');
  });

  test('is else what git says, or unknown outside a checkout', () => {
    let head = 'unknown';
    try {
      head = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      // The tests may run from an archive.
    }
    expect(readBuildInfo({}, now).commit).toBe(head.slice(0, 12));
  });
});

describe('the address of the repository', () => {
  const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b' };

  test('is what somebody says, without a slash at the end, then what GitHub says', () => {
    const REPOSITORY_URL = 'https://example.com/x/';
    expect(readBuildInfo({ ...commit, ...github, REPOSITORY_URL }, now).repositoryUrl).toBe('https://example.com/x');
    expect(readBuildInfo({ ...commit, ...github }, now).repositoryUrl).toBe('https://github.com/a/b');
  });

  test('is absent when only half of it is known', () => {
    expect(readBuildInfo({ ...commit, GITHUB_REPOSITORY: 'a/b' }, now).repositoryUrl).toBeUndefined();
    expect(readBuildInfo({ ...commit, GITHUB_SERVER_URL: 'https://github.com' }, now).repositoryUrl).toBeUndefined();
  });
});

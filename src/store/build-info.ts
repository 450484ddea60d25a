import { execFileSync } from 'node:child_process';
import type { BuildInfo } from '#model/view/frame.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads what a build says of itself: `SOURCE_DATE_EPOCH` (seconds since 1970, as reproducible builds set it),
 * `SOURCE_COMMIT` and `REPOSITORY_URL`, or what GitHub Actions and git tell.
 */
export function readBuildInfo(env: Environment, now: Date): BuildInfo {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && !/^\d{1,11}$/.test(epoch)) {
    throw new RangeError(`Unexpected \`SOURCE_DATE_EPOCH=${epoch}\`, expected whole seconds since 1970`);
  }
  const time = epoch === undefined ? now : new Date(Number(epoch) * 1000);
  return {
    builtAt: `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    commit: (env.SOURCE_COMMIT ?? env.GITHUB_SHA ?? readCommit() ?? 'unknown').slice(0, 12),
    repositoryUrl: readRepositoryUrl(env),
  };
}

function readRepositoryUrl({ REPOSITORY_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY }: Environment): string | undefined {
  if (REPOSITORY_URL !== undefined) return REPOSITORY_URL.replace(/\/$/, '');
  if (GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined) return undefined;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
}

function readCommit(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

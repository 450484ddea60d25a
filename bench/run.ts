import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';

const rounds = 5;

/** What is timed, each as a whole process. */
const subjects = [
  { name: 'check:content', args: ['src/tools/check/cli.ts'], goalS: 3 },
  { name: 'build', args: ['node_modules/astro/bin/astro.mjs', 'build'], goalS: 15 },
];

/** Times each subject in turn, round by round, so that a slow moment of the machine meets all of them. */
function bench(): void {
  const seconds = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, args } of subjects) {
      const start = performance.now();
      const { status } = spawnSync(process.execPath, args, {
        stdio: 'ignore',
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      });
      if (status !== 0) throw new Error(`${name} ended with exit code ${String(status)}: mend that before timing it`);
      // The first round warms the caches and does not count.
      if (round > 0) seconds.get(name)?.push((performance.now() - start) / 1000);
    }
  }
  process.stdout.write(
    `${availableParallelism()} processors, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${rounds} rounds\n`,
  );
  for (const { name, goalS } of subjects) {
    const sorted = (seconds.get(name) ?? []).toSorted((a, b) => a - b);
    const [min, median, max] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((value) =>
      (value ?? NaN).toFixed(2),
    );
    process.stdout.write(
      `${name.padEnd(14)} min ${min} s, median ${median} s, max ${max} s (goal: under ${goalS} s on two processors)\n`,
    );
  }
}

bench();

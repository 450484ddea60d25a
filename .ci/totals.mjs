// Sums up the reports that the test runners left behind. Runs on any Node, also when the install failed.
import { existsSync, readFileSync } from 'node:fs';

const print = (line) => process.stdout.write(`${line}\n`);
const status = Number(process.argv[2]);
const reports = ['unit', 'site', 'browser'];
let passed = 0;
let failed = 0;

for (const name of reports) {
  const file = `test-results/${name}.json`;
  if (!existsSync(file)) {
    print(`Not run: ${name} tests, because a step before them failed`);
    continue;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // Vitest counts at the top of its report, Playwright under `stats`.
  passed += report.numPassedTests ?? report.stats.expected + report.stats.flaky;
  failed += report.numFailedTests ?? report.stats.unexpected;
  const skipped = report.numPendingTests ?? report.stats.skipped;
  if (skipped > 0) print(`Skipped: ${skipped} ${name} tests`);
}

// A check that failed, or tests that never ran, are a failure too.
if (status !== 0 && failed === 0) failed = 1;
print(`${passed} passed, ${failed} failed`);
process.exit(status === 0 && failed === 0 ? 0 : 1);

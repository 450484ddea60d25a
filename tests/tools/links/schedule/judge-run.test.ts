import { describe, expect, test } from 'vitest';
import type { LinkVerdict } from '#schema/link-health.ts';
import { judgeRun } from '#tools/links/schedule/judge-run.ts';
import { createObservation } from '../history/observations.ts';

/** One observation of each of so many hosts. */
function observeHosts(verdicts: readonly LinkVerdict[]) {
  return verdicts.map((verdict, index) =>
    createObservation(verdict, 0, { url: `https://host-${index + 10}.example/` }),
  );
}

function repeat(count: number, verdict: LinkVerdict): LinkVerdict[] {
  return Array.from({ length: count }, () => verdict);
}

const canary = (verdict: LinkVerdict, host = 'canary.example') =>
  createObservation(verdict, 0, { url: `https://${host}/` });

describe('a run is inconclusive', () => {
  test('when the canary is anything but good', () => {
    for (const verdict of ['unreachable', 'drifted', 'blocked', 'no-such-host'] as const) {
      expect(judgeRun({ observations: observeHosts(['ok']), canaries: [canary(verdict)] })).toEqual({
        kind: 'inconclusive',
        downHosts: [],
        reason: `Unexpected failure of the canary: \`canary.example\` (\`${verdict.replaceAll('-', '_').toUpperCase()}\`), expected a good answer`,
      });
    }
  });

  test('when all of several canaries fail, and names them', () => {
    const canaries = [canary('unreachable', 'one.example'), canary('gone', 'two.example')];
    expect(judgeRun({ observations: [], canaries })).toMatchObject({
      reason:
        'Unexpected failure of the canary: `one.example` (`UNREACHABLE`), `two.example` (`GONE`), expected a good answer',
    });
  });

  test('when more than 40 % of ten hosts or more do not answer', () => {
    const observations = observeHosts([...repeat(3, 'unreachable'), 'tls-error', 'no-such-host', ...repeat(5, 'ok')]);
    expect(judgeRun({ observations, canaries: [canary('ok')] })).toEqual({
      kind: 'inconclusive',
      downHosts: ['host-10.example', 'host-11.example', 'host-12.example', 'host-13.example', 'host-14.example'],
      reason: 'Unexpected silence of 5 of 10 hosts, expected at most 40 %',
    });
  });
});

describe('a run is conclusive', () => {
  const conclusive = (verdicts: readonly LinkVerdict[]) =>
    judgeRun({ observations: observeHosts(verdicts), canaries: [] }).kind === 'conclusive';

  test('when 40 % of the hosts do not answer', () => {
    expect(conclusive([...repeat(4, 'unreachable'), ...repeat(6, 'ok')])).toBe(true);
    expect(conclusive([...repeat(9, 'unreachable'), ...repeat(13, 'ok')])).toBe(false);
  });

  test('when most of fewer than ten hosts do not answer: so few may be down at once', () => {
    expect(conclusive(repeat(9, 'unreachable'))).toBe(true);
    expect(conclusive(repeat(10, 'unreachable'))).toBe(false);
  });

  test('when hosts answer, however badly', () => {
    expect(conclusive([...repeat(6, 'gone'), ...repeat(6, 'blocked')])).toBe(true);
  });

  test('when one of several canaries is good', () => {
    const canaries = [canary('unreachable', 'one.example'), canary('ok', 'two.example')];
    expect(judgeRun({ observations: [], canaries })).toEqual({ kind: 'conclusive', downHosts: [] });
  });

  test('when one host with most citations is down: it counts once', () => {
    const outage = Array.from({ length: 30 }, () =>
      createObservation('unreachable', 0, { url: 'https://big.example/' }),
    );
    const observations = [...outage, ...observeHosts(repeat(9, 'ok'))];
    expect(judgeRun({ observations, canaries: [] })).toEqual({ kind: 'conclusive', downHosts: ['big.example'] });
  });

  test('when a host answers for one of its citations, or in the second pass', () => {
    const observations = observeHosts(repeat(10, 'unreachable'));
    expect(judgeRun({ observations: [...observations, ...observeHosts(repeat(10, 'ok'))], canaries: [] })).toEqual({
      kind: 'conclusive',
      downHosts: [],
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { LinkVerdict } from '#schema/link-health.ts';
import { waivableVerdicts, type Waiver } from '#schema/waiver.ts';
import { applyWaivers, checkWaivers } from '#tools/links/history/waivers.ts';
import { createObservation, createWaiver, dayAt } from './observations.ts';

function check(waivers: readonly Waiver[], found: readonly LinkVerdict[], today = dayAt(0)) {
  return checkWaivers(
    { file: 'content/waivers.yaml', data: waivers },
    found.map((verdict) => createObservation(verdict)),
    { today, locate: (path) => ({ line: 10 + Number(path[1]), column: path[2] === 'expires' ? 14 : 15 }) },
  );
}

describe('a waiver', () => {
  test.each(waivableVerdicts)('for `%s` covers exactly that verdict', (verdict) => {
    const observations = waivableVerdicts.map((found) => createObservation(found));
    const waived = applyWaivers(observations, [createWaiver({ verdicts: [verdict] })], dayAt(0));
    expect(waived).toEqual(
      observations.map((observation) =>
        observation.verdict === verdict
          ? { ...observation, verdict: 'waived', detail: `${verdict}: It was ${verdict}` }
          : observation,
      ),
    );
  });

  test('covers no good answer, and no other citation', () => {
    const observations = [createObservation('ok'), createObservation('gone', 0, { citation: 'another' })];
    expect(applyWaivers(observations, [createWaiver({ verdicts: [...waivableVerdicts] })], dayAt(0))).toEqual(
      observations,
    );
  });

  test('covers until the end of its last day', () => {
    const verdictOn = (offset: number) =>
      applyWaivers([createObservation('gone')], [createWaiver({ expires: dayAt(5) })], dayAt(offset))[0]?.verdict;
    expect([verdictOn(5), verdictOn(6)]).toEqual(['waived', 'gone']);
  });
});

describe('checking the waivers', () => {
  test('finds nothing wrong with one that is of use, or whose citation was not checked', () => {
    expect(check([createWaiver()], ['gone', 'ok'])).toEqual([]);
    expect(check([createWaiver()], [])).toEqual([]);
  });

  test('reports one that has ended, even when it would be of use', () => {
    expect(check([createWaiver({ expires: dayAt(5) })], ['gone'], dayAt(5))).toEqual([]);
    expect(check([createWaiver({ expires: dayAt(5) })], ['gone'], dayAt(6))).toEqual([
      {
        ruleId: 'waiver-expired',
        level: 'error',
        file: 'content/waivers.yaml',
        line: 10,
        column: 14,
        reason: 'Unexpected waiver for `a-page` that ended on 2026-03-07, expected one that still holds',
        hint: 'mend the citation and delete the waiver, or renew it with a fresh reason',
      },
    ]);
  });

  test('warns of one that was of no use', () => {
    const used = createWaiver({ verdicts: ['drifted'] });
    const unused = createWaiver({ verdicts: ['gone', 'blocked', 'unreachable'] });
    expect(check([used, unused], ['drifted', 'ok', 'drifted'])).toEqual([
      {
        ruleId: 'waiver-unused',
        level: 'warning',
        file: 'content/waivers.yaml',
        line: 11,
        column: 15,
        reason:
          'Unexpected waiver for `a-page`, expected the check to find `gone`, `blocked` or `unreachable`; it found `drifted` and `ok`',
        hint: 'delete the waiver, or name the verdict that it is to cover',
      },
    ]);
  });
});

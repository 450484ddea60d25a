import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { renderInert } from '#report/inert.ts';
import type { LinkOptions } from '../arguments.ts';
import { Observer } from '../check/observer.ts';
import type { Citation } from '../citation.ts';
import { describeCase } from '../evaluate/case.ts';
import { rules } from '../evaluate/rules.ts';
import { readLinkFiles } from '../files.ts';
import { foldObservations } from '../history/fold.ts';
import { deriveDeathThreshold } from '../history/quarantine.ts';
import { evidenceClasses } from '../observation.ts';
import { judgeParts } from '#tools/links/report/expected-parts.ts';
import { renderExplanation } from '#tools/links/report/explain.ts';
import type { CommandWorld } from './command.ts';

/** `explain`: checks one citation and shows how its verdict came about. Writes nothing. */
export async function explain(
  { contentDirectory, target }: Extract<LinkOptions, { command: 'explain' }>,
  { check, today, print, warn, signal }: CommandWorld,
): Promise<ExitCode> {
  const files = readLinkFiles(contentDirectory);
  if ('refusal' in files) {
    warn(files.refusal);
    return exitCodes.unreadable;
  }
  const { citations, health, disk } = files;
  const citation = citations.find(({ id, url }) => ('id' in target ? id === target.id : url === target.url));
  if (citation === undefined && 'id' in target) {
    warn(`Unexpected \`${renderInert(target.id)}\`, expected the id of a source with a URL, or a URL\n`);
    return exitCodes.unreadable;
  }
  const subject = citation ?? createStranger('url' in target ? target.url : '');
  // The record of a page that was good asks only for changes; what explains a verdict is the page itself.
  const fresh = { ...health, links: [] };
  const observer = new Observer(check, fresh, [subject], today);
  const { observation, exchange, circumstances } = await observer.observe(subject, signal);
  const described = describeCase(subject, exchange, circumstances);
  const { page } = described;
  const folded = foldObservations(health, [observation], { today, citations, waivers: disk.content.waivers.data });
  const record = folded.health.links.find((one) => one.citation === subject.id);
  const deadAfter =
    record?.streak &&
    deriveDeathThreshold(record.streak.kind, { verdict: observation.verdict, unstable: record.unstable });
  print(
    renderExplanation(observation, {
      citation: subject,
      rule: rules.find((rule) => rule.judge(described) !== undefined)?.name ?? 'none',
      parts: page === undefined ? [] : judgeParts(subject.expect, page.facts, page.lines),
      today,
      ...(page !== undefined && { facts: page.facts }),
      ...(circumstances.control !== undefined && { control: circumstances.control }),
      ...(record !== undefined && { record }),
      ...(deadAfter && { deadAfter }),
    }),
  );
  switch (evidenceClasses[observation.verdict]) {
    case 'positive':
      return exitCodes.fine;
    case 'negative':
      return exitCodes.findings;
    case 'weak':
    case 'neutral':
      return exitCodes.inconclusive;
  }
}

/** A URL that is no source yet: nothing is expected of it but to be there. */
function createStranger(url: string): Citation {
  const place = { file: 'command line', line: 1, column: 1, endColumn: 1 };
  return { id: 'not-a-source', url, expect: {}, fallbacks: [], language: 'en', ...place };
}

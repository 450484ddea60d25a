import type { ObservationReport } from './observation-report.ts';

interface NamedReport {
  /** The file it was read from. */
  file: string;
  report: ObservationReport;
}

type MergedReport = { report: ObservationReport; problems?: never } | { report?: never; problems: string[] };

/**
 * Puts the reports of all shards of a run together. Refused, one sentence each, when they are not of one run, when a
 * shard or a citation is missing, or when one comes twice.
 */
export function mergeReports(reports: readonly NamedReport[]): MergedReport {
  const [first] = reports;
  if (first === undefined) return { problems: ['Unexpected lack of reports, expected one for each shard'] };
  const strangers = reports.flatMap((other) => describeStranger(first, other));
  if (strangers.length > 0) return { problems: strangers };
  const problems = [...findShardProblems(reports, first.report.shard.count), ...findCitationProblems(reports)];
  if (problems.length > 0) return { problems };
  const { version, today, planned } = first.report;
  const all = reports.map(({ report }) => report).sort((a, b) => a.shard.index - b.shard.index);
  return {
    report: {
      version,
      today,
      shard: { index: 1, count: 1 },
      planned: [...planned].sort(),
      skipped: all.flatMap(({ skipped }) => skipped).sort(),
      hosts: mergeHosts(all.map(({ hosts }) => hosts)),
      canaries: all.flatMap(({ canaries }) => canaries),
      observations: all.flatMap(({ observations }) => observations).sort(byCitation),
    },
  };
}

function describeStranger(first: NamedReport, other: NamedReport): string[] {
  const tell = (what: string, found: string, expected: string) =>
    `${other.file}: Unexpected ${what} \`${found}\`, expected \`${expected}\` as in ${first.file}`;
  const [a, b] = [first.report, other.report];
  if (a.today !== b.today) return [tell('day', b.today, a.today)];
  if (a.shard.count !== b.shard.count) return [tell('shard', nameShard(b.shard), `${b.shard.index}/${a.shard.count}`)];
  const plans = [new Set(a.planned), new Set(b.planned)] as const;
  const [odd] = [...plans[0].symmetricDifference(plans[1])].sort();
  return odd === undefined
    ? []
    : [
        `${other.file}: Unexpected plan: \`${odd}\` stands in only one of ${first.file} and it, expected the same in both`,
      ];
}

function findShardProblems(reports: readonly NamedReport[], count: number): string[] {
  const byIndex = Map.groupBy(reports, ({ report }) => report.shard.index);
  return Array.from({ length: count }, (_, offset) => offset + 1).flatMap((index) => {
    const files = (byIndex.get(index) ?? []).map(({ file }) => file);
    const shard = `\`${nameShard({ index, count })}\``;
    if (files.length === 0) return [`Missing shard ${shard}, expected a report of it`];
    return files.length === 1 ? [] : [`Unexpected shard ${shard} in ${files.join(' and ')}, expected one report of it`];
  });
}

function findCitationProblems(reports: readonly NamedReport[]): string[] {
  const holders = new Map<string, string[]>();
  for (const { file, report } of reports) {
    for (const id of new Set([...report.observations.map(({ citation }) => citation), ...report.skipped]))
      holders.set(id, [...(holders.get(id) ?? []), file]);
  }
  const planned = new Set(reports.flatMap(({ report }) => report.planned));
  return [...new Set([...planned, ...holders.keys()])].sort().flatMap((id) => {
    const files = holders.get(id) ?? [];
    if (files.length === 0) return [`Missing citation \`${id}\`, expected one shard to have checked or skipped it`];
    if (!planned.has(id)) return [`${files.join(' and ')}: Unexpected citation \`${id}\`, expected one of the plan`];
    return files.length === 1 ? [] : [`Unexpected citation \`${id}\` in ${files.join(' and ')}, expected it in one`];
  });
}

function nameShard({ index, count }: ObservationReport['shard']): string {
  return `${index}/${count}`;
}

/** Every shard knows all hosts of the record; of two that know one, the one that asked it later is right. */
function mergeHosts(lists: readonly ObservationReport['hosts'][]): ObservationReport['hosts'] {
  const newest = new Map<string, ObservationReport['hosts'][number]>();
  for (const record of lists.flat()) {
    const known = newest.get(record.host);
    if ((known?.control?.on ?? '') <= (record.control?.on ?? '')) newest.set(record.host, record);
  }
  return [...newest.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
}

function byCitation(a: ObservationReport['observations'][number], b: typeof a): number {
  const [left, right] = [`${a.citation} ${a.at}`, `${b.citation} ${b.at}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

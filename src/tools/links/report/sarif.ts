import { createHash } from 'node:crypto';
import { linkVerdicts } from '#schema/link-health.ts';
import { renderForeign } from '#report/foreign.ts';
import { evidenceClasses } from '../observation.ts';
import type { Replacement } from '../fix/replacement.ts';
import { renderJsonText } from './json-text.ts';
import { deriveLevel } from './level.ts';
import type { LinkReport, ReportedLink } from './link-report.ts';
import { describeSuggestion, renderFinding, renderHistory, renderWaiver } from './phrases.ts';
import { verdictHelp } from './verdict-help.ts';

/** SARIF 2.1.0: a rule for each verdict, a result for each link that somebody should look at. */
export function renderSarif(report: LinkReport): string {
  const rules = linkVerdicts.map((verdict) => {
    const { meaning, help } = verdictHelp[verdict];
    const isFault = ['negative', 'weak'].includes(evidenceClasses[verdict]);
    return {
      id: verdict,
      shortDescription: { text: meaning },
      fullDescription: { text: meaning },
      help: { text: help },
      defaultConfiguration: { level: isFault ? 'warning' : 'note' },
    };
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'links', rules } },
        columnKind: 'utf16CodeUnits',
        results: report.links.flatMap((link) => describeResult(link, report)),
      },
    ],
  };
  return `${renderJsonText(log, 2)}\n`;
}

function describeResult(link: ReportedLink, { today, replacements }: LinkReport) {
  const { finding, file, line, column, endColumn, citation, waiver, state } = link;
  const level = deriveLevel(link);
  if (level === undefined || finding === null) return [];
  const { verdict, suggestion } = finding;
  const hint =
    suggestion === undefined ? '' : ` Instead: ${renderForeign(suggestion.value)} (${describeSuggestion(suggestion)}).`;
  const edits = replacements.filter((replacement) => replacement.citation === citation && replacement.file === file);
  return [
    {
      ruleId: verdict,
      ruleIndex: linkVerdicts.indexOf(verdict),
      level,
      message: {
        text: escapeMessage(
          `${renderForeign(citation)} is ${state}. ${renderFinding(finding)}${hint} It was ${renderHistory(link, today)}.`,
        ),
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: locate(file),
            region: { startLine: line, startColumn: column, endLine: line, endColumn },
          },
        },
      ],
      partialFingerprints: deriveFingerprints(citation, file),
      ...(edits.length > 0 && { fixes: [describeFix(file, edits)] }),
      ...(waiver !== null && {
        suppressions: [{ kind: 'external', status: 'accepted', justification: escapeMessage(renderWaiver(waiver)) }],
      }),
    },
  ];
}

/** The same for a citation wherever it stands in its file. GitHub looks at the second key only. */
function deriveFingerprints(citation: string, file: string) {
  const digest = createHash('sha256').update(`${citation}\n${file}`).digest('hex').slice(0, 32);
  return { 'citationAndFile/v1': digest, primaryLocationLineHash: `${digest}:1` };
}

function describeFix(file: string, edits: readonly Replacement[]) {
  return {
    description: { text: escapeMessage([...new Set(edits.map(({ reason }) => reason))].join(' ')) },
    artifactChanges: [
      {
        artifactLocation: locate(file),
        replacements: edits.map(({ line, column, before, after }) => ({
          deletedRegion: deriveRegion(line, column, before),
          insertedContent: { text: after },
        })),
      },
    ],
  };
}

/** The region of a text that begins at a place. */
function deriveRegion(startLine: number, startColumn: number, text: string) {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const endLine = startLine + lines.length - 1;
  return { startLine, startColumn, endLine, endColumn: endLine === startLine ? startColumn + last : last + 1 };
}

function locate(file: string) {
  return { uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** In a message, braces are placeholders and brackets are links. */
function escapeMessage(text: string): string {
  return text.replaceAll(/[{}]/g, '$&$&').replaceAll(/[[\]]/g, String.raw`\$&`);
}

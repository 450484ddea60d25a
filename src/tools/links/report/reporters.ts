import { renderGithub } from './github.ts';
import { renderJson, renderJsonl } from './json.ts';
import { renderJunit } from './junit.ts';
import type { LinkReport } from './link-report.ts';
import { renderPretty } from './pretty.ts';
import { renderSarif } from './sarif.ts';

export const linkFormats = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github'] as const;
export type LinkFormat = (typeof linkFormats)[number];

/** Renders a report. Every format ends with a newline, or is empty; none of them lets a page steer a terminal or a log. */
export const linkReporters: Record<LinkFormat, (report: LinkReport) => string> = {
  pretty: renderPretty,
  json: renderJson,
  jsonl: renderJsonl,
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
};

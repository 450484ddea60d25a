import type { Message } from '#report/message.ts';
import type { LinkRecord, LinkState } from '#schema/link-health.ts';
import type { Waiver } from '#schema/waiver.ts';
import type { Citation } from '../citation.ts';
import type { Replacement } from '../fix/replacement.ts';
import type { Finding, Observation } from '../observation.ts';

/** What is known of one citation, and where it stands. */
export interface ReportedLink extends Pick<Citation, 'url' | 'file' | 'line' | 'column' | 'endColumn'> {
  citation: string;
  state: LinkState;
  /** The day the state began; null when the citation was never checked. */
  since: string | null;
  lastChecked: string | null;
  lastOk: string | null;
  streak: LinkRecord['streak'];
  unstable: boolean;
  /** What the newest check found. */
  finding: Finding | null;
  /** The waiver in force, when it is what the state comes from. */
  waiver: Pick<Waiver, 'reason' | 'owner' | 'expires'> | null;
}

/** What the checker has to say, in whatever format. Every text of it may come from a stranger. */
export interface LinkReport {
  /** The day of the report. */
  today: string;
  /** Every citation, in the order of its place. */
  links: readonly ReportedLink[];
  /** What one run found; empty for a report from the health record alone. */
  observations: readonly Observation[];
  /** What is wrong with the waivers themselves. */
  messages: readonly Message[];
  /** Replacements that can be made without a human, planned by `planFixes`. */
  replacements: readonly Replacement[];
}

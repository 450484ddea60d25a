import type { ReportedLink } from './link-report.ts';

/** How much a link needs somebody. */
export type LinkLevel = 'error' | 'warning' | 'note';

/** The level of a link by its state; undefined for one that nobody has to look at. */
export function deriveLevel({ state, finding, unstable }: ReportedLink): LinkLevel | undefined {
  switch (state) {
    case 'dead':
      return 'error';
    case 'suspect':
      return 'warning';
    case 'unverifiable':
    case 'waived':
      return 'note';
    case 'new':
      return finding === null ? undefined : 'note';
    case 'healthy':
      return finding?.suggestion !== undefined || unstable ? 'note' : undefined;
  }
}

/** What a tool's exit code means; the same in every tool of the project. */
export const exitCodes = {
  fine: 0,
  findings: 1,
  unreadable: 2,
  inconclusive: 3,
  internal: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

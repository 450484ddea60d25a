/** Lines of a file, counted from 1, both included. */
export interface LineRange {
  from: number;
  to: number;
}

/** Reads `L10`, `#L10-L20` or `#L10C4-L20C8`. */
export function parseLineRange(text: string): LineRange | undefined {
  const parts = /^#?L(\d{1,7})(?:C\d+)?(?:-L?(\d{1,7})(?:C\d+)?)?$/.exec(text);
  if (parts === null) return undefined;
  const from = Number(parts[1]);
  const to = Number(parts[2] ?? from);
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

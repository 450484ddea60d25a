/** The reason on a code fence that says why its code is not run: `illustrative="…"`. Null when there is none. */
export function readIllustrative(meta: string | null | undefined): string | null {
  return /(?:^|\s)illustrative="([^"]+)"/.exec(meta ?? '')?.[1] ?? null;
}

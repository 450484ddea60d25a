/** What the built page of the report says of itself. */
export interface BuiltReport {
  /** Where it is published, as the build was told. */
  canonical: string;
  /** Path the site is served under; begins and ends with a slash. */
  base: string;
  dataAsOf: string;
  /** Time of the build as it is shown: `2026-11-21 09:30 UTC`. */
  builtAt: string;
  commit: string;
}

/** Reads the built page of the report. Undefined when the text is not that page. */
export function parseBuiltReport(html: string): BuiltReport | undefined {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
  const base = /^(.*\/)report\/$/.exec(URL.parse(canonical)?.pathname ?? '')?.[1];
  const [dataAsOf, builtAt, commit] = ['data-as-of', 'built-at', 'commit'].map(
    (name) => new RegExp(`<dd data-build="${name}">([^<]+)`).exec(html)?.[1],
  );
  if (base === undefined || dataAsOf === undefined || builtAt === undefined || commit === undefined) return undefined;
  return { canonical, base, dataAsOf, builtAt, commit };
}

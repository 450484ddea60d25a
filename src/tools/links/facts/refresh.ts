/** Longer waits are for pages that load themselves anew. */
const longestWaitS = 5;

/** The target of `<meta http-equiv="refresh">`, as written, when it leads elsewhere within 5 s. */
export function parseRefresh(content: string): string | undefined {
  const parts = /^\s*(\d{1,9})(?:\.\d*)?\s*[;,\s](.+)$/s.exec(content.slice(0, 2000));
  if (parts === null || Number(parts[1]) > longestWaitS) return undefined;
  const target = (parts[2] ?? '').replace(/^\s*url\s*=/i, '').trim();
  const quoted = /^(["'])(.*?)(?:\1|$)/s.exec(target)?.[2]?.trim() ?? target;
  return quoted === '' ? undefined : quoted;
}

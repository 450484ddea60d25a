/** Hosts that one operator runs and limits together. */
const github = ['github.com', 'github.io', 'githubusercontent.com'];

/** The name under which requests to a host wait for each other. */
export function deriveHostBucket(hostname: string): string {
  const name = hostname.toLowerCase();
  return github.some((domain) => name === domain || name.endsWith(`.${domain}`)) ? 'github.com' : name;
}

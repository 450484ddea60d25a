import { deriveHostBucket } from '../policy/host-bucket.ts';

/** The host of a URL. Text that is no URL has a host of its own: nobody is asked for it. */
export function deriveHost(url: string): string {
  return URL.parse(url)?.hostname ?? 'invalid';
}

/** The name of the lane in which a URL waits its turn: its host, or the operator whose limits it shares. */
export function deriveBucket(url: string): string {
  return deriveHostBucket(deriveHost(url));
}

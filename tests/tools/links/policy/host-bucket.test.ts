import { expect, test } from 'vitest';
import { deriveHostBucket } from '#tools/links/policy/host-bucket.ts';

test.each(['github.com', 'api.github.com', 'raw.githubusercontent.com', 'somebody.github.io', 'GitHub.com'])(
  '`%s` waits with GitHub',
  (host) => {
    expect(deriveHostBucket(host)).toBe('github.com');
  },
);

test.each(['docs.intersystems.com', 'community.intersystems.com', 'notgithub.com', 'github.com.example'])(
  '`%s` waits for itself',
  (host) => {
    expect(deriveHostBucket(host)).toBe(host);
  },
);

import { createFinding, failureRule, refusalRule } from './rule.ts';

export const invalidUrl = refusalRule('invalid-url', ({ code, detail }) =>
  code === 'URL_INVALID' ? createFinding('invalid', code, detail) : undefined,
);

export const robots = refusalRule('robots', ({ code, detail }) =>
  code === 'ROBOTS' ? createFinding('unverified', code, detail) : undefined,
);

export const refused = refusalRule('refused', ({ code, detail }) => createFinding('refused', code, detail));

export const noSuchHost = failureRule('no-such-host', ({ code, detail }) =>
  code === 'DNS_NXDOMAIN' ? createFinding('no-such-host', code, detail) : undefined,
);

export const tlsError = failureRule('tls-error', ({ code, detail }) => {
  if (!code.startsWith('TLS_')) return undefined;
  const notes =
    code === 'TLS_CHAIN'
      ? ['The server leaves out a certificate between its own and the root; browsers may know it and show the page.']
      : [];
  return createFinding('tls-error', code, detail, { notes });
});

export const unreachable = failureRule('unreachable', ({ code, detail }) => createFinding('unreachable', code, detail));

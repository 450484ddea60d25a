import { urlRule } from './url-rule.ts';

/** No user name or password stands in a URL. */
export const urlCredentials = urlRule('url-credentials', (_url, parsed) =>
  parsed !== null && (parsed.username !== '' || parsed.password !== '')
    ? {
        found: `credentials before \`@${parsed.host}\``,
        expected: 'a URL without them',
        hint: 'remove everything between `//` and `@`',
      }
    : undefined,
);

/** Pages are cited over https. */
export const urlInsecure = urlRule('url-insecure', (_url, parsed) =>
  parsed === null || parsed.protocol === 'https:'
    ? undefined
    : { found: `scheme \`${parsed.protocol}\``, expected: '`https:`', hint: 'cite the https address of the page' },
);

const privateName = /^(localhost|.*\.(localhost|local|internal|lan|home\.arpa|test|invalid))$/;
const privateAddress =
  /^(0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[(::1?\]|f[cd]|fe[89ab]|::ffff:))/;

/** A cited page is one that any reader can reach. */
export const urlPrivateHost = urlRule('url-private-host', (_url, parsed) => {
  if (!parsed?.protocol.startsWith('http')) return undefined;
  const host = parsed.hostname.replace(/\.$/, '');
  const isPrivate = privateName.test(host) || privateAddress.test(host) || !/[.:]/.test(host);
  return isPrivate
    ? {
        found: `host \`${parsed.hostname}\``,
        expected: 'a public host name',
        hint: 'a page nobody outside can open is a source of kind `document` with a `locator`',
      }
    : undefined;
});

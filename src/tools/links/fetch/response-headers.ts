import { TransportFailure } from './failure.ts';

export interface ResponseHeaders {
  /** All but cookies. A field that came several times holds its values with commas between. */
  headers: Readonly<Record<string, string>>;
  setCookies: readonly string[];
  location: string | undefined;
}

/** Reads the headers of an answer. Cookies are kept apart, so that nothing records them. */
export function readResponseHeaders(
  fields: Readonly<Record<string, string | string[] | undefined>>,
  maxFields: number,
  host: string,
): ResponseHeaders {
  const entries = Object.entries(fields).map(([name, value]) => [name, [value ?? []].flat()] as const);
  const count = entries.reduce((sum, [, values]) => sum + values.length, 0);
  if (count > maxFields) {
    const detail = `Unexpected number of header fields at \`${host}\`: ${count}, expected at most ${maxFields}`;
    throw new TransportFailure('HEADERS_TOO_LARGE', detail);
  }
  const locations = new Set(fields.location === undefined ? [] : [fields.location].flat());
  if (locations.size > 1) {
    const detail = `Unexpected number of locations at \`${host}\`: ${locations.size}, expected one`;
    throw new TransportFailure('BAD_REDIRECT', detail);
  }
  const [location] = locations;
  return {
    headers: Object.fromEntries(
      entries.filter(([name]) => name !== 'set-cookie').map(([name, values]) => [name, values.join(', ')]),
    ),
    setCookies: [fields['set-cookie'] ?? []].flat(),
    location: location === undefined ? undefined : decodeText(location),
  };
}

/** Headers come as bytes. Servers write URLs beyond ASCII in UTF-8, against the standard, and browsers follow them. */
function decodeText(latin1: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
}

/** The value of a query parameter as it is written, whatever the case of its name. */
export function readQueryValue(url: URL, name: string): string | undefined {
  return parameter(name).exec(url.search)?.[2];
}

/**
 * The URL with another value for one parameter. All else stays as it is written: `URLSearchParams` would write
 * `%20` and `~` anew.
 */
export function replaceQueryValue(url: URL, name: string, value: string): string {
  const search = url.search.replace(parameter(name), (_all, start: string) => `${start}${value}`);
  return `${url.origin}${url.pathname}${search}`;
}

function parameter(name: string): RegExp {
  return new RegExp(`([?&]${name}=)([^&]*)`, 'i');
}

/** The first line of what was thrown, for a sentence. Pyodide throws more than `Error`s. */
export function renderError(error: unknown): string {
  const text = error instanceof Object && 'message' in error ? error.message : error;
  return String(text).split('\n')[0] ?? '';
}

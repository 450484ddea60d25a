import type { Program } from '../program.ts';

/** Fetches the program of a sample from this site. Rejects with a sentence for the reader. */
export async function fetchProgram(url: string, signal: AbortSignal): Promise<Program> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new Error('the program did not load: the site cannot be reached', { cause: error });
  }
  if (!response.ok) throw new Error(`the program did not load: the site answered ${response.status}`);
  try {
    return (await response.json()) as Program;
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof SyntaxError ? 'what the site answered is no program' : 'the connection broke';
    throw new Error(`the program did not load: ${reason}`, { cause: error });
  }
}

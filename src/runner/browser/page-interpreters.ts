import { openChannel } from './channel.ts';
import { Interpreters } from './interpreters.ts';
import workerPath from './worker.ts?worker&url';

let shared: Interpreters | undefined;

/** The interpreters of this page. `runtimePath` is the path of Pyodide's files on this site, with a slash at the end. */
export function getInterpreters(runtimePath: string): Interpreters {
  return (shared ??= new Interpreters({
    openChannel: (request) => openChannel(new URL(workerPath, location.href).href, request),
    indexURL: new URL(runtimePath, location.href).href,
    whenIdle,
    savesData,
  }));
}

/** Safari has no idle callbacks: there, a moment after the run, when its output has been drawn. */
function whenIdle(callback: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: 2000 });
  else setTimeout(callback, 500);
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

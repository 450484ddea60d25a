import type { Channel, RunRequest, WorkerMessage } from '../protocol.ts';
import type { FromWorker, StartRequest } from './start.ts';

/**
 * Starts a worker and opens the line to it. Its code is imported by a script of the page's own making, a `blob:`: such a
 * worker inherits the page's content security policy, and a worker from the network would have none.
 */
export function openChannel(workerURL: string, request: StartRequest): Channel {
  const bootstrap = new Blob(
    [
      `import(${JSON.stringify(workerURL)}).catch((error) => postMessage({ type: 'failed', reason: String(error.message) }));`,
    ],
    { type: 'text/javascript' },
  );
  const bootstrapURL = URL.createObjectURL(bootstrap);
  const worker = new Worker(bootstrapURL, { type: 'module', name: 'sample' });
  let onMessage: (message: WorkerMessage) => void = () => undefined;
  let onCrash: (reason: string) => void = () => undefined;
  let crash: string | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'listening') {
      URL.revokeObjectURL(bootstrapURL);
      worker.postMessage(request);
    } else onMessage(data);
  });
  worker.addEventListener('error', (event) => {
    crash ??= event.message === '' ? 'the worker did not start' : event.message;
    onCrash(crash);
  });
  return {
    listen(message, crashed) {
      onMessage = message;
      onCrash = crashed;
      if (crash !== undefined) crashed(crash);
    },
    post(program: RunRequest) {
      worker.postMessage(program);
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(bootstrapURL);
    },
  };
}

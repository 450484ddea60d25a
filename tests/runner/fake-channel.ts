import type { Channel, RunRequest, WorkerMessage } from '#runner/protocol.ts';

/** A line to a worker that a test plays. */
export interface FakeChannel extends Channel {
  /** Says something as the worker. */
  say: (message: WorkerMessage) => void;
  /** Crashes as the worker. */
  crash: (reason: string) => void;
  /** What was asked of the worker. */
  posted: RunRequest[];
  isTerminated: boolean;
}

export function createFakeChannel(): FakeChannel {
  let onMessage: (message: WorkerMessage) => void = () => undefined;
  let onCrash: (reason: string) => void = () => undefined;
  let crashed: string | undefined;
  const posted: RunRequest[] = [];
  const channel: FakeChannel = {
    listen(message, crash) {
      onMessage = message;
      onCrash = crash;
      if (crashed !== undefined) crash(crashed);
    },
    post: (request) => posted.push(request),
    terminate() {
      channel.isTerminated = true;
    },
    say(message) {
      onMessage(message);
    },
    crash(reason) {
      crashed = reason;
      onCrash(reason);
    },
    posted,
    isTerminated: false,
  };
  return channel;
}

/** What a worker says when Python is ready. */
export function createReady(snapshot?: Uint8Array): Extract<WorkerMessage, { type: 'ready' }> {
  return { type: 'ready', pyodide: '314.0.7', python: '3.14.2', ...(snapshot !== undefined && { snapshot }) };
}

import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { compareVersions, findInterpreters } from '#tools/samples/runtimes/cpython.ts';
import { createSampleTree, describeTree, renderSample, startCommand } from './sample-trees.ts';

const [newest] = await findInterpreters(process.env);
const hasPython = compareVersions(newest?.version ?? '0', '3.11') >= 0;

/** A program with a child; both run for ever and hold the connection, over which the child says that it is there. */
function renderParent(port: number): string {
  return `
import os, socket, time
connection = socket.create_connection(("127.0.0.1", ${port}))
if os.fork() == 0:
    connection.send(os.getcwd().encode())
while True:
    time.sleep(60)
`;
}

test.runIf(hasPython && process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'an update that %s interrupts ends with 130, writes nothing and leaves no process behind',
  async (signal) => {
    const server = createServer();
    onTestFinished(() => {
      server.close();
    });
    const connected = once(server, 'connection') as Promise<[Socket]>;
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const cwd = createSampleTree({
      // Starting pyodide takes seconds: once is enough.
      ...(signal === 'SIGINT' &&
        renderSample('a-loop', 'while True:\n    pass\n', { runtimes: ['pyodide'], timeoutMs: 110_000 })),
      ...renderSample('b-parent', renderParent((server.address() as AddressInfo).port), { timeoutMs: 110_000 }),
      ...renderSample('c-fine', 'print("new")\n', { stdout: 'old\n' }),
      'content/generated/sample-verdicts.json': '{ "$comment": "as it was, byte for byte",\r\n "verdicts": [] }',
    });
    const before = describeTree(cwd);

    const child = startCommand(['--update', '--jobs', '2'], { cwd });
    const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
    const ended = once(child, 'exit');
    const [socket] = await connected;
    socket.on('error', () => undefined);
    const gone = once(socket, 'close');
    const [directory] = (await once(socket, 'data')) as [Buffer];
    child.kill(signal);

    expect(await ended).toEqual([130, null]);
    // The system closes the connection when the last process that holds it is gone.
    await gone;
    expect({ stdout: await stdout, stderr: await stderr }).toEqual({
      stdout: '',
      stderr: 'Interrupted: nothing was recorded\n',
    });
    expect(describeTree(cwd)).toEqual(before);
    expect(readdirSync(tmpdir())).not.toContain(directory.toString().split('/').at(-1));
  },
  120_000,
);

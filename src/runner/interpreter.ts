import type { loadPyodide, PyodideAPI } from 'pyodide';
import type { RunRequest, WorkerMessage } from './protocol.ts';

/** Where a worker gets Pyodide from. */
export interface InterpreterSource {
  loadPyodide: typeof loadPyodide;
  /** Directory or URL of Pyodide's files, with a slash at the end. */
  indexURL: string;
  /** Text of `interpreter.py`. */
  program: string;
  /** Memory of an interpreter that is ready to run, to start from instead of from nothing. */
  snapshot?: Uint8Array;
}

/** Pyodide with its private interface for snapshots: the version is pinned, and a conformance test runs on every change of it. */
type SnapshotAPI = PyodideAPI & { makeMemorySnapshot: () => Uint8Array };

/** What is used of Pyodide's file system, whose types come with a package that is not installed. */
interface FileSystem {
  mkdirTree: (path: string) => void;
  writeFile: (path: string, text: string) => void;
}

/** A lock file without packages: it saves a download, and leaves no way to a package host. */
const emptyLock = {
  info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: '3.14.2' },
  packages: {},
};

/** Starts an interpreter once and takes its memory, from which others start in a tenth of the time. */
export async function makeSnapshot(
  source: Omit<InterpreterSource, 'snapshot'>,
): Promise<{ pyodide: PyodideAPI; snapshot: Uint8Array }> {
  const pyodide = (await source.loadPyodide({ ...listOptions(source), _makeSnapshot: true })) as SnapshotAPI;
  return { pyodide, snapshot: pyodide.makeMemorySnapshot() };
}

/** Starts an interpreter. */
export async function startInterpreter({
  loadPyodide,
  indexURL,
  program,
  snapshot,
}: InterpreterSource): Promise<PyodideAPI> {
  const pyodide = await loadPyodide({
    ...listOptions({ indexURL }),
    ...(snapshot !== undefined && { _loadSnapshot: snapshot }),
  });
  const files = pyodide.FS as FileSystem;
  files.mkdirTree('/home/sample');
  files.writeFile('/lib/interpreter.py', program);
  return pyodide;
}

function listOptions({ indexURL }: Pick<InterpreterSource, 'indexURL'>) {
  return {
    indexURL,
    lockFileContents: emptyLock as never,
    env: { HOME: '/home/sample', PYTHONDEVMODE: '1', PYTHONHASHSEED: '0', TZ: 'UTC' },
    // What Pyodide says while it starts is no output of the program.
    stdout: () => undefined,
    stderr: () => undefined,
  };
}

/** Runs a program to its end and returns its exit code. Output is passed on as it comes. An interpreter runs one program. */
export function runProgram(
  pyodide: PyodideAPI,
  { files, main }: RunRequest,
  send: (message: WorkerMessage) => void,
): number {
  for (const stream of ['stdout', 'stderr'] as const) {
    const write = (bytes: Uint8Array) => {
      send({ type: 'output', stream, bytes: bytes.slice() });
      return bytes.length;
    };
    if (stream === 'stdout') pyodide.setStdout({ write });
    else pyodide.setStderr({ write });
  }
  // There is nothing to read, as with an empty file.
  pyodide.setStdin({ stdin: () => null });
  const fileSystem = pyodide.FS as FileSystem;
  for (const [name, text] of Object.entries(files)) fileSystem.writeFile(`/home/sample/${name}`, text);
  (pyodide.globals as unknown as { set: (name: string, value: string) => void }).set('program', `/home/sample/${main}`);
  return pyodide.runPython(`
import sys
sys.path.insert(0, "/lib")
import interpreter
interpreter.install()
interpreter.run(program)
`) as number;
}

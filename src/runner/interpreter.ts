import type { loadPyodide, PyodideAPI } from 'pyodide';
import { outputLimitBytes, type RunRequest, type WorkerMessage } from './protocol.ts';
import { pyodideRelease } from './release.ts';

/** Where a worker gets Pyodide from, and how it starts. */
export interface InterpreterSource {
  loadPyodide: typeof loadPyodide;
  /** Directory or URL of Pyodide's files, with a slash at the end. */
  indexURL: string;
  /** Text of `interpreter.py`. */
  program: string;
  /** Memory of an interpreter that is ready to run: starting from it takes a tenth of the time. */
  snapshot?: Uint8Array | undefined;
  /** Set to take the memory of this interpreter for starting others. */
  makesSnapshot?: boolean;
}

/** An interpreter that can run one program. */
export interface Interpreter {
  pyodide: PyodideAPI;
  /** Its memory before any program ran, where it was asked for. */
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
  info: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: pyodideRelease.python },
  packages: {},
};

/** Starts an interpreter. */
export async function startInterpreter({
  loadPyodide,
  indexURL,
  program,
  snapshot,
  makesSnapshot = false,
}: InterpreterSource): Promise<Interpreter> {
  const pyodide = await loadPyodide({
    indexURL,
    lockFileContents: emptyLock as never,
    env: { HOME: '/home/sample', PYTHONDEVMODE: '1', PYTHONHASHSEED: '0', TZ: 'UTC' },
    // What Pyodide says while it starts is no output of the program.
    stdout: () => undefined,
    stderr: () => undefined,
    ...(makesSnapshot && { _makeSnapshot: true }),
    ...(snapshot !== undefined && { _loadSnapshot: snapshot }),
  });
  const taken = makesSnapshot ? (pyodide as SnapshotAPI).makeMemorySnapshot() : undefined;
  const files = pyodide.FS as FileSystem;
  files.mkdirTree('/home/sample');
  files.writeFile('/lib/interpreter.py', program);
  return { pyodide, ...(taken !== undefined && { snapshot: taken }) };
}

/** The versions of an interpreter, for the record. */
export function readVersions(pyodide: PyodideAPI): { pyodide: string; python: string } {
  return {
    pyodide: pyodide.version,
    python: String(pyodide.runPython('import platform; platform.python_version()')),
  };
}

/** Runs a program to its end and returns its exit code. Output is passed on as it comes, up to a little more than the limit. An interpreter runs one program. */
export function runProgram(
  pyodide: PyodideAPI,
  { files, main }: RunRequest,
  send: (message: WorkerMessage) => void,
): number {
  // The listener ends the run at the limit. Until it does, what is beyond would only fill its queue.
  let room = outputLimitBytes + 1;
  for (const stream of ['stdout', 'stderr'] as const) {
    const write = (bytes: Uint8Array) => {
      if (room > 0) send({ type: 'output', stream, bytes: bytes.slice(0, room) });
      room -= bytes.length;
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

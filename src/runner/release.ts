/** The Pyodide that the site serves to readers and that the command line runs. Its private interfaces are used: it is pinned. */
export const pyodideRelease = {
  version: '314.0.7',
  python: '3.14.2',
  /** What a browser loads besides the worker. */
  files: ['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'],
  /** Bytes of the files that a worker fetches by itself, decoded: what progress is measured against. */
  fetchedBytes: 12_143_855,
  /** What a reader's first Run downloads, in megabytes, compressed with gzip. */
  downloadMB: 6.4,
  /** Where the site serves the files, below its base path. A new version is a new address, so that caches never mix them. */
  path: '/runtime/pyodide-314.0.7/',
} as const;

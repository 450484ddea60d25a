import type { EntryIn } from '../content.ts';

/** What the page of a sample needs to run it and to judge the run. */
export function deriveSampleProgram({ id, data, files, file }: EntryIn<'samples'>) {
  if (files === undefined) throw new RangeError(`${file} has no files`);
  const { title, role, illustrates, expect, timeoutMs, normalise } = data;
  return {
    id,
    title,
    main: files.main,
    files: files.texts,
    golden: { stdout: files.stdout, stderr: files.stderr },
    sample: { role, illustrates, expect, timeoutMs, normalise },
  };
}

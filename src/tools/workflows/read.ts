import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where GitHub looks for workflows. */
const workflowDirectory = '.github/workflows';

const packageSchema = z.looseObject({ scripts: z.record(z.string(), z.string()).default({}) });

/** Reads the workflows of a repository and the names of its scripts. Throws when it has none of either. */
export function readRepository(root: string): { files: { file: string; text: string }[]; scripts: string[] } {
  const names = readdirSync(join(root, workflowDirectory)).filter((name) => /\.ya?ml$/.test(name));
  return {
    files: names.sort().map((name) => {
      const file = `${workflowDirectory}/${name}`;
      return { file, text: readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n') };
    }),
    scripts: Object.keys(packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts),
  };
}

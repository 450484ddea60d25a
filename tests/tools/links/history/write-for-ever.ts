// Writes the texts in a folder to a path, one after the other and over and over, until it is killed. Tells of each.
import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '#store/whole-file.ts';

const [path = '', folder = ''] = process.argv.slice(2);
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
for (;;) {
  for (const text of texts) {
    writeWhole(path, text);
    writeSync(process.stdout.fd, '.');
  }
}

import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTree } from '../../../store/trees.ts';

/** What the fake `gh` answers, by method and path without the query. An answer with `fails` goes to its error output. */
export type Answers = Readonly<Record<string, unknown>>;

/** One call of the fake `gh`. */
export interface Call {
  args: string[];
  input: unknown;
}

/** A `gh` that writes down how it is called, and answers from a file. */
const program = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const args = process.argv.slice(2);
const text = args.includes('--input') ? readFileSync(0, 'utf8') : '';
appendFileSync(join(__dirname, 'calls.jsonl'), JSON.stringify({ args, input: text === '' ? null : JSON.parse(text) }) + '\\n');
const key = args[args.indexOf('--method') + 1] + ' ' + args.at(-1).replace(/\\?.*/, '');
const answer = JSON.parse(readFileSync(join(__dirname, 'answers.json'), 'utf8'))[key];
if (answer === undefined) throw new Error('No answer for ' + key);
if (answer.fails === undefined) process.stdout.write(JSON.stringify(answer));
else {
  process.stderr.write(answer.fails);
  process.exitCode = 1;
}
`;

/** Puts a fake `gh` into a folder of its own, for PATH. */
export function createFakeGh(answers: Answers = {}): string {
  const bin = createTree({ gh: program, 'answers.json': JSON.stringify(answers), 'calls.jsonl': '' });
  chmodSync(join(bin, 'gh'), 0o755);
  return bin;
}

/** Gives the fake `gh` other answers, and forgets its calls. */
export function resetFakeGh(bin: string, answers: Answers): void {
  writeFileSync(join(bin, 'answers.json'), JSON.stringify(answers));
  writeFileSync(join(bin, 'calls.jsonl'), '');
}

export function readCalls(bin: string): Call[] {
  const lines = readFileSync(join(bin, 'calls.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Call);
}

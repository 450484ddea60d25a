import type { RuntimeName } from '#schema/sample.ts';
import type { Verdict } from '#schema/verdict.ts';
import type { EntryIn } from './content.ts';
import type { Model } from './model.ts';

/** What a verdict is about: the sample and the runtime. */
export function keyOf({ sample, runtime }: Pick<Verdict, 'sample' | 'runtime'>): string {
  return `${sample} ${runtime.name}`;
}

/** The recorded verdict of a sample in a runtime, whatever source it was for. */
export function findVerdict({ content }: Model, sample: string, name: RuntimeName): Verdict | undefined {
  return content.verdicts.data.find((verdict) => verdict.sample === sample && verdict.runtime.name === name);
}

/** Whether a verdict is for the sample as it is now. */
export function isForSource({ sourceSha256 }: Verdict, { files }: EntryIn<'samples'>): boolean {
  return sourceSha256 === files?.sha256;
}

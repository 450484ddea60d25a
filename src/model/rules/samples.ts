import type { EntryIn } from '../content.ts';
import { listEntries } from '../content.ts';
import { renderNearMiss } from '../near-miss.ts';
import { isDeclared, listRegions } from '../sample.ts';
import { runtimeNames } from '#schema/sample.ts';
import { findVerdict, isForSource, keyOf } from '../verdicts.ts';
import type { Rule } from './rule.ts';

/** A sample is shown by every entry it illustrates, and illustrates every entry that shows it. */
export const sampleUnused: Rule = {
  id: 'sample-unused',
  check({ model }, report) {
    for (const sample of model.content.entries.samples) {
      const shownBy = model.mentionsOf('samples', sample.id).map(({ from }) => from);
      sample.data.illustrates.forEach((id, index) => {
        const entry = model.findClaim(id);
        if (entry === undefined || shownBy.includes(entry)) return;
        report({
          file: sample.file,
          at: { path: ['illustrates', index] },
          reason: `Unexpected \`${id}\` in \`illustrates\`, expected ${entry.file} to show the sample`,
          hint: `add \`${sample.id}\` to \`samples\` in ${entry.file}, or remove \`${id}\` here`,
        });
      });
      for (const { from, reference } of model.mentionsOf('samples', sample.id)) {
        // A cell of the matrix cites what it proves, and shows no sample.
        if (from.collection === 'samples' || from.collection === 'needs' || sample.data.illustrates.includes(from.id))
          continue;
        report({
          file: from.file,
          at: reference.at,
          reason: `Unexpected sample \`${sample.id}\` in \`${reference.field}\`, expected ${sample.file} to name this entry under \`illustrates\``,
          hint: `add \`${from.id}\` to \`illustrates\` in ${sample.file}, or remove the sample here`,
        });
      }
    }
  },
};

/** A region that prose shows is one that the program marks. */
export const sampleUnknownRegion: Rule = {
  id: 'sample-unknown-region',
  check({ model }, report) {
    for (const { file, prose } of listEntries(model.content)) {
      for (const { name, attributes, place } of prose?.elements ?? []) {
        const { id, region } = attributes;
        if (name !== 'Sample' || typeof id !== 'string' || typeof region !== 'string') continue;
        const sample = model.find('samples', id);
        if (sample === undefined) continue;
        const names = listSampleRegions(sample);
        if (names.includes(region)) continue;
        report({
          file,
          at: { place },
          reason: `Unexpected region \`${region}\` of the sample \`${id}\`, expected ${names.length === 0 ? 'one that the program marks' : names.map((item) => `\`${item}\``).join(' or ')}`,
          hint: renderNearMiss(region, names, 'mark it with `# region name` and `# endregion`'),
        });
      }
    }
  },
};

function listSampleRegions({ files }: EntryIn<'samples'>): string[] {
  return listRegions(files?.texts[files.main] ?? '').map(({ name }) => name);
}

/** A demonstration has a control: something that would fail if it were blind. */
export const sampleWithoutControl: Rule = {
  id: 'sample-without-control',
  check({ model }, report) {
    for (const { file, data } of model.content.entries.samples) {
      if (data.role !== 'demonstration' || data.control !== undefined) continue;
      report({
        file,
        at: { path: ['role'] },
        reason:
          'Unexpected demonstration without `control`, expected the assertion or twin that would fail if it were blind',
        hint: 'let the program prove that it can see the opposite, and say how under `control`',
      });
    }
  },
};

/** A sample that is expected to fail says with what, and which gap that shows. */
export const sampleUnexplainedFailure: Rule = {
  id: 'sample-unexplained-failure',
  check({ model }, report) {
    for (const { file, data } of model.content.entries.samples) {
      const { outcome, exit, raises, reason } = data.expect;
      if (outcome === 'pass' || (exit !== 0 && raises !== undefined && reason !== undefined)) continue;
      report({
        file,
        at: { path: ['expect', 'outcome'] },
        reason: 'Unexpected `fail` without `raises`, `reason` and an exit code other than 0, expected all three',
        hint: 'name the exception and the gap it shows, so that the day it stops failing can be told',
      });
    }
  },
};

/** A sample is for one runtime at least. */
export const sampleWithoutRuntime: Rule = {
  id: 'sample-without-runtime',
  check({ model }, report) {
    for (const { file, data } of model.content.entries.samples) {
      if (runtimeNames.some((name) => isDeclared(data, name))) continue;
      report({
        file,
        at: { path: ['runtimes'] },
        reason: 'Unexpected sample that skips every runtime, expected one that runs or checks it',
        hint: 'code that nothing proves belongs into a fence marked `illustrative`',
      });
    }
  },
};

/** Every declared runtime has a verdict, and it is for the sample as it is now. */
export const sampleStaleVerdict: Rule = {
  id: 'sample-stale-verdict',
  check({ model }, report) {
    const { verdicts } = model.content;
    if (verdicts.isBroken) return;
    const hint = 'run `npm run samples -- --update`';
    for (const sample of model.content.entries.samples) {
      const { id, file, data } = sample;
      for (const name of runtimeNames) {
        if (!isDeclared(data, name)) continue;
        const verdict = findVerdict(model, id, name);
        if (verdict === undefined) {
          report({
            file,
            at: { path: ['runtimes', name] },
            reason: `Missing verdict of \`${id}\` in \`${name}\`, expected one in ${verdicts.file}`,
            hint,
          });
        } else if (!isForSource(verdict, sample)) {
          report({
            file,
            at: { path: ['runtimes', name] },
            reason: `Unexpected verdict of \`${id}\` in \`${name}\` for an older source, expected one for the files as they are`,
            hint,
          });
        } else if (verdict.outcome === 'failed') {
          report({
            file,
            at: { path: ['runtimes', name] },
            reason: `Unexpected verdict \`failed\` of \`${id}\` in \`${name}\`, expected \`passed\``,
            hint: 'mend the sample, or assess again what it illustrates',
          });
        }
      }
    }
    const seen = new Set<string>();
    verdicts.data.forEach(({ sample, runtime }, index) => {
      const key = keyOf({ sample, runtime });
      if (seen.has(key)) {
        report({
          file: verdicts.file,
          at: { path: ['verdicts', index] },
          reason: `Unexpected second verdict of \`${sample}\` in \`${runtime.name}\`, expected one`,
          hint,
        });
      }
      seen.add(key);
      const known = model.find('samples', sample);
      const broken = model.content.broken.some(({ collection, id }) => collection === 'samples' && id === sample);
      if (broken || (known !== undefined && isDeclared(known.data, runtime.name))) return;
      report({
        file: verdicts.file,
        at: { path: ['verdicts', index] },
        reason: `Unexpected verdict of \`${sample}\` in \`${runtime.name}\`, expected one for a sample and a runtime it declares`,
        hint,
      });
    });
  },
};

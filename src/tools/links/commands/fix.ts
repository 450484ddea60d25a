import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import type { LinkOptions } from '../arguments.ts';
import { readIfThere, readLinkFiles } from '../files.ts';
import { planAcceptance } from '../fix/accept.ts';
import { applyFixes } from '../fix/apply.ts';
import { planFixes } from '../fix/plan.ts';
import { renderFixPlan } from '../fix/render-plan.ts';
import type { Replacement } from '../fix/replacement.ts';
import { writeWhole } from '#store/whole-file.ts';
import { deriveLinkReport } from '#tools/links/report/derive-report.ts';
import type { CommandWorld } from './command.ts';

/** `fix`: shows which URLs can be replaced without a human, and with `--write` replaces them. */
export function fix(
  { contentDirectory, write }: Extract<LinkOptions, { command: 'fix' }>,
  world: CommandWorld,
): ExitCode {
  const files = readLinkFiles(contentDirectory);
  if ('refusal' in files) return refuse(world, files.refusal);
  const { health, citations, disk } = files;
  const waivers = disk.content.waivers.data;
  const plan = planFixes(deriveLinkReport({ today: world.today, health, citations, waivers }), readIfThere);
  world.print(renderFixPlan(plan, readIfThere));
  return write ? apply(plan.replacements, world) : exitCodes.fine;
}

/** `accept`: records that somebody read the page of a source today. */
export function accept(
  { contentDirectory, id }: Extract<LinkOptions, { command: 'accept' }>,
  world: CommandWorld,
): ExitCode {
  const files = readLinkFiles(contentDirectory);
  if ('refusal' in files) return refuse(world, files.refusal);
  const citation = files.citations.find((one) => one.id === id);
  if (citation === undefined) return refuse(world, `Unexpected \`${id}\`, expected the id of a source with a URL\n`);
  const plan = planAcceptance({ id, file: citation.file, today: world.today }, readIfThere);
  if (plan.replacements === undefined) return refuse(world, `${plan.refusal}\n`);
  if (plan.replacements.length === 0) {
    world.print(`${citation.file} says already that it was read on ${world.today}\n`);
    return exitCodes.fine;
  }
  return apply(plan.replacements, world);
}

function apply(replacements: readonly Replacement[], world: CommandWorld): ExitCode {
  const { written, refusals } = applyFixes(replacements, { readFile: readIfThere, writeFile: writeWhole });
  if (written === undefined) return refuse(world, refusals.map((refusal) => `${refusal}\n`).join(''));
  world.print(written.map((file) => `Wrote ${file}\n`).join(''));
  return exitCodes.fine;
}

function refuse(world: CommandWorld, text: string): ExitCode {
  world.warn(text);
  return exitCodes.unreadable;
}

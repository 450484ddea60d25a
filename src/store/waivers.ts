import { parse } from 'yaml';
import { waiversSchema, type Waiver } from '#schema/waiver.ts';

/** Where waivers stand in `content/`. */
export const waiversFile = 'waivers.yaml';

/** Parses `content/waivers.yaml`. Throws what the parser or the schema says: the check has told of it with its place. */
export function parseWaivers(text: string): Waiver[] {
  return waiversSchema.parse(parse(text)).waivers;
}

import type { Content } from '#model/content.ts';
import { ruleCatalogue } from '#model/rules/catalogue.ts';
import { compareMessages, type Message } from '#report/message.ts';
import type { DiskContent } from '#store/disk.ts';

/**
 * What keeps a tree from being summed up: entries, redirects or verdicts that could not be read. Empty when all could;
 * whatever else is wrong with the content is for the check to say.
 */
export function listObstacles({ content, problems }: DiskContent): Message[] {
  if (!isPartial(content)) return [];
  return problems
    .map(({ place, ruleId, ...problem }): Message => ({
      ...problem,
      ruleId,
      level: ruleCatalogue[ruleId].level,
      ...place,
    }))
    .filter(({ level }) => level === 'error')
    .sort(compareMessages);
}

function isPartial({ broken, redirects, verdicts }: Content): boolean {
  return broken.length > 0 || redirects.isBroken === true || verdicts.isBroken === true;
}

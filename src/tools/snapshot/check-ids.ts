import { buildModel } from '#model/model.ts';
import { ruleCatalogue } from '#model/rules/catalogue.ts';
import { redirectChain, redirectDuplicate, redirectLiveId, redirectUnknownTarget } from '#model/rules/redirects.ts';
import { removedId } from '#model/rules/removed-id.ts';
import { compareMessages, type Message } from '#report/message.ts';
import type { DiskContent } from '#store/disk.ts';

const rules = [removedId, redirectUnknownTarget, redirectLiveId, redirectChain, redirectDuplicate];

/** What would be forgotten if the snapshot were written now: ids that lead nowhere. `today` is `YYYY-MM-DD`. */
export function checkIds({ content, locate }: Pick<DiskContent, 'content' | 'locate'>, today: string): Message[] {
  const model = buildModel(content, { asOf: today });
  const messages: Message[] = [];
  for (const rule of rules) {
    rule.check({ model, today }, ({ file, at, reason, hint }) => {
      const { level } = ruleCatalogue[rule.id];
      messages.push({ ruleId: rule.id, level, file, ...locate(file, at), reason, ...(hint !== undefined && { hint }) });
    });
  }
  return messages.sort(compareMessages);
}

import { buildModel } from '#model/model.ts';
import { isUnreadable, ruleCatalogue, type RuleId } from '#model/rules/catalogue.ts';
import { rules } from '#model/rules/index.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { compareMessages, type Message } from '#report/message.ts';
import { readContent } from '#store/disk.ts';

/** What the check depends on besides the content. */
export interface CheckWorld {
  /** Directory of the content tree. */
  contentDirectory: string;
  /** The calendar day, `YYYY-MM-DD`: no record may be dated after it. */
  today: string;
  /** The day on which freshness is judged, `YYYY-MM-DD`. */
  asOf: string;
}

export interface CheckResult {
  messages: readonly Message[];
  fileCount: number;
  exitCode: ExitCode;
}

/** Checks a content tree against every rule that needs no network. Reads files, writes nothing. */
export function checkContent({ contentDirectory, today, asOf }: CheckWorld): CheckResult {
  const { content, problems, fileCount, locate } = readContent(contentDirectory);
  const messages: Message[] = problems.map(({ place, ruleId, ...problem }) => ({
    ruleId,
    level: ruleCatalogue[ruleId].level,
    ...problem,
    ...place,
  }));
  const model = buildModel(content, { asOf });
  for (const rule of rules) {
    rule.check({ model, today }, ({ file, at, reason, hint }) => {
      const { level } = ruleCatalogue[rule.id];
      messages.push({ ruleId: rule.id, level, file, ...locate(file, at), reason, ...(hint !== undefined && { hint }) });
    });
  }
  return { messages: messages.sort(compareMessages), fileCount, exitCode: deriveExitCode(messages) };
}

function deriveExitCode(messages: readonly Message[]): ExitCode {
  if (messages.some(({ ruleId }) => isUnreadable(ruleId as RuleId))) return exitCodes.unreadable;
  return messages.some(({ level }) => level === 'error') ? exitCodes.findings : exitCodes.fine;
}

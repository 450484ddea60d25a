import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { compareMessages, type Message } from '#report/message.ts';
import type { SyntaxCheck } from './github-parser.ts';
import { rules } from './rules/rules.ts';
import { parseWorkflow } from './workflow.ts';

/** What the check depends on. */
export interface WorkflowWorld {
  files: readonly { file: string; text: string }[];
  /** Names of the scripts in package.json. */
  scripts: readonly string[];
  checkSyntax: SyntaxCheck;
}

export interface WorkflowResult {
  messages: readonly Message[];
  exitCode: ExitCode;
}

/** Checks workflows: first whether GitHub would take them, then against our own rules. All problems in one run. */
export async function checkWorkflows({ files, scripts, checkSyntax }: WorkflowWorld): Promise<WorkflowResult> {
  const messages: Message[] = [];
  for (const { file, text } of files) {
    const refused = await checkSyntax(file, text);
    messages.push(...refused);
    const { workflow, problems } = parseWorkflow(text);
    // Both read the same YAML; what is wrong with it is said once.
    if (refused.length === 0) {
      for (const { place, reason } of problems) {
        messages.push({
          ruleId: 'workflow-syntax',
          level: 'error',
          file,
          ...place,
          reason: `Unexpected YAML: ${reason}`,
        });
      }
    }
    if (workflow === undefined) continue;
    for (const { id, check } of rules) {
      check({ workflow, scripts }, (place, reason, hint) => {
        messages.push({ ruleId: id, level: 'error', file, ...place, reason, ...(hint !== undefined && { hint }) });
      });
    }
  }
  return { messages: messages.sort(compareMessages), exitCode: deriveExitCode(messages) };
}

function deriveExitCode(messages: readonly Message[]): ExitCode {
  if (messages.some(({ ruleId }) => ruleId === 'workflow-syntax')) return exitCodes.unreadable;
  return messages.length > 0 ? exitCodes.findings : exitCodes.fine;
}

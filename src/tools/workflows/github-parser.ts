import { registerHooks } from 'node:module';
import type { Message } from '#report/message.ts';

/** Says what GitHub would refuse of a workflow. */
export type SyntaxCheck = (file: string, text: string) => Promise<Message[]>;

/** Loads the parser that GitHub publishes. */
export async function loadGithubParser(): Promise<SyntaxCheck> {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await importParser();
  return async (file, text) => {
    const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
    // The schema knows single fields; converting finds what needs several, such as jobs that wait for each other.
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    return context.errors.getErrors().map(({ rawMessage, range }) => ({
      ruleId: 'workflow-syntax',
      level: 'error',
      file,
      line: Math.max(range?.start.line ?? 1, 1),
      column: Math.max(range?.start.column ?? 1, 1),
      reason: `Unexpected syntax, expected a workflow that GitHub accepts: ${stripPlace(rawMessage)}`,
    }));
  };
}

/** What is wrong with YAML comes with the place, and with the lines around it. */
function stripPlace(message: string): string {
  return message.replace(/ at line \d+, column \d+:?\s[^]*$/, '');
}

/**
 * The package imports JSON without saying so, which bundlers take and Node does not
 * (https://github.com/actions/languageservices/issues/387). Once it says so, import it like any other.
 */
async function importParser() {
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(
        url,
        url.endsWith('.json') && url.includes('/@actions/workflow-parser/')
          ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } }
          : context,
      ),
  });
  try {
    return await import('@actions/workflow-parser');
  } finally {
    hooks.deregister();
  }
}

import type { AstroIntegration } from 'astro';
import { reporters } from '#report/reporters.ts';
import { renderCount } from '#report/phrase.ts';
import { readBuildDay } from '#store/build-day.ts';
import { checkContent } from './run.ts';

/** Keeps Astro from building content with errors. In `dev` the messages are printed and writing goes on. */
export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const { today, asOf } = readBuildDay(process.env, new Date());
        const { messages } = checkContent({ contentDirectory: 'content', today, asOf });
        const errors = messages.filter(({ level }) => level === 'error');
        if (messages.length > 0) process.stderr.write(reporters.pretty(messages));
        if (errors.length === 0) return;
        const summary = `${renderCount(errors.length, 'error')} in the content`;
        if (command === 'dev') logger.warn(summary);
        else
          throw new Error(
            `${summary}; nothing was built. Mend them, and see them again with \`npm run check:content\`.`,
          );
      },
    },
  };
}

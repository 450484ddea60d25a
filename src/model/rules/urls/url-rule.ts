import type { RuleId } from '../catalogue.ts';
import type { Rule } from '../rule.ts';
import { listCitedUrls } from './cited-urls.ts';

/** What is wrong with a URL: the part that was found, what should stand there, and the way out. */
export interface UrlFault {
  found: string;
  expected: string;
  hint: string;
}

/** A rule that looks at one URL at a time. `parsed` is null when the text is no URL at all. */
export function urlRule(id: RuleId, inspect: (url: string, parsed: URL | null) => UrlFault | undefined): Rule {
  return {
    id,
    check({ model }, report) {
      for (const { url, file, at } of listCitedUrls(model.content)) {
        const fault = inspect(url, URL.parse(url));
        if (fault === undefined) continue;
        report({
          file,
          at,
          reason: `Unexpected ${fault.found} in a URL, expected ${fault.expected}`,
          hint: fault.hint,
        });
      }
    },
  };
}

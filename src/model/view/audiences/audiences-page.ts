import { audienceTerms } from '../../audiences.ts';
import type { Model } from '../../model.ts';
import { audienceNames, renderAudiencePath, type AudienceName } from '../../routes.ts';
import { renderArchitectsAnswer } from './architects-page.ts';
import { renderBuildersAnswer } from './builders-page.ts';
import { renderContributorsAnswer } from './contributors-page.ts';
import { renderProductTeamAnswer } from './product-team-page.ts';

/** The way to the page of one audience, with its answer in short. */
export interface AudienceRow {
  path: string;
  title: string;
  question: string;
  answer: string;
}

const answers: Record<AudienceName, (model: Model) => string> = {
  builders: renderBuildersAnswer,
  'product-team': renderProductTeamAnswer,
  architects: renderArchitectsAnswer,
  contributors: renderContributorsAnswer,
};

/** All audiences, each with the answer that its page begins with. */
export function deriveAudienceRows(model: Model): AudienceRow[] {
  return audienceNames.map((name) => {
    const { title, question } = audienceTerms[name];
    return { path: renderAudiencePath(name), title, question, answer: answers[name](model) };
  });
}

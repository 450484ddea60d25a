import { expect, test } from 'vitest';
import { deriveAudienceRows } from '#model/view/audiences/audiences-page.ts';
import { deriveArchitectsPage } from '#model/view/audiences/architects-page.ts';
import { deriveBuildersPage } from '#model/view/audiences/builders-page.ts';
import { deriveContributorsPage } from '#model/view/audiences/contributors-page.ts';
import { deriveProductTeamPage } from '#model/view/audiences/product-team-page.ts';
import { createEdge, createModel, createPattern, createProposal } from '../../entries.ts';

test('the index gives each audience the answer that its page begins with', () => {
  const model = createModel({ edges: [createEdge()], patterns: [createPattern()], proposals: [createProposal()] });
  expect(deriveAudienceRows(model).map(({ path, title, answer }) => [path, title, answer])).toEqual([
    ['/for/builders/', 'Build today', deriveBuildersPage(model).answer],
    ['/for/product-team/', 'What to ask for', deriveProductTeamPage(model).answer],
    ['/for/architects/', 'Risk', deriveArchitectsPage(model).answer],
    ['/for/contributors/', 'What to fix', deriveContributorsPage(model, []).answer],
  ]);
});

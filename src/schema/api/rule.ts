import { z } from 'zod';
import { ruleSchema } from '../rule.ts';
import { ownLinksSchema } from './links.ts';
import { idSchema, plainTextSchema } from './primitives.ts';
import { richText } from './rich-text.ts';

/** A rule of the content check. Its list and its document say the same. */
export const ruleFields = {
  collection: z.literal('rules').describe('The collection it belongs to.'),
  id: idSchema.describe('Its id, as messages of the check name it.'),
  title: plainTextSchema.describe('The rule, as a sentence.'),
  ...richText('summary', 'What it refuses and why.'),
  group: ruleSchema.shape.group.describe('What the rule looks at.'),
  links: ownLinksSchema.describe('Where else it can be read.'),
};

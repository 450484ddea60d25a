import { anchorBehaviours } from './anchors.ts';
import { contentBehaviours } from './content.ts';
import { statusBehaviours } from './status.ts';
import { transportBehaviours } from './transport.ts';
import { wallBehaviours } from './walls.ts';

export const behaviours = [
  ...statusBehaviours,
  ...contentBehaviours,
  ...anchorBehaviours,
  ...wallBehaviours,
  ...transportBehaviours,
];

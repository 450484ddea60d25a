import type { Shape } from '#model/vocabulary.ts';

const circle = 'M1.25 6a4.75 4.75 0 1 1 9.5 0 4.75 4.75 0 1 1-9.5 0z';
const square = 'M1.5 1.5h9v9h-9z';

/** How each mark is drawn in a box of 12 by 12: what is outlined, and what is filled. */
export const markPaths: Record<Shape, { outline: string; filled?: string }> = {
  'circle-empty': { outline: circle },
  'circle-half': { outline: circle, filled: 'M6 1.25a4.75 4.75 0 0 0 0 9.5z' },
  'circle-full': { outline: circle, filled: circle },
  diamond: { outline: 'M6 .9L11.1 6 6 11.1.9 6z' },
  triangle: { outline: 'M6 1.4L11.2 10.6H.8z' },
  check: { outline: 'M1.5 6.5l3 3 6-7' },
  cross: { outline: 'M2 2l8 8M10 2l-8 8' },
  dash: { outline: 'M2 6h8' },
  question: { outline: 'M3.6 3.7a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8M6 9.6v1.2' },
  'square-empty': { outline: square },
  'square-half': { outline: square, filled: 'M1.5 1.5H6v9H1.5z' },
  'square-full': { outline: square, filled: square },
  'square-struck': { outline: `${square}M1.5 10.5l9-9` },
};

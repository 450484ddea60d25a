import { isOverdue, type Review } from '../reviews.ts';

/** Reviews that stand together: all that are overdue, or those due in one month. */
export interface ReviewGroup {
  /** `overdue` or a month as `2027-02`: part of its anchor and of the path of its list. */
  id: string;
  title: string;
  reviews: Review[];
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Groups reviews that are in the order of their days: what is overdue first, then by month. */
export function groupReviews(reviews: readonly Review[]): ReviewGroup[] {
  const groups = Map.groupBy(reviews, (review) => (isOverdue(review) ? 'overdue' : review.dueOn.slice(0, 7)));
  return [...groups].map(([id, members]) => ({ id, title: renderTitle(id), reviews: members }));
}

function renderTitle(id: string): string {
  if (id === 'overdue') return 'Overdue';
  const [year = '', month = ''] = id.split('-');
  return `${months[Number(month) - 1] ?? month} ${year}`;
}

import { afterEach, describe, expect, test, vi } from 'vitest';
import { listReviews } from '#model/reviews.ts';
import { renderReviewCalendar } from '#model/view/review-calendar.ts';
import { createEdge, createGapAssessment, createGuide, createModel } from '../entries.ts';
import { readCalendar } from './calendars.ts';

const frame = { name: 'Reviews', toUrl: (path: string) => `https://example.org/sub${path}` };

function render(entries: Parameters<typeof createModel>[0], name = frame.name): string {
  return renderReviewCalendar(listReviews(createModel(entries)), { ...frame, name });
}

test('a review is one whole-day event that leads to its entry and says what to do', () => {
  const edge = createEdge({
    owner: 'Team A',
    assessments: [createGapAssessment({ on: '2025-08-17' }), createGapAssessment({ on: '2026-11-20' })],
  });
  expect(readCalendar(render({ edges: [edge] }))).toEqual({
    name: 'Reviews',
    events: [
      {
        uid: 'review-edges-edge@iris-async',
        summary: 'Review due: A title',
        description:
          'Sharp edge, last judged on 2026-11-20. After 2027-05-19 it counts as stale.\nTo renew it: read 1 source.\nOwner: Team A',
        url: 'https://example.org/sub/edges/edge/',
        start: '2027-05-19',
        isWholeDay: true,
        stamp: '2026-11-20T00:00:00Z',
        sequence: 1,
      },
    ],
  });
});

test('a calendar without reviews is one that can be read', () => {
  expect(readCalendar(render({}))).toEqual({ name: 'Reviews', events: [] });
});

describe('two renderings', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test('are equal to the byte on another day and in another time zone', () => {
    const entries = { edges: [createEdge()], guides: [createGuide({ id: 'other' })] };
    const before = render(entries);
    vi.useFakeTimers({ now: new Date('2031-01-01T23:30:00Z') });
    vi.stubEnv('TZ', 'Pacific/Auckland');
    expect(new Date().getDate()).toBe(2);
    expect(render(entries)).toBe(before);
  });

  test('keep the id of an event and raise its sequence when somebody has judged again', () => {
    const once = [createGapAssessment({ on: '2026-06-01' })];
    const [first] = readCalendar(render({ edges: [createEdge({ assessments: once })] })).events;
    const again = [...once, createGapAssessment({ on: '2026-11-20' })];
    const [second] = readCalendar(render({ edges: [createEdge({ assessments: again })] })).events;
    expect([first?.uid, first?.sequence, first?.start]).toEqual(['review-edges-edge@iris-async', 0, '2026-11-28']);
    expect([second?.uid, second?.sequence, second?.start]).toEqual(['review-edges-edge@iris-async', 1, '2027-05-19']);
  });
});

describe('hostile text', () => {
  const titles = [
    'Commas, semicolons; colons: and \\ backslashes \\n \\, of their own',
    'A line\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:another',
    'Quotes "double" and \'single\', =equals= and ^n carets',
    'Ein sehr langer Titel über Größe, 非常に長いタイトル、とても長いタイトル、そして🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂',
    'x'.repeat(500),
  ];

  test.each(titles)('comes back from a parser as it was written: %j', (title) => {
    const { events } = readCalendar(render({ edges: [createEdge({ title, owner: title })] }));
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toBe(`Review due: ${title}`);
    expect(events[0]?.description.endsWith(`Owner: ${title.replaceAll('\n', ' ')}`)).toBe(true);
  });

  test('loses carriage returns and control characters, which iCalendar refuses', () => {
    const { events } = readCalendar(render({ edges: [createEdge({ title: 'a\r\nb\u0007c\u001b[31md\te' })] }));
    expect(events[0]?.summary).toBe('Review due: a\nb c [31md\te');
  });

  test.each(titles)('is no way out of the name of the calendar: %j', (name) => {
    const text = render({}, name);
    expect(readCalendar(text)).toEqual({ name: name.replaceAll('\n', ' '), events: [] });
    expect(text.match(/^BEGIN:/gm)).toHaveLength(1);
  });

  test('is folded: no line has more than 75 octets, and all end in CRLF', () => {
    const text = titles.map((title) => render({ edges: [createEdge({ title, owner: title })] }, title)).join('');
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

import ICAL from 'ical.js';

/** An event of a calendar, as an application reads it. */
export interface ReadEvent {
  uid: string;
  summary: string;
  description: string;
  url: string;
  start: string;
  isWholeDay: boolean;
  stamp: string;
  sequence: number;
}

/** Reads an iCalendar file with a parser that is not the writer's. */
export function readCalendar(text: string): { name: string; events: ReadEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    // The value of an unregistered property is text too (RFC 5545, 3.8.8.2); the parser leaves its escapes to the reader.
    name: String(calendar.getFirstPropertyValue('x-wr-calname')).replaceAll(/\\([\\,;])/g, '$1'),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const { uid, summary, description, startDate, sequence } = new ICAL.Event(component);
      return {
        uid,
        summary,
        description,
        url: String(component.getFirstPropertyValue('url')),
        start: startDate.toString(),
        isWholeDay: startDate.isDate,
        stamp: String(component.getFirstPropertyValue('dtstamp')),
        sequence,
      };
    }),
  };
}

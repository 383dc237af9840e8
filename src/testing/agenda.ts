/** The content lines of an iCalendar file as RFC 5545 requires: CRLF, at most 75 octets, no control characters. */
export function linesOf(text: string): string[] {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const folded = text.replace(/\r\n$/, '').split('\r\n');
  for (const line of folded) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
    expect(Buffer.from(line).toString()).toBe(line);
  }
  const lines = folded
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  return lines;
}

type Properties = ReadonlyMap<string, string>;

interface ReadCalendar {
  readonly method: string;
  readonly events: readonly Properties[];
}

/** What a file says; fails unless each event has all that its method needs (RFC 5546, 3.2.1 and 3.2.5). */
export function readCalendar(text: string): ReadCalendar {
  const lines = linesOf(text);
  const events: Map<string, string>[] = [];
  for (const line of lines.filter((each) => !each.startsWith('END:'))) {
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    else if (events.length > 0) {
      const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line)!;
      expect([...events.at(-1)!.keys()]).not.toContain(name);
      events.at(-1)!.set(name!, value!);
    }
  }
  expect(events).not.toEqual([]);
  for (const event of events) {
    const needed = ['UID', 'SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED', 'DTSTART', 'SUMMARY', 'ORGANIZER'];
    expect([...event.keys()]).toEqual(expect.arrayContaining(needed));
    expect(event.get('DTSTAMP')! >= event.get('LAST-MODIFIED')!).toBe(true);
    expect(event.has('ATTENDEE')).toBe(false);
  }
  expect(new Set(events.map((event) => event.get('UID'))).size).toBe(events.length);
  const method = lines.find((line) => line.startsWith('METHOD:'))!.slice('METHOD:'.length);
  return { method, events };
}

/**
 * A calendar that reads files as RFC 5546 (2.1.5) says: of two versions of one event the one with the higher number
 * counts, of two with the same number the later one.
 */
export class Agenda {
  private readonly known = new Map<string, Properties>();

  /** all files in a text, such as an email */
  read(text: string): this {
    for (const [file] of text.matchAll(/BEGIN:VCALENDAR[^]*?END:VCALENDAR/g)) {
      const { method, events } = readCalendar(file);
      for (const event of events) this.take(method, event);
    }
    return this;
  }

  /** `day summary` of what stands, `day off` of what is cancelled */
  get shown(): string[] {
    return [...this.known.values()]
      .map((event) => {
        const day = event.get('DTSTART')!.replace(/^(\d{4})(\d\d)(\d\d)(T\d{6}Z)?$/, '$1-$2-$3');
        return `${day} ${event.get('STATUS') === 'CANCELLED' ? 'off' : event.get('SUMMARY')}`;
      })
      .sort();
  }

  private take(method: string, event: Properties): void {
    const before = this.known.get(event.get('UID')!);
    // what it is told to cancel it must have
    if (method === 'CANCEL') expect([before !== undefined, event.get('STATUS')]).toEqual([true, 'CANCELLED']);
    if (before && versionOf(before) >= versionOf(event)) return;
    this.known.set(event.get('UID')!, event);
  }
}

function versionOf(event: Properties): string {
  return `${event.get('SEQUENCE')!.padStart(9, '0')} ${event.get('DTSTAMP')!}`;
}

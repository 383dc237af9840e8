import * as v from 'valibot';
import { JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { Locale } from '../../../kernel/messages.js';
import { sql } from '../../../reads/sql.js';
import { FROM_SERVICE, type Place } from '../mail/page/letterhead.js';
import { anyMail, type Content, type MailKind } from '../mail/mail.js';
import type { Reader } from '../mail/recipients.js';
import { calendarChanges, type CalendarChange, ofReader, outsideDigest } from './calendar-changes.js';
import type { CalendarEntry } from '../mail/calendar-event.js';
import { changesWording, offSummary, summaryOf, whatIsOff } from './calendar-wording.js';

const CALENDAR = new JsonShape('mails', v.object({ ...anyMail, kind: v.literal('CALENDAR') }));

/**
 * To whoever has days in their calendar that are not right any more, whatever reminders they want, and to nobody else:
 * all that changed by the time it leaves.
 */
export const calendarMail: MailKind = {
  names: ['CALENDAR'],
  letterOf(row) {
    const mail = CALENDAR.check(row);
    return {
      mail,
      scope: null,
      place: (tx) => placeOf(tx, mail),
      isCurrent: async (tx) => (await changesOf(tx, mail)).length > 0,
      content: async (tx, locale) => calendarContent(await changesOf(tx, mail), locale),
      audience: () => null,
    };
  },
};

/** A parent is written to by their region; what others have in their calendars is of several. As the system. */
async function placeOf(tx: Tx, { recipient_type, recipient_id }: Reader): Promise<Place> {
  if (recipient_type !== 'PERSON') return FROM_SERVICE;
  const [person] = await tx.query<Place>(
    'select null as oudernetwerk_id, region_id from people where id = $1',
    [recipient_id],
  );
  return person ?? FROM_SERVICE;
}

function changesOf(tx: Tx, reader: Reader): Promise<CalendarChange[]> {
  return calendarChanges(tx, sql`${ofReader(reader)} and ${outsideDigest(tx)}`);
}

function calendarContent(changes: readonly CalendarChange[], locale: Locale): Content {
  return { ...changesWording(changes, locale), entries: changes.map((change) => entryOf(change, locale)) };
}

export function entryOf(change: CalendarChange, locale: Locale): CalendarEntry {
  const { what, subjectId, bodyId, on, time, place } = change;
  const day = { what, subjectId, on, ...(bodyId && { bodyId }) };
  if (on === null) return { ...day, summary: offSummary(locale, whatIsOff(change, locale)) };
  return { ...day, summary: summaryOf(change, locale), time, place };
}

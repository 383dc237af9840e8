import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { eventsOf } from '../../../writes/events.js';
import { summaryOf } from '../calendars/calendar-wording.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const MAIL = new Catalogue({ nl: nl.activityMail, en: en.activityMail });

const ACTIVITY_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('ACTIVITY'),
    oudernetwerk_id: v.string(),
    params: v.object({ activityId: v.string() }),
  }),
);
type ActivityMail = Checked<typeof ACTIVITY_MAIL>;

/** To one person who leads a network or lets it reach them: what it plans, with the day for their calendar. */
export const activityMail: MailKind = {
  names: ['ACTIVITY'],
  letterOf(row) {
    const mail = ACTIVITY_MAIL.check(row);
    return {
      mail,
      scope: 'reminders',
      place: async (tx) => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id: await regionOf(tx, mail) }),
      isCurrent: async (tx) => (await plannedFor(tx, mail)) !== null,
      content: async (tx, locale) => contentOf((await plannedFor(tx, mail))!, locale),
      audience: () => null,
    };
  },
};

export interface Planned {
  readonly id: string;
  readonly network: string;
  readonly title: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly on: PlainDate;
}

export function activityWording(locale: Locale, { network, title, time, place, on }: Planned) {
  const params = { network, title, time, place, on };
  const say = (key: keyof (typeof nl)['activityMail']) => MAIL.text(key, locale, params);
  const wording: Wording = { subject: say('subject'), paragraphs: [say('told'), say('next')] };
  return { ...wording, why: say('why') };
}

function contentOf(planned: Planned, locale: Locale): Content {
  const { id, on, network, title, time } = planned;
  const seat = time === null ? title : `${time} ${title}`;
  const summary = summaryOf({ what: 'ACTIVITY', name: network, seat }, locale);
  return {
    ...activityWording(locale, planned),
    list: [],
    entries: [{ what: 'ACTIVITY', subjectId: id, on, summary }],
  };
}

/** What it tells, while that is still to come and its reader has a part there. As the system. */
async function plannedFor(tx: Tx, { params, recipient_id }: ActivityMail): Promise<Planned | null> {
  const [row] = await tx.query<Omit<Planned, 'on'> & { readonly on: string }>(
    `select a.id, n.name as network, a.title, a.start_time as time, a.place, a.planned_on::text as on
     from activities a join oudernetwerken n on n.id = a.oudernetwerk_id
     where a.id = $1 and a.held_on is null and a.planned_on >= $2
       and (n.ended_on is null or a.planned_on <= n.ended_on)
       and $3 in (select person_id from reached_by_network(n.id, $2))`,
    [params.activityId, tx.today.toString(), recipient_id],
  );
  return row ? { ...row, on: day(row.on) } : null;
}

async function regionOf(tx: Tx, { oudernetwerk_id }: ActivityMail): Promise<string> {
  const [network] = await tx.query<{ region_id: string }>(
    'select region_id from oudernetwerken where id = $1',
    [oudernetwerk_id],
  );
  return network!.region_id;
}

/** Event listener: whoever else the network reaches hears what it plans. As the system. */
export async function tellActivities(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { subjectId, details } of eventsOf(events, 'activity.planned')) {
    // a visit or a call is for whoever planned it
    if (details.kind === 'CONTACT') continue;
    await tx.query(
      `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
       select gen_random_uuid(), 'ACTIVITY', 'PERSON', r.person_id, a.oudernetwerk_id,
         jsonb_build_object('activityId', a.id, 'self', r.person_id), $3, $3
       from activities a cross join lateral reached_by_network(a.oudernetwerk_id, $2) r
       where a.id = $1 and r.person_id is distinct from $4 order by r.person_id`,
      [subjectId, tx.today.toString(), tx.now.toString(), tx.viewer.personId],
    );
  }
}

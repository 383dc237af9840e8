import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { eventsOf } from '../../../writes/events.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { activityEntry, type Planned, plannedBy } from './planned.js';

const MAIL = new Catalogue({ nl: nl.activityMail, en: en.activityMail });

const ACTIVITY_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('ACTIVITY'),
    oudernetwerk_id: v.string(),
    params: v.object({ activityId: v.string(), plannedBy: v.nullish(v.string()) }),
  }),
);
type ActivityMail = Checked<typeof ACTIVITY_MAIL>;

/** To one of those for whom a network plans something: what that is, with the day for their calendar. */
export const activityMail: MailKind = {
  names: ['ACTIVITY'],
  letterOf(row) {
    const mail = ACTIVITY_MAIL.check(row);
    return {
      mail,
      scope: 'reminders',
      isNews: true,
      place: async (tx) => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id: await regionOf(tx, mail) }),
      isCurrent: async (tx) => (await plannedFor(tx, mail)) !== null,
      content: async (tx, locale) => contentOf((await plannedFor(tx, mail))!, locale, mail),
      audience: () => null,
    };
  },
};

export function activityWording(
  locale: Locale,
  { network, title, time, place, on }: Planned,
  reader: 'PERSON' | 'ACCOUNT',
) {
  const params = { network, title, time, place, on };
  const say = (key: keyof (typeof nl)['activityMail']) => MAIL.text(key, locale, params);
  const wording: Wording = { subject: say('subject'), paragraphs: [say('told'), say('next')] };
  return { ...wording, why: say(`why${reader}`) };
}

function contentOf(planned: Planned, locale: Locale, { recipient_type }: ActivityMail): Content {
  const reader = recipient_type === 'PERSON' ? 'PERSON' : 'ACCOUNT';
  return { ...activityWording(locale, planned, reader), list: [], entries: [activityEntry(planned, locale)] };
}

/** What it tells, while that is still to come and it is for its reader. As the system. */
async function plannedFor(
  tx: Tx,
  { oudernetwerk_id, params, recipient_type, recipient_id }: ActivityMail,
): Promise<Planned | null> {
  const told = await tx.query('select where ($1, $2::uuid) in (select * from told_of_plans($3, $4, $5))', [
    recipient_type,
    recipient_id,
    oudernetwerk_id,
    params.plannedBy ?? null,
    tx.today.toString(),
  ]);
  const [planned] = told.length > 0 ? await plannedBy(tx, oudernetwerk_id, params.activityId) : [];
  return planned ?? null;
}

async function regionOf(tx: Tx, { oudernetwerk_id }: ActivityMail): Promise<string> {
  const [network] = await tx.query<{ region_id: string }>(
    'select region_id from oudernetwerken where id = $1',
    [oudernetwerk_id],
  );
  return network!.region_id;
}

/** Event listener: everybody for whom it is hears what a network plans. As the system. */
export async function tellActivities(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { subjectId, details } of eventsOf(events, 'activity.planned')) {
    // a visit or a call is for whoever planned it
    if (details.kind === 'CONTACT') continue;
    await tx.query(
      `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
       select gen_random_uuid(), 'ACTIVITY', r.recipient_type, r.recipient_id, a.oudernetwerk_id,
         jsonb_build_object('activityId', a.id, 'plannedBy', $4::uuid,
           'self', case when r.recipient_type = 'PERSON' then r.recipient_id end), $3, $3
       from activities a cross join lateral told_of_plans(a.oudernetwerk_id, $4, $2) r
       where a.id = $1 order by r.recipient_id`,
      [subjectId, tx.today.toString(), tx.now.toString(), tx.viewer.accountId],
    );
  }
}

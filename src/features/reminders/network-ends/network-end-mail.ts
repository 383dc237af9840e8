import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { isBefore, type PlainDate, day } from '../../../kernel/clock.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { eventsOf } from '../../../writes/events.js';
import { anyMail, type MailKind } from '../mail/mail.js';
import { changeLetter, HOW } from './partner-mail.js';
import { type CarryAs, carriers } from './carriers.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const MAIL = new Catalogue({ nl: nl.networkEnd, en: en.networkEnd });

const END_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('NETWORK_END'),
    oudernetwerk_id: v.string(),
    // what a mail that takes it back needs as well; `how` it changed for another region that takes part
    params: v.object({
      subjectId: v.string(),
      dueOn: calendarDay,
      regionId: v.string(),
      how: v.optional(v.picklist(HOW)),
      otherId: v.optional(v.string()),
    }),
  }),
);
type EndMail = Checked<typeof END_MAIL>;

/** To one of those who carry a network: that it is planned to end, as long as it is, on that day. */
export const networkEndMail: MailKind = {
  names: ['NETWORK_END'],
  letterOf(row) {
    const mail = END_MAIL.check(row);
    const { regionId, dueOn, how } = mail.params;
    if (how) return changeLetter({ ...mail, params: { ...mail.params, how } });
    return {
      mail,
      scope: 'reminders',
      place: () => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id: regionId }),
      isCurrent: async (tx) => (await toldOf(tx, mail)) !== null,
      content: async (tx, locale) => {
        const { network, carry } = (await toldOf(tx, mail))!;
        return { ...networkEndWording(locale, carry, { network, on: dueOn }), list: [], entries: [] };
      },
      ahead: dueOn,
      onPaper: () => (mail.recipient_type === 'PERSON' ? mail.recipient_id : null),
      audience: () => null,
    };
  },
};

export function networkEndWording(
  locale: Locale,
  carry: CarryAs,
  told: { readonly network: string; readonly on: PlainDate },
) {
  const say = (key: keyof (typeof nl)['networkEnd']) => MAIL.text(key, locale, { ...told });
  return {
    subject: say('subject'),
    paragraphs: [say('told'), say(carry), say('next')],
    question: say('question'),
    why: say('why'),
  };
}

const CARRY = carriers('$1', '$2');

/** What its reader is told, while it is so and to come. As the system. */
async function toldOf(
  tx: Tx,
  { oudernetwerk_id, recipient_id, params }: EndMail,
): Promise<{ readonly network: string; readonly carry: CarryAs } | null> {
  const [told] = await tx.query<{ network: string; carry: CarryAs }>(
    `select n.name as network, c.carry from oudernetwerken n join (${CARRY}) c on c.recipient_id = $3
     where n.id = $1 and n.ended_on = $4 and n.ended_on >= $2::date order by c.carry desc limit 1`,
    [oudernetwerk_id, tx.today.toString(), recipient_id, params.dueOn.toString()],
  );
  return told ?? null;
}

/** Event listener: whoever else carries a network hears that it is planned to end, once for each day. As the system. */
export async function tellNetworkEnds(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { subjectId, regionId, details } of eventsOf(events, 'oudernetwerk.ended')) {
    const { endedOn } = details;
    if (endedOn === null || !isBefore(tx.today, day(endedOn))) continue;
    const params = { subjectId, dueOn: endedOn, regionId, self: null, without: null };
    await tx.query(
      `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
       select gen_random_uuid(), 'NETWORK_END', c.recipient_type, c.recipient_id, $1, $3::jsonb, $4, $4
       from (select distinct recipient_type, recipient_id from (${CARRY}) carries) c
       where c.recipient_id is distinct from $5 and c.recipient_id is distinct from $6
         and not exists (select from mails m where m.kind = 'NETWORK_END' and m.oudernetwerk_id = $1
           and m.recipient_id = c.recipient_id and m.params ->> 'dueOn' = $3::jsonb ->> 'dueOn' and not m.params ? 'how'
           and not exists (select from mails back where back.retracts = m.id and back.sent_at is not null))
       order by c.recipient_id`,
      [subjectId, tx.today.toString(), params, tx.now.toString(), tx.viewer.personId, tx.viewer.accountId],
    );
  }
}

import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { eventsOf } from '../../../writes/events.js';
import type { Letter } from '../mail/mail.js';
import { nameFor, partners } from './carriers.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const MAIL = new Catalogue({ nl: nl.partner, en: en.partner });

/**
 * What happened to a network in which another region takes part: it went up in another one, a part went on by itself, or it
 * became another region's.
 */
export const HOW = ['MERGED', 'PARTED', 'MOVED'] as const;
export type How = (typeof HOW)[number];

interface Change {
  readonly how: How;
  readonly dueOn: PlainDate;
  /** the region that answers for the network since */
  readonly regionId: string;
  /** the network that there is besides; where it moved, none */
  readonly otherId?: string | undefined;
}
type ChangeMail = Letter['mail'] & { readonly oudernetwerk_id: string; readonly params: Change };

/** To whoever coordinates a region that takes part, as long as it does: what was agreed stays with the network it was agreed for. */
export function changeLetter(mail: ChangeMail): Letter {
  const { regionId, how, dueOn } = mail.params;
  return {
    mail,
    scope: 'reminders',
    isNews: true,
    place: () => ({ oudernetwerk_id: mail.oudernetwerk_id, region_id: regionId }),
    isCurrent: async (tx) => (await toldOf(tx, mail)) !== null,
    content: async (tx, locale) => {
      const told = (await toldOf(tx, mail))!;
      return { ...partnerWording(locale, how, { ...told, on: dueOn }), list: [], entries: [] };
    },
    audience: () => null,
  };
}

interface Told {
  readonly network: string;
  /** the other network, or the region that it belongs to now; null if the reader may not know */
  readonly other: string | null;
}

export function partnerWording(locale: Locale, how: How, told: Told & { readonly on: PlainDate }) {
  const say = (key: keyof (typeof nl)['partner']) => MAIL.text(key, locale, { ...told });
  return {
    subject: say(`${how}Subject`),
    paragraphs: [say(how), say(`${how}Next`)],
    question: say('nothing'),
    why: say('why'),
  };
}

/** Null where their region takes part no more, or it is another region's again. As the system. */
async function toldOf(tx: Tx, { oudernetwerk_id, recipient_id, params }: ChangeMail): Promise<Told | null> {
  const [told] = await tx.query<Told>(
    `select n.name as network, case when $4::uuid is null then r.name else ${nameFor('$3', '$4::uuid', '$2')} end as other
     from oudernetwerken n join regions r on r.id = n.region_id
     where n.id = $1 and n.region_id = $5 and $3 in (select p.recipient_id from (${partners('$1', '$2')}) p)`,
    [oudernetwerk_id, tx.today.toString(), recipient_id, params.otherId ?? null, params.regionId],
  );
  return told ?? null;
}

function changeOf(event: DomainEvent<'oudernetwerk.merged' | 'oudernetwerk.parted' | 'oudernetwerk.moved'>) {
  const of = (how: How, dueOn: string, otherId?: string) => ({
    subjectId: event.subjectId,
    regionId: event.regionId,
    how,
    dueOn,
    otherId,
  });
  switch (event.name) {
    case 'oudernetwerk.merged':
      return of('MERGED', event.details.from, event.details.into);
    case 'oudernetwerk.parted':
      return of('PARTED', event.details.from, event.details.into);
    case 'oudernetwerk.moved':
      return of('MOVED', event.details.on);
  }
}

/**
 * Event listener: whoever coordinates another region that takes part in a network hears what became of it, unless they hear
 * so with what they were told of its end before. As the system.
 */
export async function tellPartners(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const event of eventsOf(events, 'oudernetwerk.merged', 'oudernetwerk.parted', 'oudernetwerk.moved')) {
    await tx.query(
      `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
       select gen_random_uuid(), 'NETWORK_END', p.recipient_type, p.recipient_id, $1, $3::jsonb, $4, $4
       from (select distinct recipient_type, recipient_id from (${partners('$1', '$2')}) partner) p
       where p.recipient_id is distinct from $5 and not exists (select from mails back where back.kind = 'TAKEN_BACK'
         and back.recipient_id = p.recipient_id and back.oudernetwerk_id = $1 and back.made_at = $4::timestamptz)
       order by p.recipient_id`,
      [event.subjectId, tx.today.toString(), changeOf(event), tx.now.toString(), tx.viewer.accountId],
    );
  }
}

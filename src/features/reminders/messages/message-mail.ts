import * as v from 'valibot';
import { asSystem } from '../../../db/as-system.js';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import { IN_MAIL, LinkKind } from '../../../db/link-kind.js';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import type { Sender } from '../../../kernel/email.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import { eventsOf } from '../../../writes/events.js';
import { anyMail, type Content, type MailKind, type Wording } from '../mail/mail.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

const TEXT = new Catalogue({ nl: nl.networkMessage, en: en.networkMessage });
const WRITTEN_AS = new Catalogue({ nl: nl.networkMessageAs, en: en.networkMessageAs });

export const MESSAGE_WRITERS = ['TREKKER', 'SUPPORTER', 'COORDINATOR'] as const;
type Writer = (typeof MESSAGE_WRITERS)[number];

const MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.literal('NETWORK_MESSAGE'),
    oudernetwerk_id: v.string(),
    params: v.object({ messageId: v.string() }),
  }),
);
type MessageMail = Checked<typeof MAIL>;

/** Says the id of the mail, and nothing about the person. */
export const MESSAGE_STOP_LINK = new LinkKind('no messages of a network', new RegExp(`^${IN_MAIL}$`));

/** To a member, from whoever carries the network: answers go to its role mailbox, and a link stops them. */
export const messageMail: MailKind = {
  names: ['NETWORK_MESSAGE'],
  letterOf(row) {
    const mail = MAIL.check(row);
    return {
      mail,
      scope: null,
      place: async (tx) => ({
        oudernetwerk_id: mail.oudernetwerk_id,
        region_id: (await read(tx, mail))!.regionId,
      }),
      isCurrent: (tx) => isCurrent(tx, mail),
      content: (tx, locale, sender) => contentOf(tx, mail, locale, sender),
      audience: () => null,
    };
  },
};

/** Event listener: one mail for each member whom it may reach. As the system. */
export async function mailMessages(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { subjectId, details } of eventsOf(events, 'networkMessage.mailed')) {
    await tx.query(
      `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
       select gen_random_uuid(), 'NETWORK_MESSAGE', 'PERSON', person_id, $1::uuid,
         jsonb_build_object('messageId', $2::uuid), $5::timestamptz, $5::timestamptz
       from readers_of_network($1, $3, $4) where reached order by person_id`,
      [subjectId, details.messageId, tx.viewer.personId, tx.today.toString(), tx.now.toString()],
    );
  }
}

/** Old news is none: whoever could not be reached for so long is left without. */
const DAYS_TO_ARRIVE = 7;

/** While its reader takes part and wants it, and was not left alone meanwhile. */
async function isCurrent(tx: Tx, { id, oudernetwerk_id, recipient_id }: MessageMail): Promise<boolean> {
  const found = await tx.query(
    `select from readers_of_network($1, null, $3) r join mails m on m.id = $4 and m.made_at > $5
     where r.person_id = $2 and r.reached`,
    [
      oudernetwerk_id,
      recipient_id,
      tx.today.toString(),
      id,
      tx.now.subtract({ hours: 24 * DAYS_TO_ARRIVE }).toString(),
    ],
  );
  return found.length > 0;
}

interface Written {
  readonly subject: string;
  readonly text: string;
  readonly writtenAs: Writer;
  readonly regionId: string;
  readonly network: string;
  readonly writer: string;
}

async function read(tx: Tx, { params }: MessageMail): Promise<Written | null> {
  const [written] = await tx.query<Written>(
    `select w.subject, w.text, w.written_as as "writtenAs", w.region_id as "regionId", n.name as network,
       coalesce(d.display_name, a.display_name) as writer
     from network_messages w join oudernetwerken n on n.id = w.oudernetwerk_id
     join accounts a on a.id = w.account_id left join person_details d on d.person_id = a.person_id
     where w.id = $1`,
    [params.messageId],
  );
  return written ?? null;
}

async function contentOf(tx: Tx, mail: MessageMail, locale: Locale, sender: Sender): Promise<Content> {
  const { button, ...words } = messageWording(locale, (await read(tx, mail))!);
  const url = `${sender.publicUrl}/mail/messages?token=${await MESSAGE_STOP_LINK.sign(tx, mail.id)}`;
  return { ...words, list: [], entries: [], button: { label: button, url } };
}

export function messageWording(
  locale: Locale,
  { subject, text, writtenAs, network, writer }: Omit<Written, 'regionId'>,
): Wording & { readonly why: string; readonly button: string } {
  const from = WRITTEN_AS.text(writtenAs, locale, { writer, network });
  return {
    subject,
    // what others wrote stands apart from what the service says
    paragraphs: [from, { quoted: text.split(/\n\s*\n/).map((part) => part.trim()) }],
    why: TEXT.text('why', locale, { network }),
    button: TEXT.text('stop', locale),
  };
}

/** Whom a link concerns. */
export interface MessageStop {
  readonly personId: string;
  readonly networkId: string;
  readonly network: string;
  readonly locale: Locale;
  readonly stopped: boolean;
}

/** What the token of a link says: null if the token is not ours, GONE if there is nobody any more. */
export async function messageStopByLink(tx: Tx, token: string): Promise<MessageStop | 'GONE' | null> {
  return asSystem(tx, async () => {
    const [id] = (await MESSAGE_STOP_LINK.read(tx, token)) ?? [];
    if (id === undefined) return null;
    const [row] = await tx.query<MessageStop>(
      `select m.recipient_id as "personId", n.id as "networkId", n.name as network, reach.locale,
         exists (select from network_message_optouts o
           where o.person_id = m.recipient_id and o.oudernetwerk_id = n.id) as stopped
       from mails m join oudernetwerken n on n.id = m.oudernetwerk_id
       cross join lateral mail_reach('PERSON', m.recipient_id) reach
       where m.id = $1 and m.kind = 'NETWORK_MESSAGE'`,
      [id],
    );
    return row ?? 'GONE';
  });
}

/** No messages of that network from now on, or again. */
export async function stopMessages(tx: Tx, token: string, stop: boolean): Promise<void> {
  const found = await messageStopByLink(tx, token);
  if (found === null || found === 'GONE') return;
  await asSystem(tx, () =>
    stop
      ? tx.query(
          `insert into network_message_optouts (person_id, oudernetwerk_id, recorded_at) values ($1, $2, $3)
           on conflict do nothing`,
          [found.personId, found.networkId, tx.now.toString()],
        )
      : tx.query('delete from network_message_optouts where person_id = $1 and oudernetwerk_id = $2', [
          found.personId,
          found.networkId,
        ]),
  );
}

import { v7 as uuid } from 'uuid';
import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { ask } from '../../../reads/ask.js';
import { constant, notOver, type Parameter, raw, sql } from '../../../reads/sql.js';
import { isOpen, statusOn } from '../../advisory/invitations/invitation-status.js';
import type { Place } from '../mail/page/letterhead.js';
import { anyMail } from '../mail/mail.js';
import { recipientsOf, type Audience } from '../mail/recipients.js';
import { TOLD } from '../mail/told.js';

/** The invitation itself; that it was answered, or never will be; that it is closed; that it is not after all. */
export const INVITATION_KINDS = [
  'INVITATION',
  'INVITATION_ANSWERED',
  'INVITATION_CLOSED',
  'INVITATION_REOPENED',
] as const;

export const INVITATION_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.picklist(INVITATION_KINDS),
    invitation_id: v.string(),
    params: v.object({ outcome: v.string() }),
  }),
);

export type InvitationMail = Checked<typeof INVITATION_MAIL>;

/** News about an invitation for one recipient. */
export interface InvitationNews {
  readonly invitationId: string;
  readonly kind: InvitationMail['kind'];
  /** the outcome of the invitation; a code */
  readonly outcome: string;
}

/**
 * Creates an email for each. If nobody can be reached, it is kept for the intended recipient and waits until they
 * can. As the system.
 */
export async function mailInvitationNews(tx: Tx, news: readonly InvitationNews[]): Promise<void> {
  if (news.length === 0) return;
  const audiences = await audiencesOf(tx, news);
  const recipients = await recipientsOf(tx, audiences);
  const rows = news.map(({ invitationId, kind, outcome }, index) => {
    const { self, nominee, inviter } = audiences[index]!;
    return {
      id: uuid(),
      kind,
      invitation_id: invitationId,
      params: { outcome },
      recipient_type:
        recipients[index]?.recipient_type ?? (self ? 'PERSON' : nominee ? 'NOMINEE' : 'ACCOUNT'),
      recipient_id: recipients[index]?.recipient_id ?? self ?? nominee ?? inviter,
    };
  });
  tx.send(
    `insert into mails (id, kind, recipient_type, recipient_id, invitation_id, params, made_at, due_at)
     select id, kind, recipient_type, recipient_id, invitation_id, params, $2, $2
     from jsonb_to_recordset($1) m (id uuid, kind text, recipient_type text, recipient_id uuid, invitation_id uuid,
       params jsonb)`,
    [JSON.stringify(rows), tx.now.toString()],
  );
}

/**
 * Whether a parent is not bothered with an invitation under their pseudonym: they sit in the body, which knows them by
 * name alone, or said no to it lately when asked in another way. Who invited them sees that there is no answer.
 */
const isLeftInPeace = (today: Parameter) => sql`(
  i.ervaringsdeskundige_id is not null and exists (select from seat_appointments a
    where a.body_id = i.body_id and a.person_id = i.person_id and ${notOver(raw('a.period'), today)})
  or i.motivation is null and exists (select from seat_invitations other
    where other.body_id = i.body_id and other.person_id = i.person_id and other.status = 'DECLINED'
      and rests_until(other.answered_on) >= ${today}::date))`;

/**
 * Whether it is news as it holds now: not an invitation that is closed, the end of one that nobody heard of, nor an
 * answer that became another one.
 */
export async function isOfToday(tx: Tx, { kind, invitation_id, params }: InvitationMail): Promise<boolean> {
  const today = constant(tx.today.toString());
  const [found] = await ask<{ is_asked: boolean; is_known: boolean; outcome: string }>(
    tx,
    sql`select ${isOpen(raw('i'), today)} and not ${isLeftInPeace(today)} as is_asked,
       i.answered_on is not null or exists (select from mails m
         where m.invitation_id = i.id and m.kind = 'INVITATION' and m.sent_at is not null
           and (i.person_id is not null or m.recipient_type = 'NOMINEE')) as is_known,
       coalesce(i.withdrawn_because, ${statusOn(raw('i'), today)}) as outcome
     from seat_invitations i where i.id = ${constant(invitation_id)}`,
  );
  const { is_asked, is_known, outcome } = found!;
  if (kind === 'INVITATION') return is_asked;
  return outcome === params.outcome && (kind === 'INVITATION_ANSWERED' || is_known);
}

/** The recipients, in order of preference; null: nobody but the nominee, who cannot be told that it is closed. */
export async function audienceOf(
  tx: Tx,
  { invitation_id, kind, params }: InvitationMail,
): Promise<Audience | null> {
  const [audience] = await audiencesOf(tx, [{ invitationId: invitation_id, kind, outcome: params.outcome }]);
  return kind !== 'INVITATION' && audience!.nominee ? null : audience!;
}

/**
 * The parent who is invited, if we know them and this is for them: the invitation itself, or what became of one that they
 * read. As the system.
 */
export async function parentOf(tx: Tx, { invitation_id, kind }: InvitationMail): Promise<string | null> {
  if (kind === 'INVITATION_ANSWERED') return null;
  const [invitation] = await tx.query<{ person_id: string | null }>(
    `select person_id from seat_invitations i where i.id = $1 and ($2 or exists (
       select from mails m join (${TOLD}) told on told.mail_id = m.id
       where m.invitation_id = i.id and m.kind = 'INVITATION' and told.recipient_id = i.person_id))`,
    [invitation_id, kind === 'INVITATION'],
  );
  return invitation?.person_id ?? null;
}

/** From the region of a parent whom we know, else from that of the body. As the system. */
export async function placeOf(
  tx: Tx,
  { invitation_id, kind, recipient_type }: InvitationMail,
): Promise<Place> {
  const [invitation] = await tx.query<Place>(
    `select null as oudernetwerk_id, body_id, case when $2 then coalesce(person_region_id, region_id) else region_id end as region_id
     from seat_invitations where id = $1`,
    [invitation_id, recipient_type === 'PERSON' && kind !== 'INVITATION_ANSWERED'],
  );
  return invitation!;
}

async function audiencesOf(tx: Tx, news: readonly InvitationNews[]): Promise<Audience[]> {
  const rows = await tx.query<{
    id: string;
    person_id: string | null;
    person_region_id: string | null;
    invited_by: string;
    body_id: string;
    region_id: string;
  }>(
    `select id, person_id, person_region_id, invited_by, body_id, region_id from seat_invitations
     where id = any ($1::uuid[])`,
    [news.map(({ invitationId }) => invitationId)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const nobodys = { oudernetwerk_id: null, self: null, without: null, personal: true };
  return news.map(({ invitationId, kind }): Audience => {
    const { person_id, person_region_id, invited_by, body_id, region_id } = byId.get(invitationId)!;
    const toBody = { ...nobodys, region_id, body_id, inviter: invited_by };
    if (kind === 'INVITATION_ANSWERED') return toBody;
    if (person_id !== null) return { ...nobodys, region_id: person_region_id, self: person_id };
    // whoever nominated them hears that an invitation did not arrive; that it is closed is for the nominee alone
    const others = kind === 'INVITATION' ? toBody : { ...nobodys, region_id: null };
    return { ...others, nominee: invitationId };
  });
}

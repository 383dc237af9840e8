import type { Tx } from '../../../../db/transaction.js';
import type { Reader } from '../recipients.js';

/** Where a letter comes from: the network that it is about, and the region. */
export interface Place {
  readonly oudernetwerk_id: string | null;
  /** null: from the service itself */
  readonly region_id: string | null;
  /** the body that it is about */
  readonly body_id?: string | null;
}

/** A letter that belongs to no region: it may reach a stranger, or is about several. */
export const FROM_SERVICE: Place = { oudernetwerk_id: null, region_id: null };

/** Who answers for personal data, and how that organisation is reached, as it says itself. */
export interface Responsible {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Who writes, and to whom. */
export interface Letterhead {
  /** the role mailbox that takes the answers: of the network, else of the nearest region that has one */
  readonly replyTo: string | null;
  /** null: the service itself */
  readonly region: string | null;
  /** who coordinates it, for longest, and is not the reader */
  readonly coordinator: string | null;
  /** the number of the role */
  readonly phone: string | null;
  /** what the reader is called by; null: not known, or nobody in particular */
  readonly name: string | null;
  /** who answers for what is kept of the reader, or else of what it is about; null: not known */
  readonly responsible: Responsible | null;
}

/** Who a letter is from and to, as it is now: it gives roles to answer to, never the address of a person. As the system. */
export async function letterheadOf(
  tx: Tx,
  place: Place,
  reader: Reader,
  /** whoever reads it may be a stranger: it does not tell who answers for the person */
  toAnybody = false,
): Promise<Letterhead> {
  const [head] = await tx.query<Letterhead>(LETTERHEAD, [
    place.oudernetwerk_id,
    place.region_id,
    reader.recipient_type,
    reader.recipient_id,
    tx.today.toString(),
    toAnybody ? null : reader.recipient_id,
    place.body_id ?? null,
  ]);
  return head!;
}

// $1 the network, $2 the region, $3 and $4 the reader, $5 today, $6 the reader as whoever is meant, $7 the body
const LETTERHEAD = `
  with recursive above as (
    select id, parent_id, name, mailbox, phone, 1 as steps from regions where id = $2
    union all
    select r.id, r.parent_id, r.name, r.mailbox, r.phone, a.steps + 1 from above a join regions r on r.id = a.parent_id
  )
  select (
      select mailbox from (
        select mailbox, 0 as steps from oudernetwerken where id = $1
        union all
        select mailbox, steps from above
      ) role where mailbox is not null and not is_undeliverable(mailbox) order by steps limit 1) as "replyTo",
    (select name from above where steps = 1) as region,
    (select phone from above where phone is not null order by steps limit 1) as phone,
    (select a.display_name from above u
       join account_roles r on r.region_id = u.id and r.role = 'COORDINATOR' and r.period @> $5::date
       join accounts a on a.id = r.account_id
     where a.id <> $4 and not exists (select from people p where p.id = a.person_id and p.deceased_on is not null)
     order by u.steps, lower(r.period), a.id limit 1) as coordinator,
    case $3
      when 'PERSON' then (select given_name from person_details where person_id = $4)
      when 'NOMINEE' then (select given_name from seat_nominees where invitation_id = $4)
      when 'ACCOUNT' then (select coalesce(d.given_name, a.display_name) from accounts a
        left join person_details d on d.person_id = a.person_id where a.id = $4)
    end as name,
    (select to_jsonb(r) from whom_to_ask(case $3 when 'PERSON' then $6::uuid end, $7, $1, $2) r) as responsible`;

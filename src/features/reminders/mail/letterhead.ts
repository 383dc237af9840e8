import type { Tx } from '../../../db/transaction.js';

/** Where a letter comes from: the network that it is about, and the region. */
export interface Place {
  readonly oudernetwerk_id: string | null;
  /** null: from the service itself */
  readonly region_id: string | null;
}

/** A letter that belongs to no region: it may reach a stranger, or is about several. */
export const FROM_SERVICE: Place = { oudernetwerk_id: null, region_id: null };

export interface Letterhead {
  /** the role mailbox that takes the answers: of the network, else of the nearest region that has one */
  readonly replyTo: string | null;
}

/** Who a letter is from, as it is now: roles alone, never the address of a person. As the system. */
export async function letterheadOf(tx: Tx, { oudernetwerk_id, region_id }: Place): Promise<Letterhead> {
  const [head] = await tx.query<Letterhead>(LETTERHEAD, [oudernetwerk_id, region_id]);
  return head!;
}

// $1 the network, $2 the region
const LETTERHEAD = `
  with recursive above as (
    select id, parent_id, mailbox, 1 as steps from regions where id = $2
    union all
    select r.id, r.parent_id, r.mailbox, a.steps + 1 from above a join regions r on r.id = a.parent_id
  )
  select (
    select mailbox from (
      select mailbox, 0 as steps from oudernetwerken where id = $1
      union all
      select mailbox, steps from above
    ) role where mailbox is not null and not is_undeliverable(mailbox) order by steps limit 1) as "replyTo"`;

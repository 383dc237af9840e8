import { asSystem } from '../../db/as-system.js';
import { LinkKind } from '../../db/link-kind.js';
import type { Tx } from '../../db/transaction.js';
import { about } from '../../writes/events.js';
import type { AddressOwner } from './address-owner.js';

/** Says the id of a change, and no address. The change itself says until when it works. */
export const ADDRESS_LINK = new LinkKind('confirm address', /^[0-9a-f-]{36}$/);

/** What the link to a new address can still do: confirm it, nothing more, or nothing any more. */
export type AddressLink = 'WAITS' | 'CONFIRMED' | 'OVER';

interface Change {
  readonly id: string;
  readonly link: AddressLink;
  readonly subject_type: AddressOwner['subjectType'];
  readonly subject_id: string;
  readonly region_id: string | null;
}

/**
 * The state of the change that the token of a link is for, over if that is forgotten by now; null if the token is not one
 * of ours.
 */
export async function addressByLink(tx: Tx, token: string): Promise<AddressLink | null> {
  return asSystem(tx, async () => {
    if (!(await ADDRESS_LINK.read(tx, token))) return null;
    return (await changeOf(tx, token))?.link ?? 'OVER';
  });
}

/**
 * The holder of the link reads mail at the new address: it counts from now on. Safe to repeat: of two who press the
 * button one confirms, and the other sees that it was done.
 */
export async function confirmByLink(tx: Tx, token: string): Promise<AddressLink | null> {
  return asSystem(tx, async () => {
    const change = await changeOf(tx, token);
    if (change?.link !== 'WAITS') return change?.link ?? null;
    const { id, subject_type, subject_id, region_id } = change;
    const [row] = await tx.query<{ confirmed: boolean }>('select confirm_address($1) as confirmed', [id]);
    // somebody else was first
    if (!row!.confirmed) return (await changeOf(tx, token))!.link;
    const owner = { id: subject_id, regionId: region_id };
    tx.record({ name: 'mailAddress.confirmed', ...about(subject_type, owner), details: { changeId: id } });
    return 'CONFIRMED';
  });
}

async function changeOf(tx: Tx, token: string): Promise<Change | null> {
  const [id] = (await ADDRESS_LINK.read(tx, token)) ?? [];
  if (!id) return null;
  const [change] = await tx.query<Change>(
    `select c.id, coalesce(c.account_id, c.person_id, c.organisation_id, c.region_id, c.oudernetwerk_id) as subject_id,
       case when c.account_id is not null then 'Account' when c.person_id is not null then 'Person'
         when c.organisation_id is not null then 'Organisation' when c.region_id is not null then 'Region'
         else 'Oudernetwerk' end as subject_type,
       coalesce((select p.region_id from people p where p.id = c.person_id),
         (select o.region_id from organisations o where o.id = c.organisation_id), c.region_id,
         (select n.region_id from oudernetwerken n where n.id = c.oudernetwerk_id)) as region_id,
       case when exists (select from people p where p.deceased_on is not null
           and (p.id = c.person_id or p.id = (select a.person_id from accounts a where a.id = c.account_id))) then 'OVER'
         when c.outcome = 'CONFIRMED' then 'CONFIRMED'
         when c.outcome is null and c.expires_on >= $2 then 'WAITS' else 'OVER' end as link
     from mail_address_changes c where c.id = $1`,
    [id, tx.today.toString()],
  );
  return change ?? null;
}

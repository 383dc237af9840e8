import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { readUnsubscription, type Subscriber } from '../mail/unsubscribe-token.js';

const COLUMNS: Readonly<Record<Subscriber, string>> = {
  ACCOUNT: 'account_id',
  PERSON: 'person_id',
  ORGANISATION: 'organisation_id',
};
const TABLES: Readonly<Record<Subscriber, string>> = {
  ACCOUNT: 'accounts',
  PERSON: 'people',
  ORGANISATION: 'organisations',
};

/** Whether the token of a link to unsubscribe is one of ours. */
export async function isOurLink(tx: Tx, token: string): Promise<boolean> {
  return asSystem(tx, async () => (await readUnsubscription(tx, token)) !== null);
}

/** No more emails of this kind to the holder of the token; false if it is not one of ours. Safe to repeat. */
export async function unsubscribe(tx: Tx, token: string): Promise<boolean> {
  return asSystem(tx, async () => {
    const link = await readUnsubscription(tx, token);
    if (!link) return false;
    const { type, id, scope } = link;
    await tx.query(
      `insert into mail_preferences (id, ${COLUMNS[type]}, ${scope})
       select $1, t.id, false from ${TABLES[type]} t where t.id = $2
       on conflict (${COLUMNS[type]}) do update set ${scope} = false`,
      [uuid(), id],
    );
    return true;
  });
}

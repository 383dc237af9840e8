import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { readUnsubscription, type Subscriber, type Unsubscription } from '../mail/unsubscribe-token.js';

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

/** What the token of a link is to unsubscribe from, and whom; null if it is not one of ours. */
export async function unsubscriptionByLink(tx: Tx, token: string): Promise<Unsubscription | null> {
  return asSystem(tx, () => readUnsubscription(tx, token));
}

/** No more emails of this kind to the holder of the link. Safe to repeat. */
export async function unsubscribe(tx: Tx, { type, id, scope }: Unsubscription): Promise<void> {
  await asSystem(tx, async () => {
    tx.send(
      `insert into mail_preferences (id, ${COLUMNS[type]}, ${scope})
       select $1, t.id, false from ${TABLES[type]} t where t.id = $2
       on conflict (${COLUMNS[type]}) do update set ${scope} = false`,
      [uuid(), id],
    );
  });
}

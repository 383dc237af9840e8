import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import type { Reader } from './recipients.js';

interface About {
  readonly params: object;
  readonly person_task_id?: string;
  readonly address_change_id?: string;
}

/** One mail to one reader, due now. Whether it is still true, and what it says, is decided when it leaves. As the system. */
export function makeMail(tx: Tx, kind: string, { recipient_type, recipient_id }: Reader, about: About): void {
  const { params, person_task_id = null, address_change_id = null } = about;
  tx.send(
    `insert into mails (id, kind, recipient_type, recipient_id, person_task_id, address_change_id, params, made_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      uuid(),
      kind,
      recipient_type,
      recipient_id,
      person_task_id,
      address_change_id,
      params,
      tx.now.toString(),
    ],
  );
}

import type { Tx } from '../../db/transaction.js';

/** What this viewer may call somebody: their name, else their pseudonym. */
export async function nameOfPerson(tx: Tx, personId: string): Promise<string> {
  const [person] = await tx.query<{ name: string }>(
    `select coalesce(d.display_name, p.pseudonym) as name
     from people p left join person_details d on d.person_id = p.id where p.id = $1`,
    [personId],
  );
  return person?.name ?? '–';
}

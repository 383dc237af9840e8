import type { Tx } from '../../db/transaction.js';
import type { PlainDate } from '../../kernel/clock.js';
import { type Failure, failure } from '../../kernel/failure.js';

/** Somebody has to be put right before a record that theirs builds on: who, as what, and from which day. */
export async function builtUpon(
  tx: Tx,
  what: 'absence' | 'appointed' | 'death' | 'invited' | 'substitute' | 'successor' | 'term',
  personId: string,
  from: PlainDate,
): Promise<Failure> {
  return failure('BUILT_UPON', ['input', 'id'], { what, name: await nameOf(tx, personId), from });
}

/** What this viewer may call somebody: their name, else their pseudonym. */
async function nameOf(tx: Tx, personId: string): Promise<string> {
  const [person] = await tx.query<{ name: string }>(
    `select coalesce(d.display_name, p.pseudonym) as name
     from people p left join person_details d on d.person_id = p.id where p.id = $1`,
    [personId],
  );
  return person?.name ?? '–';
}

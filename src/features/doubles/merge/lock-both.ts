import { asSystem } from '../../../db/as-system.js';
import { lock } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { lockProfiles } from '../../advisory/invitations/lock-invitation.js';
import { waitForBody } from '../../advisory/seats/lock-seat.js';
import { PersonEntity } from '../../people/person.entity.js';

/** Networks, bodies, profiles, then people by their ids: as everybody locks what people have a part in. */
export async function lockBoth(
  tx: Tx,
  [survivor, other]: readonly [{ readonly id: string }, { readonly id: string }],
): Promise<[PersonEntity, PersonEntity]> {
  await lockPartsOf(tx, [survivor.id, other.id]);
  const locked = new Map<string, PersonEntity>();
  for (const id of [survivor.id, other.id].sort()) {
    const row = await lock(tx, PersonEntity, id);
    // somebody else was first
    if (!row) throw failure('NOT_FOUND', ['input', id === other.id ? 'otherId' : 'survivorId']);
    locked.set(id, row);
  }
  return [locked.get(survivor.id)!, locked.get(other.id)!];
}

/** What these people have a part in, before they are locked themselves. */
export async function lockPartsOf(tx: Tx, people: readonly string[]): Promise<void> {
  await asSystem(tx, async () => {
    await tx.query('select lock_networks_of($1)', [people]);
    const bodies = await tx.query<{ id: string }>(
      `select body_id as id from seat_appointments where person_id = any ($1)
       union select body_id from seat_invitations where person_id = any ($1) order by 1`,
      [people],
    );
    for (const { id } of bodies) waitForBody(tx, id);
    const profiles = await tx.query<{ id: string }>(
      'select id from ervaringsdeskundigen where person_id = any ($1)',
      [people],
    );
    await lockProfiles(
      tx,
      profiles.map(({ id }) => id),
    );
  });
}

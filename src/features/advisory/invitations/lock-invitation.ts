import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { find, findLocked, type VersionedId } from '../../../writes/find.js';
import { type Failure, failure } from '../../../kernel/failure.js';
import { SeatInvitationEntity } from '../advisory.entity.js';
import { statusOf } from './invitation-status.js';

const PATH = ['input', 'id'];

/**
 * Locks profiles without changing them, so that what is looked up about them remains true until the end: consent,
 * seats, other invitations. Everybody locks the seat first, then profiles, then invitations. Null: asked by name.
 */
export async function lockProfiles(tx: Tx, ids: readonly (string | null)[]): Promise<void> {
  await asSystem(tx, () =>
    tx.query(
      'select id from ervaringsdeskundigen where id = any ($1::uuid[]) order by id for no key update',
      [ids],
    ),
  );
}

/** The invitation that an input names, checked by `may` before it is locked. */
export async function lockInvitation(
  tx: Tx,
  input: VersionedId,
  may: (invitation: SeatInvitationEntity) => void,
): Promise<SeatInvitationEntity> {
  const found = await find(tx, SeatInvitationEntity, input.id, PATH);
  may(found);
  await lockProfiles(tx, [found.ervaringsdeskundigeId]);
  return findLocked(tx, SeatInvitationEntity, input);
}

/** Why an invitation that is not waiting for an answer can no longer be changed. */
export function overAlready(tx: Tx, invitation: SeatInvitationEntity): Failure {
  const { expiresOn, closedOn, answeredOn } = invitation;
  switch (statusOf(invitation, tx)) {
    case 'EXPIRED':
      return failure('INVITATION_EXPIRED', PATH, { on: expiresOn });
    case 'WITHDRAWN':
      return failure('INVITATION_CLOSED', PATH, { on: closedOn! });
    case 'APPOINTED':
      return failure('ALREADY_APPOINTED', PATH);
    default:
      return failure('ALREADY_ANSWERED', PATH, { on: answeredOn! });
  }
}

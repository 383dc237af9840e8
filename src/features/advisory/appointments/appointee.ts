import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { find } from '../../../writes/find.js';
import { failure } from '../../../kernel/failure.js';
import { PersonEntity } from '../../people/person.entity.js';
import { type AdvisorySeatEntity, SeatInvitationEntity } from '../advisory.entity.js';
import { closeOpenInvitations } from '../invitations/close-invitations.js';
import type { Appointment } from '../seats/body-book.js';

/** The person to appoint, and the accepted invitation, if there was one. */
export interface Appointee {
  readonly personId: string;
  readonly invitationId: string | null;
  /** the input that named them */
  readonly path: readonly string[];
}

export async function appointee(
  tx: Tx,
  { id: seatId, bodyId }: AdvisorySeatEntity,
  input: { readonly personId?: string | null; readonly invitationId?: string | null },
): Promise<Appointee> {
  if ((input.personId == null) === (input.invitationId == null)) {
    throw failure('PERSON_OR_INVITATION', ['input', 'personId']);
  }
  return input.invitationId == null
    ? byPerson(tx, { seatId, bodyId }, input.personId!)
    : byInvitation(tx, seatId, input.invitationId);
}

async function byPerson(
  tx: Tx,
  { seatId, bodyId }: { seatId: string; bodyId: string },
  id: string,
): Promise<Appointee> {
  const path = ['input', 'personId'];
  const person = await find(tx, PersonEntity, id, path);
  await refuseUnasked(tx, bodyId, person.id, path);
  return { personId: person.id, invitationId: await yesOf(tx, seatId, person.id), path };
}

/** The invitation for a seat to which somebody said yes, if there is one. */
export async function yesOf(tx: Tx, seatId: string, personId: string): Promise<string | null> {
  const yes = await tx.manager.findOneBy(SeatInvitationEntity, { seatId, personId, status: 'ACCEPTED' });
  return yes?.id ?? null;
}

/** Whom they may appoint unasked is whom they know by name now: a former member is asked again. */
export async function refuseUnasked(
  tx: Tx,
  bodyId: string,
  personId: string,
  path: readonly string[],
): Promise<void> {
  const [allowed] = await tx.query<{ may: boolean }>('select may_be_appointed($1, $2) as may', [
    personId,
    bodyId,
  ]);
  if (!allowed!.may) throw failure('ASK_FIRST', path);
}

async function byInvitation(tx: Tx, seatId: string, id: string): Promise<Appointee> {
  const path = ['input', 'invitationId'];
  const invitation = await find(tx, SeatInvitationEntity, id, path);
  if (invitation.seatId !== seatId) throw failure('OTHER_SEAT', path);
  if (invitation.status !== 'ACCEPTED') throw failure('NOT_ACCEPTED', path);
  return { personId: invitation.personId!, invitationId: invitation.id, path };
}

/** An acceptance is settled by the appointment; other invitations for a seat that is filled now or soon are closed. */
export async function settleInvitations(
  tx: Tx,
  { id: appointmentId, seatId }: Pick<Appointment, 'id' | 'seatId'>,
  invitationId: string | null,
  filled: boolean,
): Promise<void> {
  if (invitationId) {
    // the parent may have withdrawn their acceptance meanwhile
    const [settled] = await asSystem(tx, () =>
      tx.query(
        `update seat_invitations set status = 'APPOINTED', version = version + 1 where id = $1 and status = 'ACCEPTED'
         returning id`,
        [invitationId],
      ),
    );
    if (!settled) throw failure('NOT_ACCEPTED', ['input', 'invitationId']);
  }
  if (filled) await closeOpenInvitations(tx, seatId, { appointmentId, invitationId });
}

import { In, IsNull, Not } from 'typeorm';
import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import { find } from '../../../../writes/find.js';
import { failure } from '../../../../kernel/failure.js';
import { ask } from '../../../../reads/ask.js';
import { constant, raw, sql } from '../../../../reads/sql.js';
import { knownBySeat } from '../../../ervaringsdeskundigen/profile-reach.js';
import { PersonEntity } from '../../../people/person.entity.js';
import {
  type AdvisorySeatEntity,
  SeatAppointmentEntity,
  SeatInvitationEntity,
} from '../../advisory.entity.js';
import { expireInvitationsOf } from '../expire-invitations.js';
import {
  byUs,
  refuseAskedOften,
  refuseAskedTooOften,
  refuseCooldown,
  timesAsked,
} from './invitation-cooldown.js';
import type { Invitee } from './invitee.js';

const WHO = ['input', 'formerAppointmentId'];

/** Somebody who held a seat of the body: known to it by then, and asked whether they may be known again. */
export async function byFormerAppointment(
  tx: Tx,
  seat: AdvisorySeatEntity,
  id: string,
  motivation: string | null,
): Promise<Invitee> {
  const { bodyId } = seat;
  const former = await find(tx, SeatAppointmentEntity, id, WHO);
  if (former.bodyId !== bodyId) throw failure('NOT_FOUND', WHO);
  const { personId } = former;
  const home = { select: { id: true, regionId: true, deceasedOn: true }, where: { id: personId } } as const;
  const { regionId, deceasedOn } = await asSystem(tx, () => tx.manager.findOneOrFail(PersonEntity, home));
  if (deceasedOn) throw failure('LEFT_FOR_GOOD', WHO);
  if (await isKnown(tx, bodyId, personId)) throw failure('SITS_ALREADY', WHO);
  const toThem = sql`i.former_appointment_id is not null and i.person_id = ${constant(personId)}`;
  await expireInvitationsOf(tx, seat.id, toThem);
  await refuseInvited(tx, seat.id, personId);
  const times = await timesAsked(tx, sql`${toThem} and ${byUs(tx, bodyId)}`);
  refuseAskedTooOften(times, WHO);
  if (!motivation) {
    await refuseCooldown(tx, bodyId, toThem, WHO, personId);
    refuseAskedOften(times, WHO);
  }
  return {
    ervaringsdeskundigeId: null,
    formerAppointmentId: former.id,
    personId,
    personRegionId: regionId,
    shortlist: null,
    nominee: null,
  };
}

async function isKnown(tx: Tx, bodyId: string, personId: string): Promise<boolean> {
  const today = constant(tx.today.toString());
  const held = await ask(
    tx,
    sql`select from seat_appointments a where a.body_id = ${constant(bodyId)}
       and a.person_id = ${constant(personId)} and ${knownBySeat(raw('a'), today)}`,
  );
  return held.length > 0;
}

/** Asked by name, or known by name since a yes. */
async function refuseInvited(tx: Tx, seatId: string, personId: string): Promise<void> {
  const asked = await tx.manager.existsBy(SeatInvitationEntity, [
    { seatId, personId, formerAppointmentId: Not(IsNull()), status: In(['ASKED', 'ACCEPTED']) },
    { seatId, personId, status: 'ACCEPTED' },
  ]);
  if (asked) throw failure('ALREADY_ASKED', WHO);
}

import { v7 as uuid } from 'uuid';
import { insert, remove } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { failure } from '../../kernel/failure.js';
import { overlap, type Period } from '../../kernel/period.js';
import { find } from '../../writes/find.js';
import { allow } from '../access/policies.js';
import { logAccess } from '../advisory/access-log/log-access.js';
import { AdvisoryBodyEntity, SeatAppointmentEntity } from '../advisory/advisory.entity.js';
import { refuseUnasked } from '../advisory/appointments/appointee.js';
import { refuseIncompatible } from '../advisory/appointments/incompatible.js';
import { refuseDeceased } from '../people/deceased.js';
import { PersonEntity } from '../people/person.entity.js';
import { type AbsenceEntity, SeatAlternateEntity } from './absence.entity.js';
import { keeps, type OfBody } from './lock-absence.js';

/** Who is away, and the days on which somebody would act for them. */
export interface Away {
  readonly personId: string;
  readonly period: Period;
}

/**
 * The person who acts for the holder of a seat: somebody whom those who fill it know by name now, as for an appointment,
 * and who holds no seat of that body on those days.
 */
export async function alternateFor(
  tx: Tx,
  { place, ...away }: Away & { readonly place: OfBody },
  id: string,
  path: readonly string[],
): Promise<string> {
  allow(keeps(tx.viewer, place));
  const { bodyId } = place;
  const body = await tx.manager.findOneByOrFail(AdvisoryBodyEntity, { id: bodyId });
  if (!body.alternates) throw failure('NO_ALTERNATES', path);
  const person = await find(tx, PersonEntity, id, path);
  if (person.id === away.personId) throw failure('SAME_PERSON', path);
  await refuseUnasked(tx, bodyId, person.id, path);
  refuseDeceased(person, null, path);
  const held = await tx.manager.findBy(SeatAppointmentEntity, { bodyId, personId: person.id });
  const other = held.find(({ period }) => overlap(period, away.period));
  if (other) throw failure('ALREADY_IN_BODY', path, { ...other.period });
  await refuseIncompatible(tx, bodyId, person.id, away.period, path);
  return person.id;
}

/** From now on the body knows who they are, as after an appointment. */
export async function nameAlternate(
  tx: Tx,
  { id: absenceId, bodyId, regionId }: Pick<AbsenceEntity, 'id' | 'bodyId' | 'regionId'>,
  personId: string | null,
): Promise<void> {
  remove(tx, SeatAlternateEntity, { absenceId });
  if (personId === null) return;
  const { accountId } = tx.viewer;
  insert(tx, SeatAlternateEntity, { id: uuid(), absenceId, bodyId: bodyId!, regionId, personId });
  const told = { what: 'NAME_AND_CONTACT', why: 'APPOINTED', accountId, invitationId: null } as const;
  await logAccess(tx, [{ personId, bodyId: bodyId!, ...told }]);
}

export async function alternateOf(tx: Tx, absenceId: string): Promise<string | null> {
  const row = await tx.manager.findOneBy(SeatAlternateEntity, { absenceId });
  return row?.personId ?? null;
}

import { In } from 'typeorm';
import type { Tx } from '../../../../db/transaction.js';
import { find, uuidOf } from '../../../../writes/find.js';
import { failure } from '../../../../kernel/failure.js';
import { ask } from '../../../../reads/ask.js';
import { constant, raw, sql } from '../../../../reads/sql.js';
import { ErvaringsdeskundigeEntity } from '../../../ervaringsdeskundigen/ervaringsdeskundige.entity.js';
import { knownBySeat } from '../../../ervaringsdeskundigen/profile-reach.js';
import { type AdvisorySeatEntity, SeatInvitationEntity } from '../../advisory.entity.js';
import { isFindableFor } from '../../bodies/body-reach.js';
import { type Shortlist, type ShortlistEntry, shortlistOf } from '../../matching/match-for-invitation.js';
import { STOP_RULES } from '../../matching/match-rules.js';
import { expireInvitationsOf } from '../expire-invitations.js';
import {
  byUs,
  refuseAskedOften,
  refuseAskedTooOften,
  refuseCooldown,
  timesAsked,
} from './invitation-cooldown.js';
import type { Invitee } from './invitee.js';
import { lockProfiles } from '../lock-invitation.js';

const WHO = ['input', 'ervaringsdeskundigeId'];
const STOPS: ReadonlySet<string> = new Set(STOP_RULES.map(({ code }) => code));

/**
 * Somebody whose name is still hidden. Only what the body itself did with this pseudonym stands in the way, never what
 * others did with the person: a refusal would tell who it is.
 */
export async function byPseudonym(
  tx: Tx,
  seat: AdvisorySeatEntity,
  id: string,
  motivation: string | null,
): Promise<Invitee> {
  const profile = await lockFindable(tx, seat, id);
  await refuseInvited(tx, seat, profile.id);
  await refuseSitting(tx, seat.bodyId, profile.id);
  const shortlist = await shortlistOf(tx, seat.id, profile.id);
  refuseUnfit(tx, chosenFrom(shortlist, profile.id), motivation);
  const toThem = sql`i.ervaringsdeskundige_id = ${constant(profile.id)}`;
  if (motivation) {
    refuseAskedTooOften(await timesAsked(tx, sql`${toThem} and ${byUs(tx, seat.bodyId)}`), WHO);
  } else {
    await refuseCooldown(tx, seat.bodyId, toThem, WHO);
    // all bodies together
    refuseAskedOften(await timesAsked(tx, toThem), WHO);
  }
  return {
    ervaringsdeskundigeId: profile.id,
    formerAppointmentId: null,
    personId: profile.personId,
    personRegionId: profile.regionId,
    shortlist,
    nominee: null,
  };
}

/** A profile that is findable for this seat; any other does not exist here, whoever keeps the record. */
async function lockFindable(
  tx: Tx,
  { bodyId }: AdvisorySeatEntity,
  id: string,
): Promise<ErvaringsdeskundigeEntity> {
  await lockProfiles(tx, [uuidOf(id, 'Ervaringsdeskundige', WHO)]);
  const profile = await find(tx, ErvaringsdeskundigeEntity, id, WHO);
  const found = await ask(
    tx,
    sql`select from ervaringsdeskundigen e join advisory_bodies b on b.id = ${constant(bodyId)}
     where e.id = ${constant(profile.id)} and ${isFindableFor(raw('b'), raw('e'), constant(tx.today.toString()))}`,
  );
  if (found.length === 0) throw failure('NOT_FOUND', WHO);
  return profile;
}

/** Of two simultaneous invitations, the second sees here what the first one did. */
async function refuseInvited(tx: Tx, seat: AdvisorySeatEntity, profileId: string): Promise<void> {
  await expireInvitationsOf(tx, seat.id, sql`i.ervaringsdeskundige_id = ${constant(profileId)}`);
  const asked = { seatId: seat.id, ervaringsdeskundigeId: profileId, status: In(['ASKED', 'ACCEPTED']) };
  if (await tx.manager.existsBy(SeatInvitationEntity, asked)) throw failure('ALREADY_ASKED', WHO);
}

/** Somebody who sits there by a yes under this pseudonym; that of others who sit there is invited as any other is. */
async function refuseSitting(tx: Tx, bodyId: string, profileId: string): Promise<void> {
  const sits = await ask(
    tx,
    sql`select from seat_appointments a
       where a.body_id = ${constant(bodyId)} and a.known_as = ${constant(profileId)}
         and ${knownBySeat(raw('a'), constant(tx.today.toString()))}`,
  );
  if (sits.length > 0) throw failure('SITS_ALREADY', WHO);
}

/** The position of the chosen one. */
function chosenFrom({ entries }: Shortlist, id: string): ShortlistEntry {
  const chosen = entries.find(({ ervaringsdeskundigeId }) => ervaringsdeskundigeId === id);
  if (!chosen) throw failure('NOT_FOUND', WHO);
  return chosen;
}

/** A stop cannot be overridden, except a recent decline; a hard requirement yields to a motivation. */
function refuseUnfit(tx: Tx, { criteria }: ShortlistEntry, motivation: string | null): void {
  const { locale } = tx.viewer;
  const blockers = criteria.filter(({ blocks, code }) => blocks && code !== 'IN_COOLDOWN');
  const stops = blockers.filter(({ code }) => STOPS.has(code));
  const why = (some: typeof blockers) => ({ why: some.map((each) => each[locale]).join(' ') });
  if (stops.length > 0) throw failure('NOT_SUITABLE', WHO, why(stops));
  if (blockers.length > 0 && !motivation) throw failure('REQUIREMENT_MISSING', WHO, why(blockers));
}

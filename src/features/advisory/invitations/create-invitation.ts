import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find, lockSeen, uuidOf } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { ask } from '../../../reads/ask.js';
import { notOver, constant, raw, sql } from '../../../reads/sql.js';
import { allow, coordinatorsAndSecretaries, fills } from '../../access/policies.js';
import { ErvaringsdeskundigeEntity } from '../../ervaringsdeskundigen/ervaringsdeskundige.entity.js';
import { AdvisorySeatEntity, SeatInvitationEntity } from '../advisory.entity.js';
import { isFindableFor } from '../bodies/body-reach.js';
import { expireInvitationsOf } from './expire-invitations.js';
import { lockProfiles } from './lock-invitation.js';
import { type Shortlist, type ShortlistEntry, shortlistOf } from '../matching/match-for-invitation.js';
import { STOP_RULES } from '../matching/match-rules.js';
import { refuseCooldown } from './invitation-cooldown.js';
import type { InvitationCreateInput } from './seat-invitation.inputs.js';

export const DAYS_TO_ANSWER = 14;
const LEAST_DAYS = 3;
const MOST_DAYS = 60;
const LONGEST_MESSAGE = 2_000;
const LONGEST_MOTIVATION = 500;

const WHO = ['input', 'ervaringsdeskundigeId'];
const SEAT = ['input', 'seatId'];
const STOPS: ReadonlySet<string> = new Set(STOP_RULES.map(({ code }) => code));

/** Invites a person whose name is still hidden. The shortlist that the secretary chose from is stored with it. */
export const createInvitation: UseCase<InvitationCreateInput, { invitation: string; seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const seat = await lockSeen(tx, AdvisorySeatEntity, uuidOf(input.seatId, 'AdvisorySeat', SEAT), SEAT);
    allow(fills(tx.viewer, { id: seat.bodyId, regionId: seat.regionId }));
    const profile = await lockFindable(tx, seat, input.ervaringsdeskundigeId);
    const expiresOn = input.expiresOn ?? tx.today.add({ days: DAYS_TO_ANSWER });
    const checks = new Checks();
    const message = checks.optionalText(input.message, ['input', 'message'], LONGEST_MESSAGE);
    const motivation = checks.optionalText(input.motivation, ['input', 'motivation'], LONGEST_MOTIVATION);
    const [first, last] = [LEAST_DAYS, MOST_DAYS].map((days) => tx.today.add({ days }));
    checks.day(expiresOn, ['input', 'expiresOn'], first!, last!);
    checks.done();
    await refuseFilled(tx, seat);
    await refuseInvited(tx, seat, profile);
    await refuseSitting(tx, seat, profile);
    const shortlist = await shortlistOf(tx, seat.id, profile.id);
    refuseUnfit(tx, chosenFrom(shortlist, profile.id), motivation);
    if (!motivation) await refuseCooldown(tx, seat.bodyId, profile.id);

    const row = {
      id: uuid(),
      seatId: seat.id,
      bodyId: seat.bodyId,
      regionId: seat.regionId,
      ervaringsdeskundigeId: profile.id,
      personId: profile.personId,
      personRegionId: profile.regionId,
      invitedBy: tx.viewer.accountId!,
      askedThrough: await networkOf(tx, profile.personId),
      status: 'ASKED',
      askedOn: tx.today,
      expiresOn,
      message,
      motivation,
      shortlist: shortlist as object,
    };
    await tx.manager.insert(SeatInvitationEntity, row);
    tx.record({
      name: 'invitation.asked',
      ...about('SeatInvitation', row),
      details: { motivated: motivation !== null },
    });
    return { invitation: row.id, seat: seat.id };
  },
};

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

async function refuseFilled(tx: Tx, seat: AdvisorySeatEntity): Promise<void> {
  const [found] = await tx.query<{ is_open: boolean }>(
    `select seat_status(s, $2::date) not in ('FILLED', 'ABOLISHED') and (b.ended_on > $2::date) is not false as is_open
     from advisory_seats s join advisory_bodies b on b.id = s.body_id where s.id = $1`,
    [seat.id, tx.today.toString()],
  );
  if (!found?.is_open) throw failure('SEAT_NOT_OPEN', SEAT);
}

/** Of two simultaneous invitations, the second sees here what the first one did. */
async function refuseInvited(
  tx: Tx,
  seat: AdvisorySeatEntity,
  profile: ErvaringsdeskundigeEntity,
): Promise<void> {
  await expireInvitationsOf(tx, seat.id, profile.id);
  const asked = { seatId: seat.id, ervaringsdeskundigeId: profile.id, status: In(['ASKED', 'ACCEPTED']) };
  if (await tx.manager.existsBy(SeatInvitationEntity, asked)) throw failure('ALREADY_ASKED', WHO);
}

/** The day and the seat would reveal who it is. */
async function refuseSitting(
  tx: Tx,
  { bodyId }: AdvisorySeatEntity,
  { personId }: ErvaringsdeskundigeEntity,
): Promise<void> {
  const sits = await ask(
    tx,
    sql`select from seat_appointments where body_id = ${constant(bodyId)} and person_id = ${constant(personId)}
       and ${notOver(raw('period'), constant(tx.today.toString()))}`,
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

/** The network they belong to, of several the one they joined first: the invitation goes through it. */
async function networkOf(tx: Tx, personId: string): Promise<string | null> {
  const [longest] = await asSystem(tx, () =>
    tx.query<{ id: string }>(
      `select r.oudernetwerk_id as id
       from (select person_id, oudernetwerk_id, period from trekkerschappen
         union all select person_id, oudernetwerk_id, period from memberships) r
       join oudernetwerken n on n.id = r.oudernetwerk_id and n.status <> 'ENDED'
       where r.person_id = $1 and r.period @> $2::date
       order by lower(r.period), r.oudernetwerk_id limit 1`,
      [personId, tx.today.toString()],
    ),
  );
  return longest?.id ?? null;
}

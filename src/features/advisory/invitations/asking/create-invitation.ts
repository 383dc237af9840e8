import { v7 as uuid } from 'uuid';
import { insert } from '../../../../db/rows.js';
import type { Tx } from '../../../../db/transaction.js';
import type { UseCase } from '../../../../writes/use-case.js';
import { lockSeen, uuidOf } from '../../../../writes/find.js';
import { about } from '../../../../writes/events.js';
import { Checks } from '../../../../kernel/checks.js';
import { ask } from '../../../../reads/ask.js';
import { constant, raw, sql, viewerDay } from '../../../../reads/sql.js';
import { failure } from '../../../../kernel/failure.js';
import { allow, coordinatorsAndSecretaries, fills } from '../../../access/policies.js';
import { seatStatus } from '../../seats/seat-status.js';
import { AdvisorySeatEntity, SeatInvitationEntity, SeatNomineeEntity } from '../../advisory.entity.js';
import { byFormerAppointment } from './ask-former-member.js';
import { byNomination, checkedNominee } from './ask-nominee.js';
import { byPseudonym } from './ask-by-pseudonym.js';
import { type Invitee, networkOf, type Nominee } from './invitee.js';
import type { InvitationCreateInput } from '../seat-invitation.inputs.js';

export const DAYS_TO_ANSWER = 14;
const LEAST_DAYS = 3;
const MOST_DAYS = 60;
const LONGEST_MESSAGE = 2_000;
const LONGEST_MOTIVATION = 500;

const SEAT = ['input', 'seatId'];

/** Invites somebody whom the body does not know by name now: under a pseudonym, as a former member, or by nomination. */
export const createInvitation: UseCase<InvitationCreateInput, { invitation: string; seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const seat = await lockSeen(tx, AdvisorySeatEntity, uuidOf(input.seatId, 'AdvisorySeat', SEAT), SEAT);
    allow(fills(tx.viewer, { id: seat.bodyId, regionId: seat.regionId }));
    refuseTwoWays(input);
    const expiresOn = input.expiresOn ?? tx.today.add({ days: DAYS_TO_ANSWER });
    const checks = new Checks();
    const message = checks.optionalText(input.message, ['input', 'message'], LONGEST_MESSAGE);
    const motivation = checks.optionalText(input.motivation, ['input', 'motivation'], LONGEST_MOTIVATION);
    const [first, last] = [LEAST_DAYS, MOST_DAYS].map((days) => tx.today.add({ days }));
    checks.day(expiresOn, ['input', 'expiresOn'], first!, last!);
    const nomination = input.nominee ? checkedNominee(checks, input.nominee, message) : null;
    checks.done();
    await refuseFilled(tx, seat);
    const { nominee, shortlist, ...who } = await inviteeOf(tx, seat, input, motivation, nomination);
    const { language = null, ...named } = nominee ?? {};

    const row = {
      id: uuid(),
      seatId: seat.id,
      bodyId: seat.bodyId,
      regionId: seat.regionId,
      ...who,
      invitedBy: tx.viewer.accountId!,
      askedThrough: who.personId && (await networkOf(tx, who.personId)),
      status: 'ASKED',
      askedOn: tx.today,
      expiresOn,
      message,
      motivation,
      shortlist: (shortlist ?? {}) as object,
      language,
    };
    insert(tx, SeatInvitationEntity, row);
    if (nominee) insert(tx, SeatNomineeEntity, { invitationId: row.id, ...named });
    tx.record({
      name: 'invitation.asked',
      ...about('SeatInvitation', row),
      details: { motivated: motivation !== null },
    });
    return { invitation: row.id, seat: seat.id };
  },
};

function refuseTwoWays(input: InvitationCreateInput): void {
  const ways = ['ervaringsdeskundigeId', 'formerAppointmentId', 'nominee'] as const;
  const given = ways.filter((way) => input[way] != null);
  if (given.length !== 1) throw failure('ONE_WAY_TO_INVITE', ['input', given[1] ?? ways[0]]);
}

function inviteeOf(
  tx: Tx,
  seat: AdvisorySeatEntity,
  { ervaringsdeskundigeId, formerAppointmentId }: InvitationCreateInput,
  motivation: string | null,
  nomination: Nominee | null,
): Promise<Invitee> {
  if (nomination) return byNomination(tx, seat, nomination, motivation);
  return formerAppointmentId == null
    ? byPseudonym(tx, seat, ervaringsdeskundigeId!, motivation)
    : byFormerAppointment(tx, seat, formerAppointmentId, motivation);
}

async function refuseFilled(tx: Tx, seat: AdvisorySeatEntity): Promise<void> {
  const status = seatStatus(raw('s'), viewerDay);
  const [found] = await ask<{ is_open: boolean }>(
    tx,
    sql`select ${status} not in ('FILLED', 'ABOLISHED') and (b.ended_on > ${viewerDay}::date) is not false as is_open
      from advisory_seats s join advisory_bodies b on b.id = s.body_id where s.id = ${constant(seat.id)}`,
  );
  if (!found?.is_open) throw failure('SEAT_NOT_OPEN', SEAT);
}

import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import type { Checks } from '../../../../kernel/checks.js';
import { failure } from '../../../../kernel/failure.js';
import { ask } from '../../../../reads/ask.js';
import { constant, raw, sql } from '../../../../reads/sql.js';
import { knownBySeat } from '../../../ervaringsdeskundigen/profile-reach.js';
import { checkedName } from '../../../people/person-checks.js';
import type { AdvisorySeatEntity } from '../../advisory.entity.js';
import { isOpen } from '../invitation-status.js';
import { wayOf } from '../invitation-way.js';
import { refuseAskedOften, refuseAskedTooOften, refuseResting } from './invitation-cooldown.js';
import type { Invitee, Nominee } from './invitee.js';
import type { SeatNomineeInput } from '../seat-invitation.inputs.js';
import { hasWebAddress } from './web-address.js';

const WHO = ['input', 'nominee'];
const LONGEST_SOURCE = 300;
/** Whoever is nominated did not ask for our mail. A constituency has one or two candidates for a seat. */
const MOST_OPEN_PER_SEAT = 5;
const MOST_PER_DAY = 20;
const NOMINATED = sql`(${wayOf(raw('i'))} = 'NOMINEE')`;

/** What a nominee reads in our mail, with links that are ours alone. */
export function checkedNominee(checks: Checks, input: SeatNomineeInput, message: string | null): Nominee {
  const { givenName, infix, familyName } = input.name;
  const read = [
    { text: message, path: ['input', 'message'] },
    { text: input.source, path: [...WHO, 'source'] },
    { text: [givenName, infix, familyName].join(' '), path: [...WHO, 'name'] },
  ];
  for (const { text, path } of read) if (hasWebAddress(text ?? '')) checks.refuse('WEB_ADDRESS', path);
  const email = checks.email(input.email, [...WHO, 'email']);
  if (email === null) checks.refuse('REQUIRED', [...WHO, 'email']);
  return {
    ...checkedName(checks, input.name, [...WHO, 'name']),
    email: email ?? '',
    source: checks.text(input.source, [...WHO, 'source'], LONGEST_SOURCE),
    language: input.language === 'EN' ? 'en' : 'nl',
  };
}

/**
 * Somebody whom their constituency nominates. It is not looked up whether the service knows them: only what the body
 * itself sees of those who sit there, said yes, or were nominated before.
 */
export async function byNomination(
  tx: Tx,
  seat: AdvisorySeatEntity,
  nominee: Nominee,
  motivation: string | null,
): Promise<Invitee> {
  const today = constant(tx.today.toString());
  const mailbox = sql`mailbox_of(${constant(nominee.email)})`;
  const [known] = await ask<{ asked: boolean; sits: boolean }>(
    tx,
    sql`select
      exists (select from seat_invitations i where i.seat_id = ${constant(seat.id)}
        and (i.status = 'ACCEPTED' and exists (select from person_contacts c where c.person_id = i.person_id and mailbox_of(c.email_norm) = ${mailbox})
          or ${isOpen(raw('i'), today)} and exists (select from seat_nominees n where n.invitation_id = i.id and mailbox_of(n.email_norm) = ${mailbox}))
      ) as asked,
      exists (select from seat_appointments a join person_contacts c on c.person_id = a.person_id
        where a.body_id = ${constant(seat.bodyId)} and ${knownBySeat(raw('a'), today)} and mailbox_of(c.email_norm) = ${mailbox}) as sits`,
  );
  const path = [...WHO, 'email'];
  if (known!.asked) throw failure('ALREADY_ASKED', path);
  if (known!.sits) throw failure('SITS_ALREADY', path);
  await refuseMany(tx, seat.id);
  await refuseNominatedOften(tx, seat.bodyId, nominee.email, motivation, path);
  return {
    ervaringsdeskundigeId: null,
    formerAppointmentId: null,
    personId: null,
    personRegionId: null,
    shortlist: null,
    nominee,
  };
}

/** The seat is locked: of two nominations for it the second counts the first. */
async function refuseMany(tx: Tx, seatId: string): Promise<void> {
  const today = constant(tx.today.toString());
  const [made] = await asSystem(tx, () =>
    ask<{ open: number; of_account: number }>(
      tx,
      sql`select
        (select count(*)::integer from seat_invitations i
          where i.seat_id = ${constant(seatId)} and ${NOMINATED} and ${isOpen(raw('i'), today)}) as open,
        (select count(*)::integer from seat_invitations i
          where i.invited_by = ${constant(tx.viewer.accountId)} and ${NOMINATED} and i.asked_on = ${today}::date) as of_account`,
    ),
  );
  const { open, of_account: ofAccount } = made!;
  if (open >= MOST_OPEN_PER_SEAT) throw failure('MANY_NOMINATED', WHO, { count: open });
  if (ofAccount >= MOST_PER_DAY) throw failure('MANY_NOMINATED_TODAY', WHO, { count: ofAccount });
}

/** By what this body did with the address, and the viewer elsewhere, also when name and address are erased by now. */
async function refuseNominatedOften(
  tx: Tx,
  bodyId: string,
  email: string,
  motivation: string | null,
  path: readonly string[],
): Promise<void> {
  const [before] = await tx.query<{ times: number; on: string | null; until: string | null }>(
    `select times, declined_on as "on", until from nominated_before($1, $2, $3)`,
    [email, bodyId, tx.today.toString()],
  );
  const { times, ...lastNo } = before!;
  refuseAskedTooOften(times, path);
  if (motivation) return;
  refuseResting(tx, lastNo, path);
  refuseAskedOften(times, path);
}

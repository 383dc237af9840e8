import type { Client } from 'pg';
import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';
import { ProfileMakers } from '../../makers/profile-makers.js';
import { SeatMakers } from '../../makers/seat-makers.js';

type Inputs = Record<string, Record<string, unknown>>;

/**
 * A good input for every mutation about invitations, each for a seat of its own in a region (uuid), sent by the
 * account `coordinator`; answered by the account `parent`, which is created here. And others, where one field excludes
 * another.
 */
export async function invitationInputs(
  owner: Client,
  make: Makers,
  region: string,
): Promise<{ inputs: Inputs; instead: Record<string, Inputs> }> {
  const seats = new SeatMakers(owner);
  const profiles = new ProfileMakers(owner);
  const parent = await make.person(region);
  await make.account('parent', { personId: parent });
  const seat = async () => seats.seat(await seats.body(region));
  const profile = async () => profiles.profile(await make.person(region));
  const invitation = async (of: string) =>
    nodeId('SeatInvitation', await profiles.invitation(await seat(), of, { by: 'coordinator' }));
  const body = await seats.body(region);
  const period = '[2022-01-01,2026-01-01)';
  const left = await seats.appointment(
    await seats.seat(body),
    await make.person(region),
    period,
    '2025-12-31',
  );
  const again = { seatId: nodeId('AdvisorySeat', await seats.seat(body)) };
  const nominee = {
    name: { givenName: 'Roos', infix: 'van', familyName: 'Voordracht' },
    email: 'roos@example.org',
    source: 'de medezeggenschapsraad',
    language: 'EN',
  };
  const instead = {
    invitationCreate: {
      formerAppointmentId: { ...again, formerAppointmentId: nodeId('SeatAppointment', left) },
      nominee: { ...again, nominee },
    },
  };
  const inputs = {
    invitationCreate: {
      seatId: nodeId('AdvisorySeat', await seat()),
      ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', await profile()),
      message: 'Wilt u meedenken?',
      expiresOn: '2026-12-10',
      motivation: 'Heeft nu tijd',
    },
    invitationAnswer: {
      id: await invitation(await profiles.profile(parent)),
      expectedVersion: 1,
      accept: false,
      declineKind: 'NO_TIME',
      declineReason: 'Te druk',
    },
    invitationWithdraw: { id: await invitation(await profile()), expectedVersion: 1 },
  };
  return { inputs, instead };
}

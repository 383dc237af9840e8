import type { ClientBase } from 'pg';
import { DAYS_TO_ANSWER } from '../../../features/advisory/invitations/asking/create-invitation.js';
import { dayText } from '../days.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { SeedRegion } from '../places.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';
import type { SeedInvitation } from './seat-invitations.js';

const INVITATIONS = table('seat_invitations', {
  id: 'uuid',
  seat_id: 'uuid',
  body_id: 'uuid',
  region_id: 'uuid',
  ervaringsdeskundige_id: 'uuid',
  person_id: 'uuid',
  person_region_id: 'uuid',
  invited_by: 'uuid',
  asked_through: 'uuid',
  status: 'text',
  asked_on: 'date',
  expires_on: 'date',
  answered_on: 'date',
  answered_by: 'text',
  closed_on: 'date',
  withdrawn_because: 'text',
  decline_kind: 'text',
  message: 'text',
  shortlist: 'jsonb',
});
const ACCESS_LOG = table('person_access_log', {
  id: 'uuid',
  person_id: 'uuid',
  person_region_id: 'uuid',
  happened_at: 'timestamptz',
  what: 'text',
  why: 'text',
  account_id: 'uuid',
  body_id: 'uuid',
  invitation_id: 'uuid',
});

const MESSAGE = 'We zoeken een ouder die meedenkt. Wilt u deze zetel innemen?';
const DECLINE_KINDS = new Weighted([
  ['NO_TIME', 45],
  ['NOT_NOW', 25],
  ['NOT_THIS_SUBJECT', 12],
  ['TOO_FAR', 10],
  ['OTHER', 8],
]);

interface Asking {
  readonly regions: readonly SeedRegion[];
  /** a network that a person belongs to, by the id of the person */
  readonly networkOf: ReadonlyMap<string, string>;
  /** accounts by the position of their region */
  readonly secretaries: readonly string[];
}

export async function insertInvitations(
  client: ClientBase,
  random: Random,
  invitations: readonly SeedInvitation[],
  { regions, networkOf, secretaries }: Asking,
  progress: Progress,
): Promise<void> {
  const rows = function* (draw: Random) {
    for (const invitation of invitations) {
      const { profile, seat } = invitation;
      yield {
        ...invitationRow(draw, invitation),
        person_region_id: regions[profile.home]!.id,
        invited_by: secretaries[seat.body.home]!,
        asked_through: networkOf.get(profile.personId) ?? null,
      };
    }
  };
  await insertRows(
    client,
    INVITATIONS,
    rows(random.stream('rows')),
    progress.part('invitations', invitations.length),
  );
  const ids = new SeedIds(random.stream('access ids'));
  const told = invitations
    .filter(({ status }) => status === 'ACCEPTED' || status === 'APPOINTED')
    .map(({ id, seat, profile, answeredOn }) => ({
      id: ids.next(),
      person_id: profile.personId,
      person_region_id: regions[profile.home]!.id,
      happened_at: `${dayText(answeredOn!)} 12:00:00Z`,
      what: 'NAME_AND_CONTACT',
      why: 'INVITATION_ACCEPTED',
      account_id: secretaries[seat.body.home]!,
      body_id: seat.body.id,
      invitation_id: id,
    }));
  await insertRows(client, ACCESS_LOG, told);
}

function invitationRow(draw: Random, { id, seat, profile, status, askedOn, answeredOn }: SeedInvitation) {
  const expiresOn = askedOn + DAYS_TO_ANSWER;
  const closedOn =
    status === 'EXPIRED' ? expiresOn + 1 : status === 'WITHDRAWN' ? askedOn + draw.between(1, 10) : null;
  return {
    id,
    seat_id: seat.id,
    body_id: seat.body.id,
    region_id: seat.body.region.id,
    ervaringsdeskundige_id: profile.id,
    person_id: profile.personId,
    status,
    asked_on: dayText(askedOn),
    expires_on: dayText(expiresOn),
    answered_on: answeredOn === null ? null : dayText(answeredOn),
    answered_by: answeredOn === null ? null : draw.chance(0.6) ? 'LINK' : 'SIGNED_IN',
    closed_on: closedOn === null ? null : dayText(closedOn),
    withdrawn_because: status === 'WITHDRAWN' ? 'BY_SECRETARY' : null,
    decline_kind: status === 'DECLINED' ? DECLINE_KINDS.draw(draw) : null,
    message: draw.chance(0.5) ? MESSAGE : null,
    shortlist: '[]',
  };
}

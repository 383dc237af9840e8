import { DAYS_TO_ANSWER } from '../../features/advisory/invitations/asking/create-invitation.js';
import type { DemoInvitation, DemoSeat } from './stories/advisory-story.js';
import { demoSubject } from './demo-accounts.js';
import type { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import type { DemoPlaces } from './demo-places.js';
import type { DemoRegion } from './stories/demo-story.js';
import type { TableRows } from './insert-table.js';

/** The invitations of the demo secretary of the region, and the parents' answers. */
export function invitationRows(
  { code, bodies }: DemoRegion,
  days: DemoDays,
  places: DemoPlaces,
): readonly TableRows[] {
  const region_id = places.region(code);
  const secretary = demoId('account', demoSubject('secretary', code));
  const asked = bodies.flatMap((body) =>
    body.seats.flatMap((seat) =>
      (seat.invitations ?? []).map((invitation) => ({
        invitation,
        ids: idsOf(body.key, seat, invitation),
      })),
    ),
  );
  const accepted = asked.filter(({ invitation }) => invitation.answered?.accepts);
  return [
    {
      table: 'seat_invitations',
      rows: asked.map(({ invitation, ids: { ofBody, ...ids } }) => ({
        ...ids,
        ...ofBody,
        region_id,
        // in the demo, everybody is invited in their own region
        person_region_id: region_id,
        invited_by: secretary,
        ...invitationRow(invitation, days),
      })),
    },
    {
      table: 'person_access_log',
      rows: accepted.map(({ invitation, ids: { id, person_id, ofBody } }) => ({
        id: demoId('access', id),
        person_id,
        person_region_id: region_id,
        happened_at: `${days.inDays(-invitation.answered!.daysAgo)}T12:00:00Z`,
        what: 'NAME_AND_CONTACT',
        why: 'INVITATION_ACCEPTED',
        account_id: secretary,
        body_id: ofBody.body_id,
        invitation_id: id,
      })),
    },
  ];
}

function idsOf(body: string, { key }: DemoSeat, { who, through }: DemoInvitation) {
  return {
    id: demoId('invitation', body, key, who),
    ervaringsdeskundige_id: demoId('profile', who),
    person_id: demoId('person', who),
    asked_through: through ? demoId('network', through) : null,
    ofBody: { seat_id: demoId('seat', body, key), body_id: demoId('body', body) },
  };
}

function invitationRow({ asked, message, answered }: DemoInvitation, days: DemoDays) {
  return {
    version: 1,
    status: !answered ? 'ASKED' : answered.accepts ? 'ACCEPTED' : 'DECLINED',
    asked_on: days.inDays(-asked),
    expires_on: days.inDays(DAYS_TO_ANSWER - asked),
    answered_on: answered ? days.inDays(-answered.daysAgo) : null,
    answered_by: answered ? 'SIGNED_IN' : null,
    decline_kind: answered?.accepts === false ? 'NO_TIME' : null,
    decline_reason: answered?.reason ?? null,
    message,
    shortlist: [],
  };
}

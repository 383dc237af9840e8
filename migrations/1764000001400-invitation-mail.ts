import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BODIES, IN_REGION, PERSON, REGIONS, SERVICE, SIGNED_IN } from './row-level-rules.js';

const KINDS = [
  'EXPECTED_END',
  'SUPPORT_ENDING',
  'HANDOVER_OVERDUE',
  'TIE_UNCONFIRMED',
  'DEPARTURE',
  'DIGEST',
];
const INVITATION_KINDS = ['INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED'];
const among = (kinds: readonly string[]) => `kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`;

const BODY_BEFORE = `${IN_REGION} or region_ids && ${REGIONS}`;
/** A coordinator knows what the parents of the region are asked for, wherever that is. */
const ASKED_FROM_REGION = `exists (select from seat_invitations q where q.seat_id = advisory_seats.id
  and q.person_region_id = any (${REGIONS}))`;
const BODY_OF_QUESTION = `exists (select from seat_invitations q where q.body_id = advisory_bodies.id
  and (q.person_region_id = any (${REGIONS}) or q.person_id = ${PERSON}))`;
const BODY_OF_SEAT = `id = any (${BODIES})
  or exists (select from seat_appointments a where a.body_id = advisory_bodies.id and a.person_id = ${PERSON})`;
const FILLED = `${IN_REGION} or body_id = any (${BODIES})`;
const OWN_SEAT = `exists (select from seat_appointments a where a.seat_id = advisory_seats.id and a.person_id = ${PERSON})`;
const OWN_QUESTION = `exists (select from seat_invitations q where q.seat_id = advisory_seats.id and q.person_id = ${PERSON})`;
const SEAT_SEEN = `exists (select from advisory_seats s where s.id = seat_id)`;

/** Mail about questions to parents, and who may see who asked, and who was told a name. */
export class InvitationMail1764000001400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mails
        drop constraint mails_kind_check,
        add constraint mails_kind_check check (${among([...KINDS, ...INVITATION_KINDS])}),
        add column invitation_id uuid references seat_invitations on delete cascade,
        add constraint mails_of_invitation check ((${among(INVITATION_KINDS)}) = (invitation_id is not null));
      create index on mails (invitation_id) where invitation_id is not null;
      create index on seat_invitations (asked_on desc, id desc);
      create index on seat_invitations (expires_on, id);

      alter policy regional on advisory_bodies using (${BODY_BEFORE} or ${BODY_OF_QUESTION});
      alter policy personal on advisory_bodies using (${BODY_BEFORE} or ${BODY_OF_SEAT} or ${BODY_OF_QUESTION});
      alter policy regional on advisory_seats using (${IN_REGION} or ${ASKED_FROM_REGION});
      alter policy personal on advisory_seats using (${FILLED} or ${OWN_SEAT} or ${OWN_QUESTION} or ${ASKED_FROM_REGION});
      alter policy regional on seat_requirements using (${IN_REGION} or ${SEAT_SEEN});
      -- a profile is locked, not changed, while it is looked whether its person may be asked
      create policy system_lock on ervaringsdeskundigen for update to okn_system
        using (${SIGNED_IN}) with check (${SIGNED_IN});
      grant update (version) on ervaringsdeskundigen to okn_system;

      -- Accounts are hidden from each other. What an account is called is known to whom it asked, and to whom the
      -- name of a parent was of; nothing else of it.
      create function asker_of(invitation uuid) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
        select a.display_name from seat_invitations q join accounts a on a.id = q.proposed_by
        where q.id = $1 and (q.person_id = ${PERSON} or q.person_region_id = any (${REGIONS})
          or q.region_id = any (${REGIONS}) or q.body_id = any (${BODIES}))
      $$;
      create function reader_of(access uuid) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
        select a.display_name from person_access_log l join accounts a on a.id = l.account_id
        where l.id = $1 and (l.person_id = ${PERSON} or l.person_region_id = any (${REGIONS}))
      $$;
      revoke execute on function asker_of, reader_of from public;
      grant execute on function asker_of, reader_of to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function asker_of, reader_of;
      revoke update (version) on ervaringsdeskundigen from okn_system;
      drop policy system_lock on ervaringsdeskundigen;
      alter policy regional on seat_requirements using (${IN_REGION});
      alter policy personal on advisory_seats using (${FILLED} or ${OWN_SEAT} or ${OWN_QUESTION});
      alter policy regional on advisory_seats using (${IN_REGION});
      alter policy personal on advisory_bodies using (${BODY_BEFORE} or ${BODY_OF_SEAT}
        or exists (select from seat_invitations q where q.body_id = advisory_bodies.id and q.person_id = ${PERSON}));
      alter policy regional on advisory_bodies using (${BODY_BEFORE});
      drop index seat_invitations_asked_on_id_idx, seat_invitations_expires_on_id_idx;
      delete from mails where invitation_id is not null;
      alter table mails
        drop constraint mails_of_invitation,
        drop column invitation_id,
        drop constraint mails_kind_check,
        add constraint mails_kind_check check (${among(KINDS)});
    `);
  }
}

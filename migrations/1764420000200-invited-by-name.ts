import type { QueryRunner } from 'typeorm';

/** Former members and people whom their constituency nominates are invited too, and are no pseudonym to who invites. */
export class InvitedByName1764420000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table seat_invitations
        alter ervaringsdeskundige_id drop not null,
        -- of somebody nominated: nobody until they say yes
        alter person_id drop not null,
        alter person_region_id drop not null,
        -- of a former member: what the body knows them from
        add former_appointment_id uuid references seat_appointments,
        add constraint seat_invitations_one_way check (num_nonnulls(ervaringsdeskundige_id, former_appointment_id) <= 1),
        add constraint seat_invitations_to_somebody check (
          (coalesce(ervaringsdeskundige_id, former_appointment_id) is not null or status in ('ACCEPTED', 'APPOINTED'))
            <= (person_id is not null)
          and (person_id is null) = (person_region_id is null));

      -- an invitation by one way says nothing of whether there is one by another
      drop index seat_invitations_once;
      create unique index seat_invitations_once on seat_invitations (seat_id, ervaringsdeskundige_id)
        where status in ('ASKED', 'ACCEPTED');
      create unique index seat_invitations_former_once on seat_invitations (seat_id, person_id)
        where former_appointment_id is not null and status in ('ASKED', 'ACCEPTED');
      create index on seat_invitations (former_appointment_id) where former_appointment_id is not null;

      -- who is nominated, as the body gives it, until they answer or it is over: then it is erased
      create table seat_nominees (
        invitation_id uuid primary key references seat_invitations on delete cascade,
        given_name text not null,
        infix text,
        family_name text not null,
        display_name text not null generated always as
          (given_name || coalesce(' ' || infix, '') || ' ' || family_name) stored,
        email text not null,
        email_norm text not null generated always as (lower(email)) stored,
        -- who nominated them and how the body came by the address: they are told
        source text not null,
        language text not null check (language in ('nl', 'en'))
      );
      create index on seat_nominees (email_norm);

      alter table mails drop constraint mails_recipient_type_check;
      alter table mails add constraint mails_recipient_type_check
        check (recipient_type in ('ACCOUNT', 'PERSON', 'ORGANISATION', 'NOMINEE'));
    `);
  }
}

import type { QueryRunner } from 'typeorm';

/** A parent may be found by bodies of other regions that their region agreed with, if they consent to that as well. */
export class FindableByAgreement1764430000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table consents
        drop constraint consents_scopes_check,
        drop constraint consents_check1,
        add check (scopes <@ array['REGION', 'REGION_AND_AGREEMENTS', 'COUNTRY', 'PARTNER_APPS']),
        add constraint consents_place check (given = (scopes && array['REGION', 'REGION_AND_AGREEMENTS', 'COUNTRY']));

      -- stands for a region among those who may be found by agreement too: an id of its own, so that one look at one
      -- index finds those whom a seeker may find, whatever each of them consented to
      create function with_agreements(region uuid) returns uuid language sql immutable strict parallel safe
        return md5(region::text)::uuid;

      alter table ervaringsdeskundigen add column findable_agreements boolean not null default false;
      drop index findable;
      alter table ervaringsdeskundigen drop column findable_in;
      -- where they may be found: their region, with or without agreements; the nil uuid stands for all regions
      alter table ervaringsdeskundigen add column findable_in uuid not null generated always as (case
        when findable_country then '00000000-0000-0000-0000-000000000000'::uuid
        when findable_agreements then with_agreements(region_id)
        else region_id end) stored;
      create index findable on ervaringsdeskundigen (for_seats, findable_in, findable_until) include (id, traits,
        brings_others_experience, connects_with_professionals, paused, max_seats, seat_begins, seat_ends, asked_on,
        trained, trained_until);
    `);
  }
}

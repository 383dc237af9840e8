import type { QueryRunner } from 'typeorm';

/** Where readers of our mail answer: to the network or the region, never to a person. */
export class RoleMailboxes1764563000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table regions
        add mailbox text check (mailbox !~ '[[:cntrl:]]'),
        add phone text check (phone !~ '[[:cntrl:]]');
      alter table oudernetwerken add mailbox text check (mailbox !~ '[[:cntrl:]]');

      alter table mail_address_changes
        add region_id uuid references regions on delete cascade,
        add oudernetwerk_id uuid references oudernetwerken on delete cascade,
        drop constraint mail_address_changes_check,
        add constraint mail_address_changes_of_one
          check (num_nonnulls(account_id, person_id, organisation_id, region_id, oudernetwerk_id) = 1);
      create unique index mail_address_changes_of_region on mail_address_changes (region_id) where outcome is null;
      create unique index mail_address_changes_of_oudernetwerk on mail_address_changes (oudernetwerk_id)
        where outcome is null;
      create index on mail_address_changes (region_id);
      create index on mail_address_changes (oudernetwerk_id);

      alter table mails drop constraint mails_recipient_type_check;
      alter table mails add constraint mails_recipient_type_check
        check (recipient_type in ('ACCOUNT', 'PERSON', 'ORGANISATION', 'NOMINEE', 'REGION', 'OUDERNETWERK'));
    `);
  }
}

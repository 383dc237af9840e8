import type { QueryRunner } from 'typeorm';

/** Whoever was given a day for their calendar hears when it moves or is off. */
export class Calendars1764530000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a day in calendars, as it was given last, to whomever; nobody is named
      create table calendar_events (
        what text not null check (what in ('TREKKERSCHAP_END', 'SUPPORT_END', 'WORK_DUE', 'ANSWER_DUE',
          'SEAT_TERM_END', 'HANDOVER_DUE', 'TIE_CONFIRM', 'DIGEST', 'NO_TERM_ENDS')),
        subject_id uuid not null,
        -- of a term: the body whose schedule it stands in
        body_id uuid references advisory_bodies on delete cascade,
        day date not null,
        is_off boolean not null,
        sequence integer not null check (sequence >= 0),
        changed_at timestamptz not null,
        primary key (what, subject_id)
      );
      create index on calendar_events (body_id) where body_id is not null;

      -- as it stands in the calendar of one reader
      create table calendar_copies (
        recipient_type text not null check (recipient_type in ('ACCOUNT', 'PERSON', 'ORGANISATION', 'NOMINEE')),
        recipient_id uuid not null,
        what text not null,
        subject_id uuid not null,
        day date not null,
        is_off boolean not null,
        given_at timestamptz not null,
        primary key (recipient_id, what, subject_id),
        foreign key (what, subject_id) references calendar_events on delete cascade
      );
      create index on calendar_copies (what, subject_id);

      alter table mails drop constraint mails_kind_check;
      alter table mails add constraint mails_kind_check check (kind in ('EXPECTED_END', 'SUPPORT_ENDING',
        'HANDOVER_OVERDUE', 'TIE_UNCONFIRMED', 'DEPARTURE', 'DIGEST', 'INVITATION', 'INVITATION_ANSWERED',
        'INVITATION_CLOSED', 'ADDRESS_PROOF', 'ADDRESS_NEWS', 'CONSENT_RECORDED', 'CALENDAR'));
      -- one at a time: it says all that changed until it leaves
      create unique index mails_about_calendar on mails (recipient_id) where kind = 'CALENDAR' and sent_at is null;
    `);
  }
}

import type { QueryRunner } from 'typeorm';

/** What a region does for somebody by hand, such as after a death: work, as networks and seats are. */
export class PersonTasks1764562000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person_tasks (
        id uuid primary key,
        version integer not null default 1,
        person_id uuid not null references people on delete cascade,
        region_id uuid not null references regions,
        kind text not null check (kind in ('DIED', 'STOPPED', 'DEATH_TAKEN_BACK', 'STOP_TAKEN_BACK')),
        made_on date not null,
        due_on date not null,
        done_on date,
        unique (id, region_id)
      );
      create unique index person_tasks_once on person_tasks (person_id, region_id, kind) where done_on is null;
      create index on person_tasks (region_id);

      do $$
      declare work text;
      begin
        foreach work in array array['continuity_findings', 'work_items', 'work_item_snoozes'] loop
          execute format('alter table %1$I
            add column person_task_id uuid,
            add foreign key (person_task_id, region_id) references person_tasks (id, region_id)
              on update cascade on delete cascade,
            drop constraint %2$I,
            drop constraint %3$I,
            add check (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id, person_task_id) = 1),
            add check (body_id is not null
              or subject_id = coalesce(oudernetwerk_id, ervaringsdeskundige_id, agreement_id, person_task_id))',
            work, work || '_check', work || '_check1');
          execute format('create index on %I (person_task_id) where person_task_id is not null', work);
        end loop;
      end $$;
      alter table stale_subjects
        drop constraint stale_subjects_subject_type_check,
        add check (subject_type in ('Oudernetwerk', 'AdvisorySeat', 'Ervaringsdeskundige', 'RegionAgreement', 'PersonTask'));
      alter table watched_subjects
        drop constraint watched_subjects_subject_type_check,
        add check (subject_type in ('AdvisorySeat', 'Ervaringsdeskundige', 'RegionAgreement', 'PersonTask'));

      -- a coordinator elsewhere is told by mail too
      alter table mails
        drop constraint mails_kind_check,
        add constraint mails_kind_check check (kind in ('EXPECTED_END', 'SUPPORT_ENDING', 'HANDOVER_OVERDUE',
          'TIE_UNCONFIRMED', 'DEPARTURE', 'DIGEST', 'INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED',
          'ADDRESS_PROOF', 'ADDRESS_NEWS', 'CONSENT_RECORDED', 'CALENDAR', 'PERSON_TASK')),
        add person_task_id uuid references person_tasks on delete cascade,
        add constraint mails_of_person_task check ((kind = 'PERSON_TASK') = (person_task_id is not null));
      create index on mails (person_task_id) where person_task_id is not null;
    `);
  }
}

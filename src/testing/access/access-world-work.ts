import type { Client } from 'pg';
import { parseNodeId } from '../../kernel/node-id.js';
import type { ObjectName } from './access-objects.js';

/** Seats and ervaringsdeskundigen with a work item, and the principals that see it. */
export const WORK = {
  'vacant seat': 'admin director coordinator secretary',
  'seat across': 'admin director neighbour bodySecretary',
  profile: 'director coordinator',
  'profile without consent': 'director coordinator',
  'profile country-wide': 'neighbour',
  'profile elsewhere': 'neighbour',
  // elsewhere has to decide
  'agreement asked': 'admin director neighbour',
} as const satisfies Partial<Record<ObjectName, string>>;

/** As the service would store it: each with a reason, and snoozed for some days in the past. */
export async function putWork(owner: Client, ids: Readonly<Record<ObjectName, string>>): Promise<void> {
  const named = (Object.keys(WORK) as (keyof typeof WORK)[]).map((name) => parseNodeId(ids[name])!);
  const [seats, profiles, agreements] = ['AdvisorySeat', 'Ervaringsdeskundige', 'RegionAgreement'].map(
    (type) => named.filter((each) => each.type === type).map(({ uuid }) => uuid),
  );
  await owner.query(
    `create temp table subjects as
       select 'AdvisorySeat' as subject_type, id as subject_id, region_id, body_id, null::uuid as ervaringsdeskundige_id,
         null::uuid as agreement_id
       from advisory_seats where id = any ($1)
       union all select 'Ervaringsdeskundige', id, region_id, null, id, null from ervaringsdeskundigen where id = any ($2)
       union all select 'RegionAgreement', id, region_id, null, null, id from region_agreements where id = any ($3)`,
    [seats, profiles, agreements],
  );
  const columns = 'subject_id, region_id, body_id, ervaringsdeskundige_id, agreement_id';
  await owner.query(`
    insert into watched_subjects select subject_id, subject_type, 1, '2026-11-25' from subjects;
    insert into work_items (id, subject_type, ${columns}, band, severity, due_on)
      select gen_random_uuid(), subject_type, ${columns}, 'ATTENTION', 3, '2026-12-31' from subjects;
    insert into continuity_findings (${columns}, code, severity, since, due_on, message_nl, message_en, evidence, action)
      select ${columns}, 'SEAT_VACANT', 3, '2026-11-25', '2026-12-31', 'Hier is iets te doen.', 'Something is to be done.',
        jsonb_build_array(jsonb_build_object('type', subject_type, 'id', subject_id)),
        jsonb_build_object('code', 'FILL_SEAT', 'nl', 'Doe het.', 'en', 'Do it.', 'type', subject_type, 'id', subject_id)
      from subjects;
    insert into work_item_snoozes (subject_type, ${columns}, until, reason, severity, account_id)
      select subject_type, ${columns}, '2026-11-20', 'Gesprek gepland', 3, '00000000-0000-7000-8000-000000000001'
      from subjects;
    drop table subjects;
  `);
}

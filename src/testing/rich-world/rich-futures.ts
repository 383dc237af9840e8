import type { Client } from 'pg';
import type { Makers } from '../makers/makers.js';
import type { TestService } from '../test-service.js';

/** Searches for successors: open, stopped and completed, with candidates in every stage and handovers half done. */
export async function addSuccession(
  owner: Client,
  make: Makers,
  networks: readonly string[],
  people: readonly string[],
): Promise<void> {
  const { rows } = await owner.query<{ id: string; oudernetwerk_id: string }>(
    `select id, oudernetwerk_id from trekkerschappen where oudernetwerk_id = any ($1::uuid[])
     order by oudernetwerk_id, lower(period), role`,
    [networks],
  );
  const stages = ['IDENTIFIED', 'AGREED', 'EXPLORING', 'READY', 'APPROACHED', 'SHADOWING'];
  for (const [index, network] of networks.entries()) {
    const tenures = rows.filter((row) => row.oudernetwerk_id === network).map(({ id }) => id);
    const plan = await make.successionPlan(network, index % 2 === 0 ? (tenures.at(-2) ?? null) : null);
    const [first, second, third] = [1, 4, 6].map((step) => people[(index + step) % people.length]!);
    await make.candidate(plan, first!, stages[index % stages.length]);
    const declined = await make.candidate(plan, second!);
    await owner.query(
      `update successor_candidates set stage = $2, ended_on = $3, decline_reason = 'Nu niet ☂' where id = $1`,
      [declined, index % 3 === 0 ? 'WITHDRAWN' : 'DECLINED', index % 2 === 0 ? '2026-05-25' : '2026-05-26'],
    );
    await make.candidate(plan, third!, stages[(index + 1) % stages.length]);
    if (index % 3 === 1) continue;
    for (const key of ['CONTACTS', 'AGENDA', 'KEYS']) await make.handoverItem(plan, key);
    await owner.query(
      `update handover_items set position = case key when 'KEYS' then 0 else 1 end, mandatory = key <> 'KEYS',
         owner_person_id = case key when 'AGENDA' then $2::uuid end,
         done_on = case when key = 'CONTACTS' then date '2026-11-01' end,
         due_on = case when key = 'AGENDA' then date '2026-11-10' when key = 'KEYS' then date '2027-02-01' end
       where plan_id = $1`,
      [plan, second],
    );
  }
  await owner.query(
    `update succession_plans set status = 'STOPPED', closed_on = '2026-11-05', stop_reason = 'Toch niet'
     where oudernetwerk_id = $1`,
    [networks[3]],
  );
  await owner.query(
    `update succession_plans set status = 'COMPLETED', closed_on = '2026-11-06', motivation = 'Rest volgt',
       opened_on = '2026-11-01', successor_id = (select id from trekkerschappen t
         where t.oudernetwerk_id = $1 order by lower(period) desc limit 1)
     where oudernetwerk_id = $1`,
    [networks[4]],
  );
  // a second search, opened on the day of the first
  await make.successionPlan(networks[4]!);
}

/** Thresholds, a checklist, the assessments of the service, and some snoozes. */
export async function judge(
  owner: Client,
  tick: TestService['tick'],
  networks: readonly string[],
  here: string,
  there: string,
): Promise<void> {
  await owner.query(
    `insert into continuity_thresholds (id, region_id, oudernetwerk_id, inactive_days, term_limit_months, most_roles)
     values (gen_random_uuid(), $1, null, 30, null, null), (gen_random_uuid(), null, $2, null, 12, 1),
       (gen_random_uuid(), (select id from regions where code = 'NL'), null, 60, null, 2)
     on conflict do nothing`,
    [here, networks[2]],
  );
  await owner.query(
    `insert into handover_template_items (region_id, position, key, label_nl, label_en, mandatory, days_before)
     values ($1, 1, 'B', 'Bé', 'Bee', true, 3), ($1, 1, 'A', 'Aa', 'Ay', false, 0), ($1, 0, 'C', 'Cé', 'See', true, 30)`,
    [there],
  );
  await tick();
  const snoozes = [
    ['2026-12-31', 10],
    ['2026-11-24', 10],
    ['2026-11-25', 1],
    ['2027-06-30', 10],
  ] as const;
  for (const [index, [until, severity]] of snoozes.entries()) {
    await owner.query(
      `insert into work_item_snoozes (subject_id, subject_type, oudernetwerk_id, region_id, until, reason, severity, account_id)
       select subject_id, subject_type, oudernetwerk_id, region_id, $2, 'Later “misschien”', $3,
         (select id from accounts order by created_at, id limit 1)
       from work_items where oudernetwerk_id = $1`,
      [networks[index], until, severity],
    );
  }
}

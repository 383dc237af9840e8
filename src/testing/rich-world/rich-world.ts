import type { Client } from 'pg';
import { addDemoContent } from '../../app/demo/add-demo-content.js';
import { clockAt } from '../../kernel/clock.js';
import { Makers } from '../makers/makers.js';
import { NOW, TEST_ISSUER, type TestService } from '../test-service.js';
import { addSuccession, judge } from './rich-futures.js';
import { addLists } from './rich-lists.js';
import { addProfiles } from './rich-profiles.js';
import { addSeats } from './rich-seats.js';

/** Subjects of the accounts that look at the world. */
export const COORDINATOR = 'coordinator of two regions';
export const PARENT = 'parent who leads';

const NAMES = [
  'Ouders van Zuid',
  'Ouders van Zuid',
  'ouders van zuid',
  'Óuders van Zùid',
  'Thuiszitters \'t Gooi “anders” \\ / "zo"',
  '日本語の親 🎈',
  'Ærø – Ünïcødé  ‏עברית',
  'Şükrü’s café\tmet tab',
];

const PEOPLE: readonly { given: string; infix?: string; family: string }[] = [
  { given: 'Zoë', family: 'Gelijk' },
  { given: 'Zoë', family: 'Gelijk' },
  { given: 'zoe', family: 'gelijk' },
  { given: 'Anna', infix: 'van den', family: 'Berg' },
  { given: 'Anna', family: 'Berg' },
  { given: 'Łukasz', family: 'Żółć' },
  { given: '小百合', family: '田中 🌸' },
  { given: "D'Arcy", infix: "in 't", family: 'O’Neill "Bo"' },
];

/**
 * Demo content, and besides it what is hard to sort and to page: equal names and days, rows without a value, erased
 * names, letters of all sorts, long lists, and past, current and future roles. Ids differ from run to run, their
 * order does not.
 */
export async function makeRichWorld({ owner, urls, tick }: TestService): Promise<void> {
  await addDemoContent(urls.ownerUrl, { clock: clockAt(NOW), say: () => undefined, issuer: TEST_ISSUER });
  const make = new Makers(owner);
  const [here, there, elsewhere] = [
    await make.region('JZ06'),
    await make.region('JZ22'),
    await make.region('JZ01'),
  ];
  const work = await workRegion(owner, here);
  const people: string[] = [];
  for (const name of [...PEOPLE, ...PEOPLE.slice(0, 3)]) {
    people.push(await make.person(people.length % 4 === 3 ? there : here, name));
  }
  const stranger = await make.person(elsewhere);
  const networks: string[] = [];
  for (const [index, name] of NAMES.entries()) {
    const ledBy = index % 2 === 0 ? people[index] : undefined;
    const activeFrom = index % 4 === 3 ? undefined : `2026-0${1 + (index % 3)}-01`;
    networks.push(await make.network(index % 3 === 2 ? work : here, { name, activeFrom, ledBy }));
  }
  networks.push(await make.network(elsewhere, { activeFrom: '2025-06-01', ledBy: people[0] }));
  const roles = await addRoles(make, networks, [...people, stranger]);
  await chain(owner, roles);
  await addRecords(make, networks, await make.organisation(here));
  for (const region of [here, there, elsewhere]) await make.themeProposal(region);
  for (const person of [people[0]!, people[3]!, people[5]!]) await make.networkContact(person);
  await blur(owner, people, networks);
  await addSuccession(owner, make, networks, people);
  await addProfiles(owner, people, stranger, here);
  await addSeats(owner, { here, work, there, elsewhere }, people);
  await addLists(owner, { here, network: networks[0]! }, people);
  await judge(owner, tick, networks, here, there);

  await writeDown(owner);

  await make.account(COORDINATOR, { role: 'COORDINATOR', regionId: here });
  await owner.query(
    `insert into account_roles (id, account_id, role, region_id, period)
     select md5('second role')::uuid, id, 'COORDINATOR', $2, '[2026-01-01,)' from accounts where subject = $1`,
    [COORDINATOR, there],
  );
  await make.account(PARENT, { personId: people[0] });
}

async function workRegion(owner: Client, parentId: string): Promise<string> {
  const { rows } = await owner.query(
    `insert into regions (id, code, name, kind, parent_id)
     values (md5('werkregio')::uuid, 'JZ06-W1', 'Wérkregio', 'WERKREGIO', $1) returning id`,
    [parentId],
  );
  return rows[0].id;
}

/** Trekkerschappen and memberships: past, current, future; many starting on one day. */
async function addRoles(
  make: Makers,
  networks: readonly string[],
  people: readonly string[],
): Promise<string[]> {
  const made: string[] = [];
  for (const [index, network] of networks.entries()) {
    for (const [step, person] of people.entries()) {
      // the first one, who is the parent, belongs to most
      if ((index + step) % 3 === 0 || (step === 0 && index % 4 !== 1)) {
        await make.membership(network, person, step % 2 === 0 ? '[2026-02-01,)' : '[2025-02-01,2026-11-26)');
      }
      if ((index * 2 + step) % 5 === 1) {
        made.push(await make.trekkerschap(network, person, '[2024-03-01,2025-03-01)', 'CO_TREKKER'));
      }
    }
    made.push(await make.trekkerschap(network, people[index + 1]!, '[2027-01-01,2027-08-01)'));
  }
  return made;
}

/** Some took over from another, some plan to stop. */
async function chain(owner: Client, roles: readonly string[]): Promise<void> {
  for (let index = 1; index < roles.length; index += 3) {
    await owner.query('update trekkerschappen set predecessor_id = $2 where id = $1', [
      roles[index],
      roles[index - 1],
    ]);
  }
  await owner.query(
    `update trekkerschappen set planned_end_on = lower(period) + 400, planned_end_reason = 'MOVED'
     where id = any ($1::uuid[])`,
    [roles.filter((_id, index) => index % 4 === 0)],
  );
}

async function addRecords(make: Makers, networks: readonly string[], supporter: string): Promise<void> {
  for (let day = 1; day <= 40; day++) {
    const on = `2026-10-${String(1 + (day % 9)).padStart(2, '0')}`;
    await make.activity(networks[day % 2 === 0 ? 0 : day % networks.length]!, on, `Café nº ${day} ☕`);
  }
  await make.support(networks[0]!, supporter, '[2026-01-01,)');
  await make.support(networks[1]!, supporter, '[2025-01-01,2026-11-25)');
}

/** Removes values, and makes others equal. */
async function blur(owner: Client, people: readonly string[], networks: readonly string[]): Promise<void> {
  await owner.query(`
    update activities set attendance = null where title like '%3%';
    update support_arrangements set hours_per_month = case when upper_inf(period) then 7.5 end
      where hours_per_month = 8;
    insert into oudernetwerk_themes select n.id, t.id from oudernetwerken n, themes t
      where n.name like 'Ouders%' on conflict do nothing;
    insert into oudernetwerk_municipalities select n.id, m.id from oudernetwerken n join municipalities m
      on m.region_id = n.region_id where n.name ilike 'ouders%' on conflict do nothing;
    update oudernetwerken set purpose = E'regel één\\nregel “twee”', meeting_rhythm = 'MONTHLY', sectors = '{VO,JEUGD}'
      where name like '%zuid';
  `);
  const [zoe, , , , anna, lukasz, sayuri] = people;
  await owner.query(`delete from person_details where person_id = any ($1::uuid[])`, [
    [people.at(-1), people.at(-2)],
  ]);
  await owner.query(
    `insert into person_contacts (person_id, email, phone) select id, 'zoe@example.org', null
     from unnest($1::uuid[]) id`,
    [[zoe, anna]],
  );
  await owner.query(
    `insert into mail_address_changes (id, person_id, old_address, new_address, asked_by, asked_at, expires_on)
     select md5(id::text)::uuid, id, 'zoe@example.org', 'zoe@elders.example', (select min(id::text)::uuid from accounts),
       '2026-11-20', case when id = $1 then date '2026-11-30' else '2026-11-24' end
     from unnest($2::uuid[]) id`,
    [zoe, [zoe, anna]],
  );
  await owner.query(`insert into undeliverable_addresses
    values (sha256('zoe@example.org'), 'EENVELOPE 550', '2026-11-20'),
      (sha256('zoe@elders.example'), 'EENVELOPE 550', '2026-08-01')`);
  await owner.query(
    `insert into person_notes (person_id, region_id, note)
     select id, region_id, case id when $1 then 'Belt liever ’s avonds' else 'Notitie' end
     from people where id = any ($2::uuid[])`,
    [zoe, [zoe, lukasz]],
  );
  await owner.query(
    `update people set participation_forms = '{TREKKER,BUDDY}', day_parts = '{EVENING}',
    hours_per_month = 4, language = 'tig', perspectives = '{OUDER,PROFESSIONAL}' where id = $1`,
    [sayuri],
  );
  await owner.query(`update people set created_at = '2026-11-01 12:00:00.5+00' where id = any ($1::uuid[])`, [
    people.slice(2, 7),
  ]);
  await owner.query('update oudernetwerken set contact_person_id = $2 where id = $1', [networks[0], zoe]);
  for (const [stage, level, confirmed, stated, earliest, latest] of [
    ['VSO', null, '2026-09-01', null, null, null],
    ['BO', 5, '2025-11-25', null, '2030-07-31', '2030-07-31'],
    ['BO', 8, '2025-11-24', '2027-01-31', '2027-01-31', '2027-01-31'],
    ['SBO', 3, '2026-09-01', null, '2029-07-31', '2029-07-31'],
    ['VMBO', 2, '2026-09-01', null, '2028-07-31', '2029-07-31'],
  ] as const) {
    await owner.query(
      `insert into school_ties (id, person_id, stage, year_level, school_year_start, confirmed_on, stated_exit,
         exit_earliest, exit_latest, school_id)
       select md5(p.ordinal || $8)::uuid, p.id, $2, $3, 2026, $4, $5, $6, $7,
         (select id from organisations where kind = 'SCHOOL' order by code limit 1)
       from unnest($1::uuid[]) with ordinality p (id, ordinal)`,
      [[zoe, anna], stage, level, confirmed, stated, earliest, latest, `${stage} ${confirmed}`],
    );
  }
}

/** What was done with people, and what their details were before. */
async function writeDown(owner: Client): Promise<void> {
  await owner.query(
    `insert into audit_log (id, happened_at, action, subject_type, subject_id, region_id, facts, channel, why, account_id)
     select gen_random_uuid(), timestamptz '2026-11-01' + times * interval '1 day', 'person.updated', 'Person', p.id, p.region_id,
       '{"fields": ["name"]}', case when times = 3 then 'JOB' end, case when times = 2 then 'MOVED' end,
       (select id from accounts order by id limit 1)
     from people p, generate_series(1, 4) times`,
  );
  await owner.query(
    `insert into audit_values (audit_id, person_id, region_id, place, row_id, before, after)
     select l.id, l.subject_id, l.region_id, place, l.subject_id, 'Vos', 'Vink'
     from audit_log l, unnest('{person_details.family_name,person_contacts.phone,person_notes.note}'::text[]) place
     where l.action = 'person.updated' and l.why is null`,
  );
}

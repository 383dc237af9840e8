import path from 'node:path';
import { Client } from 'pg';
import { day } from '../../kernel/clock.js';
import { expectKnownWhere } from '../../testing/stored-is-fresh.js';
import { renewAll } from '../../testing/stored-is-fresh.js';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { importReferenceData } from '../reference-data/import-reference-data.js';
import type { Progress } from './progress.js';
import { seedDatabase } from './seed-database.js';
import { SIZES } from './sizes.js';

const TABLES = [
  'organisations',
  'regions',
  'people',
  'person_details',
  'person_contacts',
  'oudernetwerken',
  'oudernetwerk_municipalities',
  'oudernetwerk_themes',
  'trekkerschappen',
  'caretakerships',
  'memberships',
  'support_arrangements',
  'school_ties',
  'activities',
  'ervaringsdeskundigen',
  'ervaringsdeskundige_themes',
  'consents',
  'trainings',
  'incompatibilities',
  'advisory_bodies',
  'region_agreements',
  'advisory_body_organisations',
  'advisory_seats',
  'seat_requirements',
  'seat_invitations',
  'seat_appointments',
  'person_access_log',
];

/** The days of a network's active life on which nobody leads it, and those with two caretakers. */
const LEADERSHIP = `
  select n.id,
    datemultirange(daterange(n.active_from, n.ended_on, case when n.ended_on is null then '[)' else '[]' end))
      - coalesce(led.days, '{}') - coalesce(cared.days, '{}') as uncovered,
    coalesce(led.days, '{}') * coalesce(cared.days, '{}') as standby_while_led
  from oudernetwerken n
  left join (select oudernetwerk_id, range_agg(period) as days from trekkerschappen group by 1) led
    on led.oudernetwerk_id = n.id
  left join (select oudernetwerk_id, range_agg(period) as days from caretakerships where standby group by 1) cared
    on cared.oudernetwerk_id = n.id
  where n.active_from is not null`;

const silent: Progress = { part: () => () => undefined, say: () => undefined };

const opened: { database: TestDatabase; client: Client }[] = [];
let client: Client;

async function seedIn(database: TestDatabase): Promise<string> {
  return seedDatabase({
    ownerUrl: database.ownerUrl,
    size: SIZES.small,
    referenceDay: day('2026-11-01'),
    progress: silent,
  });
}

async function seeded(): Promise<Client> {
  const database = await cloneDatabase();
  const connected = new Client({ connectionString: database.ownerUrl });
  opened.push({ database, client: connected });
  await connected.connect();
  const directory = path.join(__dirname, '../../../data');
  const { problems } = await importReferenceData(database.ownerUrl, { directory, say: () => undefined });
  expect(problems).toEqual([]);
  expect(await seedIn(database)).toBe('seeded');
  return connected;
}

async function hashes(of: Client): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await of.query(
      `select count(*) || ' ' || md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from ${table} t`,
    );
    found[table] = rows[0].hash;
  }
  return found;
}

async function numbers(sql: string): Promise<Record<string, number>> {
  const { rows } = await client.query(sql);
  return Object.fromEntries(Object.entries(rows[0]).map(([name, value]) => [name, Number(value)]));
}

beforeAll(async () => {
  client = await seeded();
}, 60_000);

afterAll(async () => {
  for (const { database, client: connected } of opened) {
    await connected.end();
    await database.drop();
  }
});

test('two databases get the same rows', async () => {
  expect(await hashes(await seeded())).toEqual(await hashes(client));
}, 60_000);

test('a seeded database is left as it is', async () => {
  const before = await hashes(client);
  expect(await seedIn(opened[0]!.database)).toBe('seeded before');
  expect(await hashes(client)).toEqual(before);
});

test('as many rows as promised', async () => {
  const { networks, people, trekkerschappen, activities, ervaringsdeskundigen, bodies, seats } = SIZES.small;
  expect(
    await numbers(`select (select count(*) from oudernetwerken) as networks, (select count(*) from people) as people,
      (select count(*) from person_details) as names, (select count(*) from trekkerschappen) as trekkerschappen,
      (select count(*) from activities) as activities,
      (select count(distinct oudernetwerk_id) from support_arrangements) as supported,
      (select count(*) from ervaringsdeskundigen) as ervaringsdeskundigen,
      (select count(*) from advisory_bodies) as bodies, (select count(*) from advisory_seats) as seats`),
  ).toEqual({
    ...{ networks, people, names: people, trekkerschappen, activities, supported: networks * 0.7 },
    ...{ ervaringsdeskundigen, bodies, seats },
  });
});

test('seats are filled, about to be empty and vacant, and whoever is asked may or may not be found', async () => {
  // a seat shows its status to whoever sees it
  await client.query(`set app.account = '00000000-0000-7000-8000-000000000000'; set app.reach = 'national'`);
  const seats = await numbers(`select count(*) as seats, count(*) filter (where status = 'VACANT') as vacant,
    count(*) filter (where status = 'ENDS_SOON') as ends_soon, count(*) filter (where status = 'CARRY_OVER') as carry_over,
    count(*) filter (where status = 'FILLED') as filled
    from (select coalesce(seat_open_status(opened_on, abolished_on, held, '2026-11-01'), seat_held_status(id, '2026-11-01')) as status from advisory_seats s) s`);
  for (const status of ['vacant', 'ends_soon', 'carry_over', 'filled'])
    expect(seats[status]).toBeGreaterThan(0);
  const profiles = await numbers(`select count(*) filter (where findable_until >= '2026-11-01') as findable,
      count(*) filter (where findable_until >= '2026-11-01' and findable_country) as in_the_country,
      count(*) filter (where paused @> date '2026-11-01') as paused,
      (select avg(asked.hard) from (select count(*) filter (where strength = 'HARD') as hard
        from seat_requirements group by seat_id) asked) as hard_requirements,
      (select count(*) from consents where not given) as taken_back,
      (select count(*) from trainings where valid_until < '2026-11-01') as expired_trainings,
      (select count(*) from seat_invitations where status = 'ASKED') as waiting
    from ervaringsdeskundigen`);
  const findable = profiles['findable']! / SIZES.small.ervaringsdeskundigen;
  expect(findable).toBeGreaterThan(0.6);
  expect(findable).toBeLessThan(0.8);
  expect(profiles['hard_requirements']).toBeCloseTo(2, 0);
  for (const some of ['in_the_country', 'paused', 'taken_back', 'expired_trainings', 'waiting'])
    expect(profiles[some]).toBeGreaterThan(0);
});

test('every network is led on every day, and standby care is there on no other', async () => {
  const found = await numbers(`select count(*) as networks,
    count(*) filter (where not isempty(uncovered)) as with_gaps,
    count(*) filter (where not isempty(standby_while_led)) as with_needless_standby from (${LEADERSHIP}) l`);
  expect(found['networks']).toBeGreaterThan(SIZES.small.networks * 0.8);
  expect(found).toMatchObject({ with_gaps: 0, with_needless_standby: 0 });
});

test('what triggers derive row by row is as they would have left it', async () => {
  expect(
    await numbers(`select
      (select count(*) from (select person_id, region_id from trekkerschappen
         union all select person_id, region_id from memberships
         union all select person_id, region_id from seat_appointments) r
       join people p on p.id = r.person_id where not p.region_ids @> array[r.region_id]) as regions,
      (select count(*) from oudernetwerken n where n.last_activity_on is distinct from
         (select max(held_on) from activities a where a.oudernetwerk_id = n.id)) as activity,
      (select count(*) from pg_trigger where tgenabled <> 'O' and not tgisinternal) as disabled_triggers`),
  ).toEqual({ regions: 0, activity: 0, disabled_triggers: 0 });
  await expectKnownWhere(client);
});

test('what profiles carry is as triggers would have derived it, now that these are on again', async () => {
  await client.query('begin');
  await client.query(`
    create temporary table seeded as table ervaringsdeskundigen;
    update ervaringsdeskundigen set levels = levels, engaged_bodies = '{}',
      seat_begins = null, seat_ends = null, asked_on = null, trained = null, trained_until = null;
    update trainings set title = title;
    update seat_invitations set status = status;
    update seat_appointments set period = period`);
  const differing =
    await numbers(`select count(*) as profiles from seeded s join ervaringsdeskundigen e using (id)
    where to_jsonb(s) <> to_jsonb(e)`);
  const found = await numbers(`select count(*) as profiles from ervaringsdeskundigen e
    join lateral (select * from consents c where c.person_id = e.person_id order by recorded_at desc, id desc limit 1) c
      on true
    where e.findable_until is distinct from c.until or e.findable_country <> ('COUNTRY' = any (c.scopes))
      or e.findable_agreements <> ('REGION_AND_AGREEMENTS' = any (c.scopes))
      or e.findable_partners <> ('PARTNER_APPS' = any (c.scopes))`);
  const unasked = await numbers(`select count(*) as profiles from ervaringsdeskundigen e
    where findable_until is not null and not exists (select from consents c where c.person_id = e.person_id)`);
  await client.query('rollback');
  expect([differing, found, unasked]).toEqual([{ profiles: 0 }, { profiles: 0 }, { profiles: 0 }]);
});

test('once the service has judged them, its networks are in every band, and seats and trainings need somebody', async () => {
  await renewAll({ urls: opened[0]!.database }, '2026-11-01T12:00:00Z');
  const found = await numbers(`select count(*) filter (where band = 'STABLE') as stable,
    count(*) filter (where band = 'ATTENTION') as attention, count(*) filter (where band = 'AT_RISK') as at_risk,
    count(*) filter (where band = 'CRITICAL') as critical,
    (select count(*) from oudernetwerken where ended_on is null) - count(*) as not_judged from continuities`);
  expect(found['not_judged']).toBe(0);
  for (const band of ['stable', 'attention', 'at_risk', 'critical']) expect(found[band]).toBeGreaterThan(1);
  const work = await numbers(`select count(*) filter (where code = 'SEAT_VACANT') as vacant,
    count(*) filter (where code = 'TERM_ENDS') as term_ends, count(*) filter (where code = 'CARRIED_OVER') as carried_over,
    count(*) filter (where code = 'TRAINING_EXPIRES') as training_expires from continuity_findings`);
  for (const some of ['vacant', 'term_ends', 'carried_over', 'training_expires'])
    expect(work[some]).toBeGreaterThan(0);
});

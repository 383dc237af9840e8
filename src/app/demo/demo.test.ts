import { day } from '../../kernel/clock.js';
import { times } from '../../testing/effort.js';
import { demoBench, TODAY, type DemoBench } from './testing/demo-bench.js';
import { demoId } from './demo-ids.js';

const PLANS = [
  ['netwerkgroep-nk', 'wendy'],
  ['ouderkring-alkmaar', 'marit'],
  ['ouderkring-enschede', 'rianne'],
  ['thuiszitterscafe', 'noor'],
].map((key) => demoId('plan', ...key));

let bench: DemoBench;

beforeAll(async () => {
  bench = await demoBench();
});
beforeEach(() => bench.empty());
afterAll(() => bench?.close());

// a leap day, the last day of a school year and of a calendar year, and days that other months lack
test.each(['2026-11-23', '2028-02-29', '2026-07-31', '2026-08-01', '2026-08-31', '2026-12-31', '2027-03-31'])(
  'added on %s, it keeps every rule of the database, and tells the same stories',
  async (on) => {
    expect(await bench.add(on)).toBe(true);
    expect(
      await bench.rowsOf(
        `select r.code, network_status(n.phase, n.ended_on, $1) as status, count(*)::integer as networks,
           count(*) filter (where exists (select from trekkerschappen t
             where t.oudernetwerk_id = n.id and t.period @> $1::date))::integer as led,
           count(*) filter (where exists (select from caretakerships c
             where c.oudernetwerk_id = n.id and c.period @> $1::date))::integer as caretaken
         from oudernetwerken n join regions r on r.id = n.region_id
         group by 1, 2 order by 1, 2`,
        [on],
      ),
    ).toEqual([
      { code: 'JZ06', status: 'ACTIVE', networks: 2, led: 2, caretaken: 0 },
      { code: 'JZ14', status: 'ACTIVE', networks: 1, led: 0, caretaken: 1 },
      { code: 'JZ14', status: 'FORMING', networks: 1, led: 0, caretaken: 0 },
      { code: 'JZ22', status: 'ACTIVE', networks: 2, led: 2, caretaken: 0 },
      { code: 'JZ22', status: 'DORMANT', networks: 1, led: 0, caretaken: 1 },
      { code: 'JZ22', status: 'ENDED', networks: 1, led: 0, caretaken: 0 },
    ]);
    expect(await bench.rowsOf('select id from activities where held_on > $1', [on])).toEqual([]);
  },
);

// the first and last day of every month; among them are those around which a school year turns
const DAYS_OF_A_YEAR = Array.from({ length: 12 }, (_, month) => {
  const first = day(`2027-${String(month + 1).padStart(2, '0')}-01`);
  return [first, first.with({ day: first.daysInMonth })].map(String);
}).flat();
// spread over the year, firsts and lasts
const SOME_OF_THEM = DAYS_OF_A_YEAR.filter((_, index) => (index * 7) % 24 < times('turningDays'));

test.each([TODAY, '2028-02-29', ...SOME_OF_THEM])(
  'added on %s, it has networks in every band, for reasons that fit their stories',
  async (on) => {
    await bench.add(on);
    await bench.judge(on);
    expect(
      await bench.rowsOf(`select n.name, c.band, array(select f.code from continuity_findings f
          where f.oudernetwerk_id = n.id order by f.severity desc, f.code) as reasons
        from continuities c join oudernetwerken n on n.id = c.oudernetwerk_id
        join regions r on r.id = n.region_id order by r.code, n.name`),
    ).toEqual([
      band('Netwerkgroep Oudersteunpunt Noord-Kennemerland', 'STABLE', []),
      band('Ouderkring Alkmaar en Dijk en Waard', 'AT_RISK', [
        'ENDS_SOON',
        'SINGLE_TREKKER',
        'SUPPORT_ENDING',
      ]),
      band('Ouderkring Enschede en Hengelo', 'CRITICAL', [
        'NO_TREKKER',
        'NO_SUCCESSOR',
        'INACTIVE',
        'NO_SUPPORT',
      ]),
      band('Oudernetwerk Twente-Noord', 'ATTENTION', ['NO_TREKKER', 'NO_SUPPORT']),
      band('Oudernetwerk Utrecht Stad', 'ATTENTION', ['SINGLE_TREKKER']),
      band('Ouders van jongeren op het mbo', 'CRITICAL', ['NO_TREKKER', 'NO_SUCCESSOR']),
      band('Thuiszitterscafé Utrecht', 'AT_RISK', ['HANDOVER_OVERDUE']),
    ]);
    expect(
      await bench.rowsOf(
        `select id from succession_plans where id <> all ($1::uuid[])
         union all select id from successor_candidates where next_step_on <= $2 or ended_on > $2
         union all select id from handover_items where done_on > $2`,
        [PLANS, on],
      ),
    ).toEqual([]);
  },
);

function band(name: string, is: string, reasons: readonly string[]) {
  return { name: `${name} (demo)`, band: is, reasons };
}

// a rooster van aftreden counts in calendar years: it must tell the same on every day of one
test.each([TODAY, '2027-01-01', '2027-02-28', '2027-07-31', '2027-08-31', '2027-12-31', '2028-02-29'])(
  'added on %s, seats are where their stories say',
  async (on) => {
    await bench.add(on);
    expect(
      await bench.rowsOf(
        `select b.name, jsonb_object_agg(status, seats order by status) as seats from (
           select body_id, coalesce(seat_open_status(opened_on, abolished_on, held, $1::date), seat_held_status(id, $1::date)) as status, count(*)::integer as seats from advisory_seats s group by 1, 2
         ) s join advisory_bodies b on b.id = s.body_id join regions r on r.id = b.region_id
         group by b.id, r.code order by r.code, b.name`,
        [on],
      ),
    ).toEqual([
      seats('Klankbordgroep Passend Onderwijs Noord-Kennemerland', { FILLED: 3 }),
      seats('Adviesraad Jeugd Enschede', { FILLED: 3 }),
      seats('Adviesraad Sociaal Domein Almelo', { ENDS_SOON: 1, FILLED: 2 }),
      seats('Cliëntenraad Jeugdhulp Hengelo', { FILLED: 4 }),
      seats('Regionale adviesraad Onderwijs en Jeugd Twente', { VACANT: 4 }),
      seats('Beleidstafel Onderwijs en Jeugd Utrecht', { ENDS_SOON: 1, FILLED: 2, VACANT: 1 }),
      seats('Ondersteuningsplanraad primair onderwijs Utrecht', { CARRY_OVER: 1, FILLED: 5 }),
    ]);
    expect(
      await bench.rowsOf(
        `select to_char(latest_end, 'YYYY')::integer - extract(year from $1::date)::integer as years_ahead,
           count(*)::integer as leave
         from seat_appointments a join advisory_bodies b on b.id = a.body_id
         where b.kind = 'OPR' and a.period @> $1::date group by 1 order by 1`,
        [on],
      ),
    ).toEqual([
      { years_ahead: -1, leave: 1 },
      { years_ahead: 1, leave: 3 },
      { years_ahead: 2, leave: 2 },
    ]);
    expect(
      await bench.rowsOf(
        `select status, bool_and(expires_on >= $1::date and asked_on <= $1::date) as runs,
           bool_and(answered_on <= $1::date) as answered
         from seat_invitations group by 1 order by 1`,
        [on],
      ),
    ).toEqual([
      { status: 'ACCEPTED', runs: true, answered: true },
      { status: 'ASKED', runs: true, answered: null },
      { status: 'DECLINED', runs: false, answered: true },
    ]);
    expect(
      await bench.rowsOf(
        `select r.code, count(*)::integer as profiles,
           count(*) filter (where findable_until >= $1::date)::integer as findable,
           count(*) filter (where findable_until >= $1::date and findable_country)::integer as in_the_country,
           count(*) filter (where paused @> $1::date)::integer as paused
         from ervaringsdeskundigen e join regions r on r.id = e.region_id group by 1 order by 1`,
        [on],
      ),
    ).toEqual([
      { code: 'JZ06', profiles: 3, findable: 2, in_the_country: 1, paused: 0 },
      { code: 'JZ14', profiles: 12, findable: 6, in_the_country: 1, paused: 1 },
      { code: 'JZ22', profiles: 5, findable: 4, in_the_country: 1, paused: 0 },
    ]);
  },
);

function seats(name: string, are: Readonly<Record<string, number>>) {
  return { name: `${name} (demo)`, seats: are };
}

test('a standby caretakership and a trekkerschap never lead on the same day', async () => {
  await bench.add();
  expect(
    await bench.rowsOf(`select c.id from caretakerships c join trekkerschappen t using (oudernetwerk_id)
      where c.period && t.period or not c.standby`),
  ).toEqual([]);
});

test('the caretaker is the organisation that supports the network, else the one that coordinates the region', async () => {
  await bench.add();
  expect(
    await bench.rowsOf(`select network_status(n.phase, n.ended_on, current_date) as status, o.name from caretakerships c join oudernetwerken n on n.id = c.oudernetwerk_id
      join organisations o on o.id = c.organisation_id order by 1, lower(c.period)`),
  ).toEqual([
    { status: 'ACTIVE', name: 'Stichting Ouders Samen Twente (demo)' },
    { status: 'DORMANT', name: 'Oudersteunpunt Utrecht (demo)' },
    { status: 'ENDED', name: 'Oudersteunpunt Utrecht (demo)' },
  ]);
});

test('in Noord-Kennemerland a network is about to lose its only trekker, whose child leaves school', async () => {
  await bench.add();
  expect(
    await bench.rowsOf(
      `select d.display_name, t.planned_end_on::text, t.planned_end_reason, s.stage, s.exit_earliest::text,
         s.exit_latest::text, o.kind as school, past.end_reason as before,
         (select count(*) from trekkerschappen x
          where x.oudernetwerk_id = t.oudernetwerk_id and x.period @> $1::date)::integer as leading,
         (select count(*) from support_arrangements x
          where x.oudernetwerk_id = t.oudernetwerk_id and x.period @> $1::date)::integer as supported
       from trekkerschappen t join person_details d using (person_id) join school_ties s using (person_id)
       join organisations o on o.id = s.school_id join trekkerschappen past on past.id = t.predecessor_id
       where t.id = $2`,
      [TODAY, demoId('trekkerschap', 'ouderkring-alkmaar', 'marit')],
    ),
  ).toEqual([
    {
      display_name: 'Marit van Voorbeeld',
      planned_end_on: '2027-04-30',
      planned_end_reason: 'CHILD_LEFT_SCHOOL',
      stage: 'BO',
      exit_earliest: '2027-04-30',
      exit_latest: '2027-04-30',
      school: 'SCHOOL',
      before: 'PERSONAL',
      leading: 1,
      supported: 1,
    },
  ]);
});

test('the thuiszitterscafé is held every four weeks, until lately', async () => {
  await bench.add();
  const [cafe] = await bench.rowsOf(
    `select count(*)::integer as times, max(held_on)::text as last, n.last_activity_on::text as known
     from activities a join oudernetwerken n on n.id = a.oudernetwerk_id where a.kind = 'CAFE' group by n.id`,
  );
  expect(cafe!['times']).toBeGreaterThan(25);
  expect(cafe!['last']! > '2026-10-23').toBe(true);
  expect(cafe!['known']! >= cafe!['last']!).toBe(true);
});

test('school exits follow the rule: a range for mbo, unknown for vso and pro or without a year', async () => {
  await bench.add();
  const exits = await bench.rowsOf(
    `select s.stage, s.exit_earliest::text as earliest, s.exit_latest::text as latest from school_ties s
     where s.stage in ('MBO2', 'VSO', 'PRO') or s.year_level is null order by s.stage`,
  );
  expect(exits).toEqual([
    { stage: 'BO', earliest: null, latest: null },
    { stage: 'MBO2', earliest: '2026-07-31', latest: '2027-07-31' },
    { stage: 'PRO', earliest: null, latest: null },
    { stage: 'VSO', earliest: null, latest: null },
  ]);
});

test('everybody and everything is recognisable as demo, and no text is about a real person', async () => {
  await bench.add();
  expect(
    await bench.rowsOf(`select d.display_name from person_details d left join person_contacts c using (person_id)
      where family_name !~ '^(Voorbeeld|Demo|Proef)' or c.email !~ '@example\\.org$' or c.phone is not null`),
  ).toEqual([]);
  expect(
    await bench.rowsOf(`select name from organisations where not from_reference and name not like '% (demo)'
      union all select name from oudernetwerken where name not like '% (demo)'
      union all select name from advisory_bodies where name not like '% (demo)'`),
  ).toEqual([]);
});

test('a coordinating organisation that was chosen before stays', async () => {
  await bench.client.query(`update regions set coordinating_organisation_id =
    (select id from organisations where kind = 'GEMEENTE' and code = 'GM0344') where code = 'JZ22'`);
  await bench.add();
  expect(
    await bench.rowsOf(`select r.code, o.name from regions r join organisations o on o.id = r.coordinating_organisation_id
      where r.kind = 'JEUGDREGIO' order by r.code`),
  ).toEqual([
    { code: 'JZ06', name: 'Oudersteunpunt Noord-Kennemerland (demo)' },
    { code: 'JZ14', name: 'Stichting Ouders Samen Twente (demo)' },
    { code: 'JZ22', name: 'Gemeente Utrecht' },
  ]);
});

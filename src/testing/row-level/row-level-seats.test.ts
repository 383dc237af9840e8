import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { DATABASE_ROLES } from '../../db/viewer-settings.js';
import { parseNodeId } from '../../kernel/node-id.js';
import type { Viewer } from '../../kernel/viewer.js';
import { isAmong, KEEPERS, type ObjectName, type Principal, PRINCIPALS } from '../access/access-objects.js';
import { type AccessWorld, makeAccessWorld } from '../access/access-world.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { Makers } from '../makers/makers.js';
import { attemptAs, become, DENIED } from './row-level-attempt.js';

/** The database alone: what it prevents, whatever the use-cases do. */
let database: TestDatabase;
let owner: Client;
let service: Client;
let world: AccessWorld;
/** uuids of invitations by their status */
const invitations: Record<string, string> = {};

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  service = new Client({ connectionString: database.serviceUrl });
  await Promise.all([owner.connect(), service.connect()]);
  world = await makeAccessWorld(owner, new Makers(owner));
  const { rows } = await owner.query<{ id: string; status: string }>(
    'select id, status from seat_invitations where ervaringsdeskundige_id is not null order by expires_on',
  );
  for (const { id, status } of rows) invitations[status] = id;
});
afterAll(async () => {
  await Promise.all([owner.end(), service.end()]);
  await database.drop();
});

const uuidOf = (name: ObjectName) => parseNodeId(world.ids[name])!.uuid;

const LEDGERS = ['consents', 'person_access_log'];

test.each(LEDGERS)('%s only grow, whoever is at work', async (table) => {
  for (const sql of [`delete from ${table}`, `update ${table} set id = id`, `truncate ${table}`]) {
    for (const role of DATABASE_ROLES) {
      expect([role, sql, await attemptAs(service, role, sql, () => 'done', { account: uuid() })]).toEqual([
        role,
        sql,
        DENIED,
      ]);
    }
    await expect(owner.query(sql)).rejects.toThrow('append-only');
  }
});

/** A consent to be findable, recorded by an account in its own or another's name. */
const CONSENT = `insert into consents (id, person_id, purpose, given, scopes, until, text_version, language, channel,
  account_id, recorded_at) values ($1, $2, 'FINDABLE', true, '{COUNTRY}', '2027-12-31', '2026-11', 'nl', 'PAPER', $3, now())`;
const INVITATION = `insert into seat_invitations (id, seat_id, body_id, region_id, ervaringsdeskundige_id, person_id,
    person_region_id, invited_by, status, asked_on, expires_on, answered_on, answered_by, shortlist)
  select $1, s.id, s.body_id, s.region_id, e.id, e.person_id, e.region_id, $4, $5, '2026-11-25', '2026-12-31',
    case when $5 = 'ACCEPTED' then date '2026-11-25' end, case when $5 = 'ACCEPTED' then 'SIGNED_IN' end, '[]'
  from advisory_seats s, ervaringsdeskundigen e where s.id = $2 and e.id = $3`;
const APPOINTMENT = `insert into seat_appointments (id, seat_id, body_id, region_id, person_id, period, latest_end, term_number)
  select $1, s.id, s.body_id, s.region_id, $3, '[2026-12-01,)', '2030-11-30', 1 from advisory_seats s where s.id = $2`;

describe.each(PRINCIPALS)('%s', (principal: Principal) => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await become(service, world.subjects[principal]);
  });
  afterAll(() => service.query('rollback'));

  /** How many rows it inserted or changed, or DENIED. Rolled back. */
  async function attempt(sql: string, ...values: unknown[]): Promise<number | string | null> {
    await service.query('savepoint attempt');
    try {
      return (await service.query(sql, values)).rowCount;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await service.query('rollback to savepoint attempt');
    }
  }
  const may = (names: string, refused: number | string = DENIED) => (isAmong(names, principal) ? 1 : refused);

  test('consents for themselves, or for people who live in their region, and under their own name', async () => {
    const people = {
      expert: `${KEEPERS} expert`,
      'former holder': `${KEEPERS} formerHolder`,
      'expert elsewhere': 'neighbour',
    };
    for (const [name, by] of Object.entries(people)) {
      const person = uuidOf(name as ObjectName);
      expect([name, await attempt(CONSENT, uuid(), person, viewer.accountId)]).toEqual([name, may(by)]);
      expect([name, await attempt(CONSENT, uuid(), person, uuid())]).toEqual([name, DENIED]);
    }
  });

  test('makes nobody findable but by the ledger', async () => {
    for (const column of [
      'findable_until',
      'findable_agreements',
      'findable_country',
      'findable_partners',
      'traits',
      'asked_on',
      'engaged_bodies',
    ]) {
      const sql = `update ervaringsdeskundigen set ${column} = ${column}`;
      expect([column, await attempt(sql)]).toEqual([column, DENIED]);
    }
    const own = `insert into ervaringsdeskundigen (id, person_id, pseudonym, registered_on, domains, levels, day_parts,
        meeting_forms, languages, participation_forms, findable_until, findable_country)
      values ($1, $1, 'Ervaringsdeskundige 000000', '2026-11-25', '{}', '{}', '{}', '{}', '{nl}', '{}', '2030-01-01', true)`;
    const person = uuidOf('trekker');
    expect(await attempt(own, person)).toBe(may(`${KEEPERS} trekker`));
    if (!isAmong(`${KEEPERS} trekker`, principal)) return;
    await service.query('savepoint attempt');
    await service.query(own, [person]);
    const { rows } = await service.query(
      'select findable_until, findable_country from ervaringsdeskundigen where id = $1',
      [person],
    );
    await service.query('rollback to savepoint attempt');
    expect(rows).toEqual([{ findable_until: null, findable_country: false }]);
  });

  test('answers an invitation only as the parent', async () => {
    for (const [status, answer] of [
      ['ACCEPTED', `answered_on = '2026-11-25', answered_by = 'SIGNED_IN'`],
      ['DECLINED', `answered_on = '2026-11-25', answered_by = 'SIGNED_IN', decline_kind = 'NO_TIME'`],
    ]) {
      const sql = `update seat_invitations set status = '${status}', ${answer} where id = $1`;
      // whoever sees it but does not fill the seat changes nothing
      const refused = isAmong('neighbour bodySecretary', principal) ? DENIED : 0;
      expect([status, await attempt(sql, invitations.ASKED)]).toEqual([status, may('expert', refused)]);
    }
    // nor does anybody else say as what they would sit there
    const asWhat = `update seat_invitations set perspective = 'PROFESSIONAL' where id = $1`;
    expect(await attempt(asWhat, uuidOf('invitation with a yes'))).toBe(
      isAmong(`${KEEPERS} secretary`, principal) ? DENIED : 0,
    );
    for (const column of [
      'person_id',
      'ervaringsdeskundige_id',
      'seat_id',
      'shortlist',
      'asked_on',
      'message',
    ]) {
      const sql = `update seat_invitations set ${column} = ${column}`;
      expect([column, await attempt(sql)]).toEqual([column, DENIED]);
    }
  });

  test('invites only findable profiles, and does not answer for them', async () => {
    const ask = (seat: ObjectName, profile: ObjectName, status: string) =>
      attempt(INVITATION, uuid(), uuidOf(seat), uuidOf(profile), viewer.accountId, status);
    const fillers = `${KEEPERS} secretary`;
    // what is hidden gives no row to insert from
    const seesBoth = (names: string) => (isAmong(names, principal) ? DENIED : 0);
    expect(await ask('seat', 'profile country-wide', 'ASKED')).toBe(may(fillers, seesBoth('admin')));
    expect(await ask('seat', 'profile country-wide', 'ACCEPTED')).toBe(seesBoth(`admin ${fillers}`));
    expect(await ask('seat', 'profile elsewhere', 'ASKED')).toBe(may('director', seesBoth('admin')));
    expect(await ask('seat', 'profile without consent', 'ASKED')).toBe(may(KEEPERS, 0));
    const guessed = `insert into seat_invitations (id, seat_id, body_id, region_id, ervaringsdeskundige_id, person_id,
        person_region_id, invited_by, status, asked_on, expires_on, shortlist)
      select $1, s.id, s.body_id, s.region_id, $3, $4, s.region_id, $5, 'ASKED', '2026-11-25', '2026-12-31', '[]'
      from advisory_seats s where s.id = $2`;
    const values = [
      uuid(),
      uuidOf('seat'),
      uuidOf('profile withdrawn'),
      uuidOf('expert who withdrew'),
      viewer.accountId,
    ];
    expect(await attempt(guessed, ...values)).toBe(
      may(KEEPERS, isAmong('admin secretary expert', principal) ? DENIED : 0),
    );
  });

  test('appoints people they see to the seats that they fill', async () => {
    const appoint = (seat: ObjectName, person: ObjectName) =>
      attempt(APPOINTMENT, uuid(), uuidOf(seat), uuidOf(person));
    const seats = { 'vacant seat': `${KEEPERS} secretary`, 'seat across': 'neighbour' };
    const known = { 'vacant seat': 'expert country-wide', 'seat across': 'guest' } as const;
    for (const [seat, by] of Object.entries(seats) as [keyof typeof seats, string][]) {
      // without seeing the seat there is no row to appoint to
      expect([seat, (await appoint(seat, known[seat])) === 1]).toEqual([seat, isAmong(by, principal)]);
    }
    // nor whoever left, or is seen as an admin only, unless by right of the region
    for (const [person, by] of [
      ['former holder', KEEPERS],
      ['stranger', ''],
    ] as const) {
      expect([person, (await appoint('vacant seat', person)) === 1]).toEqual([
        person,
        isAmong(by, principal),
      ]);
    }
    for (const column of ['person_id', 'body_id', 'region_id']) {
      const sql = `update seat_appointments set ${column} = ${column}`;
      expect([column, await attempt(sql)]).toEqual([column, DENIED]);
    }
  });

  test('invites a former holder of the body, and somebody nominated whom nobody is yet; answers for neither', async () => {
    const by = `${KEEPERS} secretary`;
    const invite = (columns: string, values: string) =>
      attempt(
        `insert into seat_invitations (id, seat_id, body_id, region_id, invited_by, status, asked_on, expires_on, shortlist, ${columns})
         select $1, s.id, s.body_id, s.region_id, $3, 'ASKED', '2026-11-25', '2026-12-31', '{}', ${values}
         from advisory_seats s where s.id = $2`,
        uuid(),
        uuidOf('seat'),
        viewer.accountId,
      );
    const former = (appointment: ObjectName, person: ObjectName) =>
      invite(
        'former_appointment_id, person_id, person_region_id',
        `'${uuidOf(appointment)}', '${uuidOf(person)}', s.region_id`,
      );
    const seesSeat = isAmong(`${by} admin expert`, principal) ? DENIED : 0;
    expect(await former('appointment until yesterday', 'former holder')).toBe(may(by, seesSeat));
    expect(await former('appointment until yesterday', 'expert')).toBe(seesSeat);
    expect(await former('appointment elsewhere', 'guest')).toBe(seesSeat);
    expect(await invite('motivation', 'null')).toBe(may(by, seesSeat));
    expect(await invite('person_id, person_region_id', `'${uuidOf('expert')}', s.region_id`)).toBe(seesSeat);
    const yes = `update seat_invitations set status = 'ACCEPTED', answered_on = '2026-11-25', answered_by = 'SIGNED_IN' where id = $1`;
    expect(await attempt(yes, uuidOf('invitation by nomination'))).toBe(isAmong(by, principal) ? DENIED : 0);
    const named = (await service.query('select invitation_id from seat_nominees')).rows;
    expect(named).toHaveLength(isAmong(by, principal) ? 1 : 0);
    for (const sql of ['delete from seat_nominees', `update seat_nominees set email = 'x'`]) {
      expect([sql, await attempt(sql)]).toEqual([sql, DENIED]);
    }
  });

  test('writes down nobody’s access to a name, and no trait', async () => {
    for (const sql of [
      `insert into person_access_log select * from person_access_log`,
      `insert into traits select * from traits`,
      `delete from traits`,
      `select trait_of('REGION', 'x')`,
    ]) {
      expect([sql, await attempt(sql)]).toEqual([sql, DENIED]);
    }
  });
});

test('an invitation is to the person of the profile', async () => {
  const other = owner.query(
    `insert into seat_invitations (id, seat_id, body_id, region_id, ervaringsdeskundige_id, person_id, person_region_id,
       invited_by, status, asked_on, expires_on, shortlist)
     select $1, seat_id, body_id, region_id, ervaringsdeskundige_id, $2, person_region_id, invited_by, 'EXPIRED', asked_on,
       expires_on, '[]' from seat_invitations limit 1`,
    [uuid(), uuidOf('guest')],
  );
  await expect(other).rejects.toMatchObject({ code: '23514' });
});

test('a parent who withdraws their acceptance is no longer known in the region of the body', async () => {
  const regions = async () => {
    const { rows } = await owner.query<{ ids: string[]; named: string[] }>(
      `select p.region_ids as ids, d.region_ids as named from people p join person_details d on d.person_id = p.id
       where p.id = $1`,
      [uuidOf('expert country-wide')],
    );
    expect(rows[0]!.named).toEqual(rows[0]!.ids);
    return rows[0]!.ids;
  };
  const here = uuidOf('region');
  // nor act for somebody there
  await owner.query('delete from seat_alternates where person_id = $1', [uuidOf('expert country-wide')]);
  expect(await regions()).toContain(here);
  await owner.query(
    `update seat_invitations set status = 'WITHDRAWN', withdrawn_because = 'PERSON_WITHDREW', closed_on = '2026-11-25'
     where id = $1`,
    [invitations.ACCEPTED],
  );
  expect(await regions()).toEqual([uuidOf('region elsewhere')]);
});

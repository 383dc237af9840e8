import type { Client } from 'pg';
import { nodeId, parseNodeId } from '../kernel/node-id.js';
import { Makers } from '../testing/makers/makers.js';
import { ProfileMakers } from '../testing/makers/profile-makers.js';
import { SeatMakers } from '../testing/makers/seat-makers.js';
import { expectKnownWhere, expectStoredIsFresh, renewAll } from '../testing/stored-is-fresh.js';
import { type Json, NOW, startTestService, type TestService } from '../testing/test-service.js';

const LAST_WEEK = '2026-11-18T10:00:00Z';
const reason = 'Vergissing';

/** Logs of what was done and told; what was done by mistake and taken back stands in them. */
const ASIDE = [
  'annulments',
  'audit_log',
  'audit_values',
  'calendar_copies',
  'calendar_events',
  'idempotency_keys',
  'mails',
  'person_access_log',
  'reminders',
  'schema_checks',
];

/** What tells when and how often something was written, or is drawn by lot. */
const UNTOLD = /^(id|version|touched|pseudonym|.*_at|xact|created_at|assessed_on)$/;

/** Tables with more rows hold reference data. */
const MOST_OF_A_STORY = 100;

class World {
  private constructor(
    readonly service: TestService,
    readonly make: Makers,
    readonly region: string,
  ) {}

  static async begin(): Promise<World> {
    const service = await startTestService();
    const make = new Makers(service.owner);
    const region = await make.region('JZ06');
    await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
    service.travelTo(LAST_WEEK);
    return new World(service, make, region);
  }

  async done(mutation: string, input: object, fields = ''): Promise<Json> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } ${fields} } }`;
    const { data, errors } = await this.service.ask('coordinator', query, { input });
    expect([mutation, errors, data?.done.errors]).toEqual([mutation, undefined, []]);
    return data.done;
  }

  async person(given: string): Promise<string> {
    return nodeId('Person', await this.make.person(this.region, { given, family: 'Demo' }));
  }

  async organisation(): Promise<string> {
    return nodeId('Organisation', await this.make.organisation(this.region));
  }
}

/** What was recorded last week, and by mistake; `today` puts it right. */
type Story = (world: World, recorded: 'RIGHTLY' | 'BY MISTAKE') => Promise<() => Promise<unknown>>;

const nothing = () => Promise.resolve();

const STORIES: Readonly<Record<string, Story>> = {
  async 'the wrong day of a trekker and of a holder of a seat'(world, recorded) {
    const { make, region, service } = world;
    const first = await make.person(region, { given: 'Anna', family: 'Demo' });
    const network = nodeId(
      'Oudernetwerk',
      await make.network(region, { name: 'Noord', activeFrom: '2025-01-01', ledBy: first }),
    );
    const seats = new SeatMakers(service.owner);
    const body = await seats.body(region, { termMonths: 12 });
    const seatId = nodeId('AdvisorySeat', await seats.seat(body));
    const [next, holder] = [await world.person('Bert'), await world.person('Carla')];
    const isRight = recorded === 'RIGHTLY';
    const tenure = await world.done(
      'trekkerschapStart',
      {
        oudernetwerkId: network,
        personId: next,
        role: 'CO_TREKKER',
        from: isRight ? '2026-11-01' : '2026-10-01',
      },
      'trekkerschap { id }',
    );
    const seat = await world.done(
      'seatAppoint',
      { seatId, personId: holder, from: isRight ? '2026-09-01' : '2026-06-01' },
      'appointment { id }',
    );
    return async () => {
      const day = (from: string) => ({ reason, patch: { from } });
      await world.done('trekkerschapCorrect', { id: tenure.trekkerschap.id, ...day('2026-11-01') });
      await world.done('seatAppointmentCorrect', { id: seat.appointment.id, ...day('2026-09-01') });
    };
  },

  async 'the wrong person as a member, in a seat and as a candidate'(world, recorded) {
    const { make, region, service } = world;
    const led = await make.person(region, { given: 'Anna', family: 'Demo' });
    const network = await make.network(region, { name: 'Zuid', activeFrom: '2025-01-01', ledBy: led });
    const oudernetwerkId = nodeId('Oudernetwerk', network);
    const profiles = new ProfileMakers(service.owner);
    const wrong = await make.person(region, { given: 'Dirk', family: 'Demo' });
    const right = await make.person(await make.region('JZ07'), { given: 'Els', family: 'Demo' });
    await make.membership(await make.network(region, { name: 'Oost' }), right);
    for (const each of [wrong, right]) await profiles.profile(each);
    const seats = new SeatMakers(service.owner);
    const seatId = nodeId('AdvisorySeat', await seats.seat(await seats.body(region)));
    const plan = nodeId('SuccessionPlan', await make.successionPlan(network));
    const personId = nodeId('Person', recorded === 'RIGHTLY' ? right : wrong);
    const { membership } = await world.done(
      'membershipStart',
      { oudernetwerkId, personId, from: '2026-11-01' },
      'membership { id }',
    );
    const { appointment } = await world.done(
      'seatAppoint',
      { seatId, personId, from: '2026-11-01' },
      'appointment { id }',
    );
    const { candidate } = await world.done(
      'candidateAdd',
      { planId: plan, personId, readiness: 'NOW', stage: 'AGREED' },
      'candidate { id }',
    );
    return async () => {
      const other = { reason, patch: { personId: nodeId('Person', right) } };
      await world.done('membershipCorrect', { id: membership.id, ...other });
      await world.done('seatAppointmentCorrect', { id: appointment.id, ...other });
      await world.done('candidateCorrect', { id: candidate.id, ...other });
    };
  },

  async 'the wrong organisation that supports, cares, nominates and employs'(world, recorded) {
    const { make, region, service } = world;
    const led = await make.person(region, { given: 'Anna', family: 'Demo' });
    const network = await make.network(region, { name: 'West', activeFrom: '2025-01-01' });
    const oudernetwerkId = nodeId('Oudernetwerk', network);
    const profile = await new ProfileMakers(service.owner).profile(led);
    const [right, wrong] = [await world.organisation(), await world.organisation()];
    const organisationId = recorded === 'RIGHTLY' ? right : wrong;
    const seats = new SeatMakers(service.owner);
    const seatId = nodeId('AdvisorySeat', await seats.seat(await seats.body(region)));
    const period = { from: '2026-11-01' };
    const { support } = await world.done(
      'supportStart',
      { oudernetwerkId, organisationId, period },
      'support { id }',
    );
    const { caretakership } = await world.done(
      'caretakershipStart',
      { oudernetwerkId, organisationId, period: { ...period, until: '2027-01-31' } },
      'caretakership { id }',
    );
    const { appointment } = await world.done(
      'seatAppoint',
      { seatId, personId: nodeId('Person', led), from: '2026-11-01', nominatorId: organisationId },
      'appointment { id }',
    );
    const { incompatibility } = await world.done(
      'incompatibilityRecord',
      {
        ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile),
        kind: 'EMPLOYEE',
        organisationId,
        period,
      },
      'incompatibility { id }',
    );
    return async () => {
      const other = { reason, patch: { organisationId: right } };
      await world.done('supportCorrect', { id: support.id, ...other });
      await world.done('caretakershipCorrect', { id: caretakership.id, ...other });
      const nominated = { reason, patch: { nominatorId: right } };
      await world.done('seatAppointmentCorrect', { id: appointment.id, ...nominated });
      await world.done('incompatibilityCorrect', { id: incompatibility.id, ...other });
    };
  },

  async 'a misspelt name'(world, recorded) {
    const { person } = await world.done(
      'personCreate',
      {
        regionId: nodeId('Region', world.region),
        name: { givenName: 'Fatima', familyName: recorded === 'RIGHTLY' ? 'Demo' : 'Demmo' },
        perspectives: ['OUDER'],
      },
      'person { id }',
    );
    return () => world.done('personUpdate', { id: person.id, patch: { name: { familyName: 'Demo' } } });
  },

  async 'an end that never happened, of a trekker and of a holder of a seat'(world, recorded) {
    const { make, region, service } = world;
    const led = await make.person(region, { given: 'Anna', family: 'Demo' });
    const ledBy = await make.person(region, { given: 'Bert', family: 'Demo' });
    const network = await make.network(region, { name: 'Midden', activeFrom: '2025-01-01', ledBy });
    await make.support(network, await make.organisation(region));
    const tenure = nodeId(
      'Trekkerschap',
      await make.trekkerschap(network, led, '[2026-01-01,)', 'CO_TREKKER'),
    );
    const seats = new SeatMakers(service.owner);
    const seat = await seats.seat(await seats.body(region));
    const holder = await make.person(region, { given: 'Gerda', family: 'Demo' });
    const held = nodeId('SeatAppointment', await seats.appointment(seat, holder));
    await renewAll(service, LAST_WEEK);
    if (recorded === 'RIGHTLY') return nothing;
    await world.done('trekkerschapEnd', { id: tenure, on: '2026-11-15', reason: 'PERSONAL' });
    await world.done('seatAppointmentEnd', { id: held, on: '2026-11-15', reason: 'PERSONAL' });
    return async () => {
      await world.done('trekkerschapCorrect', { id: tenure, reason, patch: { until: null } });
      await world.done('seatAppointmentCorrect', { id: held, reason, patch: { until: null } });
    };
  },

  async 'a holder of a seat for which others were asked, and an early end of one who was to go on'(
    world,
    recorded,
  ) {
    const { make, region, service } = world;
    const [seats, profiles] = [new SeatMakers(service.owner), new ProfileMakers(service.owner)];
    const body = await seats.body(region, { termMonths: 12, carryOver: true });
    const [asked, held] = [await seats.seat(body), await seats.seat(body)];
    for (const status of ['ASKED', 'ACCEPTED'] as const) {
      const profile = await profiles.profile(await make.person(region, { given: status, family: 'Demo' }));
      await profiles.invitation(asked, profile, { status, by: 'coordinator' });
    }
    const [wrong, holder] = [await world.person('Karin'), await world.person('Leo')];
    const seatId = nodeId('AdvisorySeat', held);
    const term = { seatId, personId: holder, from: '2026-01-01' };
    const { appointment } = await world.done('seatAppoint', term, 'appointment { id }');
    await world.done('seatReappoint', { id: appointment.id, from: '2027-01-01' });
    if (recorded === 'RIGHTLY') return nothing;
    const inAsked = { seatId: nodeId('AdvisorySeat', asked), personId: wrong };
    const { appointment: mistaken } = await world.done('seatAppoint', inAsked, 'appointment { id }');
    await world.done('seatAppointmentEnd', { id: appointment.id, on: '2026-11-15', reason: 'PERSONAL' });
    return async () => {
      await world.done('seatAppointmentAnnul', { id: mistaken.id, reason });
      await world.done('seatAppointmentCorrect', { id: appointment.id, reason, patch: { until: null } });
    };
  },

  async 'what never was at all'(world, recorded) {
    const { make, region, service } = world;
    const led = await make.person(region, { given: 'Anna', family: 'Demo' });
    const network = await make.network(region, { name: 'Haven', activeFrom: '2025-01-01', ledBy: led });
    const oudernetwerkId = nodeId('Oudernetwerk', network);
    const [personId, candidateId] = [await world.person('Hans'), await world.person('Jet')];
    const organisationId = await world.organisation();
    const profile = nodeId('Ervaringsdeskundige', await new ProfileMakers(service.owner).profile(led));
    const plan = nodeId('SuccessionPlan', await make.successionPlan(network));
    const seats = new SeatMakers(service.owner);
    const seatId = nodeId('AdvisorySeat', await seats.seat(await seats.body(region)));
    const earlier = await make.person(region, { given: 'Ilse', family: 'Demo' });
    await seats.appointment(parseNodeId(seatId)!.uuid, earlier, '[2021-11-01,)', '2025-10-31');
    await renewAll(service, LAST_WEEK);
    if (recorded === 'RIGHTLY') return nothing;
    const period = { from: '2026-11-01' };
    const made: [string, string][] = [];
    const record = async (prefix: string, mutation: string, input: object, field: string) => {
      const done = await world.done(mutation, input, `${field} { id }`);
      made.push([`${prefix}Annul`, done[field].id]);
    };
    const inNetwork = { oudernetwerkId, personId };
    await record('trekkerschap', 'trekkerschapStart', { ...inNetwork, role: 'TREKKER' }, 'trekkerschap');
    await record('membership', 'membershipStart', { ...inNetwork, ...period }, 'membership');
    await record('support', 'supportStart', { oudernetwerkId, organisationId, period }, 'support');
    const until = { ...period, until: '2027-01-31' };
    const cared = { oudernetwerkId, organisationId, period: until };
    await record('caretakership', 'caretakershipStart', cared, 'caretakership');
    await record('seatAppointment', 'seatAppoint', { seatId, personId }, 'appointment');
    const candidate = { planId: plan, personId: candidateId, readiness: 'NOW', stage: 'AGREED' };
    await record('candidate', 'candidateAdd', candidate, 'candidate');
    const learned = { title: 'Aan tafel', issuer: 'Demo', completedOn: '2026-06-01' };
    await record('training', 'trainingRecord', { ervaringsdeskundigeId: profile, ...learned }, 'training');
    const bond = { ervaringsdeskundigeId: profile, kind: 'EMPLOYEE', organisationId, period };
    await record('incompatibility', 'incompatibilityRecord', bond, 'incompatibility');
    return async () => {
      for (const [mutation, id] of made.reverse()) await world.done(mutation, { id, reason });
    };
  },
};

test.each(Object.keys(STORIES))('%s: repaired, all is as if it had been recorded rightly', async (name) => {
  const [mistaken, right] = [await World.begin(), await World.begin()];
  try {
    const repair = await STORIES[name]!(mistaken, 'BY MISTAKE');
    await STORIES[name]!(right, 'RIGHTLY');
    for (const { service } of [mistaken, right]) {
      service.travelTo(NOW);
      await renewAll(service);
    }
    const before = await told(mistaken.service.owner);
    const expected = await told(right.service.owner);
    expect(before).not.toEqual(expected);
    await repair();
    expect(await told(mistaken.service.owner)).toEqual(expected);
    await expectStoredIsFresh(mistaken.service);
    await expectKnownWhere(mistaken.service.owner);
  } finally {
    await mistaken.service.close();
    await right.service.close();
  }
});

/** All that two databases must agree on: rows by table, with names instead of ids. */
async function told(owner: Client): Promise<Record<string, unknown[]>> {
  const { rows: named } = await owner.query<{ id: string; name: string }>(
    `select person_id as id, display_name as name from person_details
     union all select id, official_name from organisations union all select id, name from oudernetwerken
     union all select id, name from regions union all select id, subject from accounts`,
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const { rows: tables } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any ($1) order by 1`,
    [ASIDE],
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t${name === 'succession_plans' ? ` where status <> 'STOPPED'` : ''}`,
    );
    if (rows.length === 0 || rows.length > MOST_OF_A_STORY) continue;
    const shown = rows.map(({ row }) => JSON.stringify(spoken(row, names)));
    all[name] = shown.sort().map((each) => JSON.parse(each) as unknown);
  }
  return all;
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function spoken(row: Record<string, unknown>, names: ReadonlyMap<string, string>): unknown {
  const kept = Object.entries(row).filter(([column]) => !UNTOLD.test(column));
  const text = JSON.stringify(Object.fromEntries(kept));
  return JSON.parse(text.replaceAll(UUID, (id) => JSON.stringify(names.get(id) ?? '#').slice(1, -1)));
}

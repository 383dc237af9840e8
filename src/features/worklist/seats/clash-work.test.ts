import { Client } from 'pg';
import { nodeId } from '../../../kernel/node-id.js';
import { become } from '../../../testing/row-level/row-level-attempt.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { NOW, TEST_ISSUER } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../../advisory/testing/seats.js';
import { refusals, workFor, worklistOf } from '../testing/work.js';

const CLASH = 'SEAT_CLASHES 4 due null';

let world: SeatWorld;
let made = 0;

beforeAll(async () => {
  world = await startSeatWorld();
  const { make, elsewhere } = world;
  await make.account('admin', { role: 'ADMIN' });
  await make.account('secretary elsewhere', { role: 'SECRETARY', regionId: elsewhere });
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

interface Member {
  readonly subject: string;
  readonly organisation: string;
  /** public ids */
  readonly body: string;
  readonly appointment: string;
  readonly profile: string;
}

/** Somebody of JZ06 who sits in a body that excludes employees and council members, of an organisation among others. */
async function member(where: { bodyIn?: string; incompatibilities?: string[] } = {}): Promise<Member> {
  const { make, seats, profiles, region, service } = world;
  const { bodyIn = region, incompatibilities = ['EMPLOYEE', 'COUNCIL_MEMBER'] } = where;
  const person = await make.person(region);
  const subject = await make.account(`lid ${++made}`, { personId: person });
  const profile = await profiles.profile(person, 'COUNTRY');
  const organisation = await make.organisation(region);
  const body = await seats.body(bodyIn, { incompatibilities });
  await service.owner.query('insert into advisory_body_organisations values ($1, $2)', [body, organisation]);
  const seat = await seats.seat(body);
  const appointment = await seats.appointment(seat, person);
  await seats.seat(body);
  await renewAll(service);
  return {
    subject,
    organisation: nodeId('Organisation', organisation),
    body: nodeId('AdvisoryBody', body),
    appointment: nodeId('SeatAppointment', appointment),
    profile: nodeId('Ervaringsdeskundige', profile),
  };
}
async function municipalityOf(region: string): Promise<string> {
  const { rows } = await world.service.owner.query(
    'select id from municipalities where region_id = $1 order by code limit 1',
    [region],
  );
  return nodeId('Municipality', rows[0].id);
}
/** Returns the region that it was under. */
async function comesUnder(region: string, above: string): Promise<string> {
  const { rows } = await world.service.owner.query(
    `update regions r set parent_id = $2 from regions before where r.id = $1 and before.id = r.id
     returning before.parent_id`,
    [region, above],
  );
  return rows[0].parent_id;
}
/** Done by the parent. */
async function tied({ subject, profile, organisation }: Member, about: object = {}): Promise<void> {
  const to = 'municipalityId' in about ? {} : { organisationId: organisation };
  const input = { ervaringsdeskundigeId: profile, kind: 'EMPLOYEE', period: { from: '2026-11-01' } };
  expect(
    await refusals(world.service, subject, 'incompatibilityRecord', { ...input, ...to, ...about }),
  ).toEqual([]);
}
const work = ({ profile }: Member, subject = 'coordinator') => workFor(world.service, subject, profile);

/** Moves to this day, and does what a new day requires. */
async function passTo(day: string): Promise<void> {
  world.service.travelTo(`${day}T10:00:00Z`);
  await renewAll(world.service, `${day}T10:00:00Z`);
  await expectStoredIsFresh(world.service, day);
}

const SEEN = `query($body: ID!, $profile: ID!) {
  worklist(first: 50, snoozed: true) { totalCount pageInfo { endCursor }
    nodes { band dueOn subject { __typename id } reasons { code severity message } } }
  body: node(id: $body) { ... on AdvisoryBody { version name seats(first: 5) { totalCount nodes { id version status
    appointments(first: 1) { nodes { id version period { from until } latestEnd person { displayName } } } } }
    retirementSchedule(fromYear: 2026, toYear: 2030) { year warnings { code } } } }
  advisorySeats(first: 50) { totalCount nodes { id version status } }
  profile: node(id: $profile) { ... on Ervaringsdeskundige { version pseudonym currentSeats incompatibilities { id } } }
  ervaringsdeskundigen(first: 50) { totalCount nodes { id } }
}`;
/** All that each of these accounts sees of it, to the byte. */
async function seenByAll(subjects: readonly string[], { body, profile }: Member): Promise<string[]> {
  const seen: string[] = [];
  for (const subject of subjects) {
    const { errors, text } = await world.service.ask(subject, SEEN, { body, profile });
    expect(errors).toBeUndefined();
    seen.push(text);
  }
  return seen;
}

test('what the parent records later is for those who keep that record: nothing moves for whoever else sees body or seat', async () => {
  const asked = await member();
  const others = ['secretary', 'neighbour', 'admin', 'secretary elsewhere', 'supporter'];
  await world.make.account('supporter', {
    role: 'SUPPORTER',
    organisationId: await world.make.organisation(world.region),
  });
  const before = await seenByAll(others, asked);
  expect((await worklistOf(world.service, 'secretary')).length).toBeGreaterThan(0);
  await tied(asked);
  expect(await work(asked)).toBe(CLASH);
  expect(await work(asked, 'colleague')).toBe(CLASH);
  expect(await seenByAll(others, asked)).toEqual(before);
  expect(await worklistOf(world.service, asked.subject, true)).toEqual([]);
  for (const subject of [...others, asked.subject]) {
    const putOff = { subjectId: asked.profile, until: '2026-12-31', reason: 'Later' };
    const [code] = await refusals(world.service, subject, 'workItemSnooze', putOff);
    expect([subject, code]).toEqual([
      subject,
      ['admin', asked.subject].includes(subject) ? 'FORBIDDEN' : 'NOT_FOUND',
    ]);
  }
  await expectStoredIsFresh(world.service);
});

test('it tells the coordinator what clashes and with which seat, and what to do: the appointment stands', async () => {
  const asked = await member();
  await tied(asked);
  const query = `query($id: ID!) { ervaringsdeskundige(id: $id) { incompatibilities { id } }
    worklist(first: 50) { nodes { subject { id } reasons { message evidence { id } suggestedAction { code message } } } } }`;
  const { data } = await world.service.ask('coordinator', query, { id: asked.profile });
  const item = data.worklist.nodes.find(
    ({ subject }: { subject: { id: string } }) => subject.id === asked.profile,
  );
  const [reason, ...more] = item.reasons;
  expect(more).toEqual([]);
  expect(reason).toMatchObject({
    message:
      'Deze ouder zit in een groep waarvan het reglement iets uitsluit dat in de eigen gegevens van de ouder staat. Alleen de ouder en de coördinator van de regio zien die gegevens.',
    evidence: [{ id: data.ervaringsdeskundige.incompatibilities[0].id }, { id: asked.appointment }],
    suggestedAction: { code: 'TALK_ABOUT_CLASH' },
  });
  expect(reason.suggestedAction.message).toContain('De benoeming blijft gelden tot iemand die beëindigt.');
  const { period } = await world.show(asked.appointment, 'period { until }');
  expect(period).toEqual({ until: null });
});

test('rules that a body adds later clash as well, and no more once they are gone', async () => {
  const asked = await member({ incompatibilities: [] });
  await tied(asked);
  expect(await work(asked)).toBe('none');
  const update = (patch: object) => world.run('advisoryBodyUpdate', { id: asked.body, patch }, 'coordinator');
  const worklist = JSON.stringify(await worklistOf(world.service, 'secretary', true));
  await update({ rules: { incompatibilities: ['EMPLOYEE'] } });
  expect(await work(asked)).toBe(CLASH);
  await update({ organisationIds: [] });
  expect(await work(asked)).toBe('none');
  await update({ organisationIds: [asked.organisation] });
  expect(await work(asked)).toBe(CLASH);
  expect(JSON.stringify(await worklistOf(world.service, 'secretary', true))).toBe(worklist);
  await update({ rules: { incompatibilities: ['CONTRACTOR'] } });
  expect(await work(asked)).toBe('none');
  await expectStoredIsFresh(world.service);
});

test('in a body of another region it clashes with nothing, whatever a coordinator records to find out', async () => {
  const { make, region, elsewhere, service } = world;
  const asked = await member({ bodyIn: elsewhere });
  const other = { ...asked, organisation: nodeId('Organisation', await make.organisation(region)) };
  const keepers = ['neighbour', 'secretary elsewhere'];
  const before = await seenByAll(keepers, asked);
  /** all that changes for a coordinator by a tie, apart from the tie itself */
  const learned = async (about: Member) => {
    const list = JSON.stringify(await worklistOf(service, 'coordinator', true));
    await tied({ ...about, subject: 'coordinator' });
    expect(JSON.stringify(await worklistOf(service, 'coordinator', true))).toBe(list);
    expect(await work(asked)).toBe('none');
    const { data } = await service.ask('coordinator', SEEN, { body: asked.body, profile: asked.profile });
    return [data.body, data.profile.currentSeats, data.worklist.totalCount, data.advisorySeats];
  };
  expect(await learned(asked)).toEqual(await learned(other));
  expect(await seenByAll(keepers, asked)).toEqual(before);
  const { rows } = await service.owner.query('select from continuity_findings where subject_id = $1', [
    uuidOf(asked.profile),
  ]);
  expect(rows).toEqual([]);
  await expectStoredIsFresh(service);
});

test('it follows the parent who moves, and the region that comes under another one', async () => {
  const { region, elsewhere, service } = world;
  const asked = await member({ bodyIn: elsewhere });
  await tied(asked);
  const before = await comesUnder(elsewhere, region);
  await renewAll(service);
  expect(await work(asked)).toBe(CLASH);
  await comesUnder(elsewhere, before);
  await renewAll(service);
  expect(await work(asked)).toBe('none');
  await service.owner.query(
    `update people set region_id = $2, region_ids = array[$2::uuid]
     where id = (select person_id from ervaringsdeskundigen where id = $1)`,
    [uuidOf(asked.profile), elsewhere],
  );
  await renewAll(service);
  expect([await work(asked), await work(asked, 'neighbour')]).toEqual(['none', CLASH]);
});

test('it lasts as long as the seat and what clashes with it, and does not pause', async () => {
  const asked = await member();
  await tied(asked, { period: { from: '2026-12-01', until: '2026-12-10' } });
  expect(await work(asked)).toBe('none');
  const patch = { pausedPeriod: { from: '2026-11-25', until: '2027-03-01' } };
  expect(
    await refusals(world.service, asked.subject, 'ervaringsdeskundigeUpdate', { id: asked.profile, patch }),
  ).toEqual([]);
  await passTo('2026-12-01');
  expect(await work(asked)).toBe(CLASH);
  await passTo('2026-12-10');
  expect(await work(asked)).toBe(CLASH);
  await passTo('2026-12-11');
  expect(await work(asked)).toBe('none');
  await tied(asked, { period: { from: '2026-12-11' } });
  expect(await work(asked)).toBe(CLASH);
  const end = { id: asked.appointment, on: '2026-12-11', reason: 'PERSONAL' };
  await world.run('seatAppointmentEnd', end);
  expect(await work(asked)).toBe(CLASH);
  await passTo('2026-12-12');
  expect(await work(asked)).toBe('none');
  world.service.travelTo(NOW);
  await renewAll(world.service);
});

test('where a body works by agreement, it lasts as long as the agreement', async () => {
  const asked = await member();
  const there = await municipalityOf(world.elsewhere);
  await tied(asked, { kind: 'COUNCIL_MEMBER', municipalityId: there });
  expect(await work(asked)).toBe('none');
  const { regionAgreement } = await world.run(
    'regionAgreementAsk',
    {
      subjectId: asked.body,
      regionId: nodeId('Region', world.elsewhere),
      from: '2026-12-01',
      until: '2026-12-31',
      motivation: 'Samen optrekken',
    },
    'coordinator',
  );
  await world.run('regionAgreementDecide', { id: regionAgreement.id, accept: true }, 'neighbour');
  expect(await work(asked)).toBe('none');
  await passTo('2026-12-01');
  expect(await work(asked)).toBe(CLASH);
  await passTo('2027-01-01');
  expect(await work(asked)).toBe('none');
  world.service.travelTo(NOW);
  await renewAll(world.service);
  const here = await municipalityOf(world.region);
  await tied(asked, { kind: 'COUNCIL_MEMBER', municipalityId: here });
  expect(await work(asked)).toBe(CLASH);
  const moved = 'update municipalities set region_id = $2 where id = $1';
  await world.service.owner.query(moved, [uuidOf(here), world.elsewhere]);
  await renewAll(world.service);
  expect(await work(asked)).toBe('none');
  await world.service.owner.query(moved, [uuidOf(here), world.region]);
  await renewAll(world.service);
});

/** Both are done but for their last step, which is to tell what they did, before either can commit. */
async function atOnce(...writes: readonly (() => Promise<string[]>)[]): Promise<void> {
  const { owner, urls } = world.service;
  const waiting = async () => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(distinct l.pid)::int as count from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and a.datname = current_database()`,
    );
    return rows[0]!.count;
  };
  const holder = new Client({ connectionString: urls.ownerUrl });
  await holder.connect();
  try {
    await holder.query('begin; lock table audit_log in share mode');
    const all = Promise.all(writes.map((write) => write()));
    for (let look = 0; look < 2_000 && (await waiting()) < writes.length; look++);
    await holder.query('rollback');
    expect(await all).toEqual(writes.map(() => []));
  } finally {
    await holder.end();
  }
}

test('whoever is appointed, or records a tie, while the rules of the body change is judged by both', async () => {
  const { make, seats, profiles, region, elsewhere, service } = world;
  // known here, and at home in the region above: who appoints them is not told what clashes
  const before = await comesUnder(region, elsewhere);
  const person = await make.person(elsewhere);
  await make.network(region, { activeFrom: '2026-01-01', ledBy: person });
  const profile = await profiles.profile(person);
  const asked = await member({ incompatibilities: [] });
  await profiles.incompatibility(profile, { organisation: uuidOf(asked.organisation) });
  const seatId = nodeId('AdvisorySeat', await seats.seat(uuidOf(asked.body)));
  await renewAll(service);
  const exclude = (kind: string) => () =>
    refusals(service, 'coordinator', 'advisoryBodyUpdate', {
      id: asked.body,
      patch: { rules: { incompatibilities: [kind] } },
    });

  const personId = nodeId('Person', person);
  await atOnce(
    () => refusals(service, 'colleague', 'seatAppoint', { seatId, personId }),
    exclude('EMPLOYEE'),
  );
  expect(await workFor(service, 'neighbour', nodeId('Ervaringsdeskundige', profile))).toBe(CLASH);
  await atOnce(() => tied(asked, { kind: 'CONTRACTOR' }).then(() => []), exclude('CONTRACTOR'));
  expect(await work(asked)).toBe(CLASH);
  await comesUnder(region, before);
  await renewAll(service);
  await expectStoredIsFresh(service);
});

test('in the database too: nobody sees the work who does not see what clashes', async () => {
  const asked = await member();
  await tied(asked);
  const { rows: accounts } = await world.service.owner.query<{ subject: string }>(
    'select subject from accounts where issuer = $1 order by subject',
    [TEST_ISSUER],
  );
  const client = new Client({ connectionString: world.service.urls.serviceUrl });
  await client.connect();
  try {
    const seers = { clash: [] as string[], item: [] as string[], finding: [] as string[] };
    for (const { subject } of accounts) {
      await become(client, subject);
      const { rows } = await client.query<Record<keyof typeof seers, boolean>>(
        `select exists (select from incompatibilities where ervaringsdeskundige_id = $1) as clash,
           exists (select from work_items where subject_id = $1) as item,
           exists (select from continuity_findings where subject_id = $1) as finding`,
        [uuidOf(asked.profile)],
      );
      await client.query('rollback');
      for (const what of ['clash', 'item', 'finding'] as const) if (rows[0]![what]) seers[what].push(subject);
    }
    const keepers = ['colleague', 'coordinator'];
    expect(seers).toEqual({ clash: [...keepers, asked.subject], item: keepers, finding: keepers });
  } finally {
    await client.end();
  }
});

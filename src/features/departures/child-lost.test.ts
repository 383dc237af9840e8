import { nodeId } from '../../kernel/node-id.js';
import { startMailWorld, type MailWorld } from '../../testing/mail/mail-world.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { RegionScene } from '../../testing/region-scene.js';

let world: MailWorld;
let scene: RegionScene;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await RegionScene.begin(world.service);
  await world.accountEmail('coordinator', 'coordinator@example.org');
});
afterAll(() => world.close());

const CLOSE = `mutation($input: SchoolTieCloseInput!) { schoolTieClose(input: $input) { errors { code } } }`;

test('a child that is lost is never referred to again', async () => {
  const { make, service } = world;
  const personId = await make.person(scene.region, { given: 'Anna' });
  await world.email(personId, 'anna@example.org');
  const network = await make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await service.owner.query(
    `update trekkerschappen set planned_end_on = '2028-07-31', planned_end_reason = 'CHILD_LEFT_SCHOOL'
     where oudernetwerk_id = $1`,
    [network],
  );
  const tie = await make.schoolTie(personId, '2025-09-01');
  await renewAll(service);
  // made at night: whether the tie still holds; to leave in the morning
  service.travelTo('2026-11-25T22:30:00Z');
  await service.tick();
  expect(await world.count(`mails where kind = 'TIE_UNCONFIRMED' and sent_at is null`)).toBe(1);

  const { schoolTieClose } = await scene.ask(CLOSE, { input: { id: nodeId('SchoolTie', tie) } });
  expect(schoolTieClose.errors).toEqual([]);
  await expectStoredIsFresh(service);
  for (const day of ['2026-11-26', '2026-11-30', '2027-07-31', '2028-01-31', '2028-07-31']) {
    service.travelTo(`${day}T09:00:00Z`);
    await service.tick();
  }
  const emails = await world.emails();
  const said = emails.map(({ header, body }) => `${header('subject')} ${body}`).join('\n');
  expect(said).not.toMatch(/school|kind|klas|groep/i);
  const { rows } = await service.owner.query(
    'select planned_end_reason from trekkerschappen where oudernetwerk_id = $1',
    [network],
  );
  expect(rows).toEqual([{ planned_end_reason: 'OTHER' }]);
  const { rows: told } = await service.owner.query(
    `select facts from audit_log where action = 'schoolTie.closed'`,
  );
  expect(told).toEqual([{ facts: { personId } }]);
});

test('nor by the link in a mail that was sent before', async () => {
  const { make, service } = world;
  service.travelTo('2026-11-25T10:00:00Z');
  await world.forgetEmails();
  const personId = await make.person(scene.region, { given: 'Bea' });
  await world.email(personId, 'bea@example.org');
  await make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  const tie = await make.schoolTie(personId, '2025-09-01');
  await renewAll(service);
  await service.tick();
  const mail = (await world.emails()).find(({ header }) => header('to') === 'bea@example.org');
  const [link] = /\/mail\/check\?token=[^\s]+/.exec(mail!.body)!;
  expect((await service.app.inject(link)).body).toMatch(/schooldag|kind/);
  await scene.ask(CLOSE, { input: { id: nodeId('SchoolTie', tie) } });
  const { statusCode, body } = await service.app.inject(link);
  expect(statusCode).toBe(410);
  expect(body).not.toMatch(/school|kind|klas|groep/i);
});

const DONE: Readonly<Record<string, string>> = {
  oudernetwerkEnd: 'OudernetwerkEndInput',
  oudernetwerkContinue: 'OudernetwerkContinueInput',
  personDepart: 'PersonDepartInput',
  personDepartTakeBack: 'PersonDepartTakeBackInput',
  trekkerschapEnd: 'TrekkerschapEndInput',
};
async function done(mutation: string, input: object, fields = '') {
  const query = `mutation($input: ${DONE[mutation]}!) { done: ${mutation}(input: $input) { ${fields} errors { code } } }`;
  const { errors, ...answer } = (await scene.ask(query, { input })).done;
  expect(errors).toEqual([]);
  return answer;
}

/** Somebody who leads until their child leaves school, and for whom something stands in the way of that meanwhile. */
async function leading() {
  world.service.travelTo('2026-11-25T10:00:00Z');
  const personId = await world.make.person(scene.region);
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = '2028-07-31', planned_end_reason = 'CHILD_LEFT_SCHOOL'
     where oudernetwerk_id = $1`,
    [network],
  );
  const tie = await world.make.schoolTie(personId);
  await renewAll(world.service);
  const { rows } = await world.service.owner.query(
    'select id from trekkerschappen where oudernetwerk_id = $1',
    [network],
  );
  return {
    network: nodeId('Oudernetwerk', network),
    person: nodeId('Person', personId),
    trekkerschap: nodeId('Trekkerschap', rows[0].id),
    close: () => scene.ask(CLOSE, { input: { id: nodeId('SchoolTie', tie) } }),
    reasons: async () =>
      (
        await world.service.owner.query(
          'select planned_end_reason, end_reason from trekkerschappen where id = $1',
          [rows[0].id],
        )
      ).rows[0],
  };
}

test('nor when an end of the network that was in between is taken back', async () => {
  const { network: id, close, reasons } = await leading();
  await done('oudernetwerkEnd', { id, on: '2027-06-01', reason: 'Klaar' });
  await close();
  await done('oudernetwerkContinue', { id });
  expect(await reasons()).toEqual({ planned_end_reason: 'OTHER', end_reason: null });
});

test('nor when a departure is', async () => {
  const { person, close, reasons } = await leading();
  const { departure } = await done(
    'personDepart',
    { id: person, kind: 'STOPS_EVERYTHING' },
    'departure { id }',
  );
  await close();
  await done('personDepartTakeBack', { id: departure.id });
  expect(await reasons()).toEqual({ planned_end_reason: 'OTHER', end_reason: null });
});

test('nor by an end that is on record and still to come; one that has passed is history', async () => {
  for (const [on, reason] of [
    ['2027-07-31', 'OTHER'],
    ['2026-07-31', 'CHILD_LEFT_SCHOOL'],
  ]) {
    const { trekkerschap: id, close, reasons } = await leading();
    await done('trekkerschapEnd', { id, on, reason: 'CHILD_LEFT_SCHOOL' });
    await close();
    expect(await reasons()).toMatchObject({ end_reason: reason });
  }
});

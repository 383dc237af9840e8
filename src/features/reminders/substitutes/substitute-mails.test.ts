import { nodeId } from '../../../kernel/node-id.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

let world: MailWorld;
let region: string;
let network: string;
let substitute: string;
let roleId: string;
let trekker: string;

beforeEach(async () => {
  world = await startMailWorld();
  region = await world.make.region('JZ06');
  trekker = await person('Quirine');
  substitute = await person('Rosa');
  network = await world.make.network(region, { name: 'Netwerk Noord', activeFrom: '2026-01-01' });
  roleId = nodeId('Trekkerschap', await world.make.trekkerschap(network, trekker, '[2026-01-01,)'));
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await world.accountEmail('coordinator', 'coordinator@example.org');
});
afterEach(() => world.close());

async function person(given: string): Promise<string> {
  const id = await world.make.person(region, { given, family: 'Proefpersoon' });
  await world.email(id, `${given.toLowerCase()}@example.org`);
  return id;
}

const SHOWN = { absenceAnnul: '', absenceRecord: 'absence { id substitute { id } }' };
async function done(mutation: string, input: object) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const shown = mutation in SHOWN ? SHOWN[mutation as keyof typeof SHOWN] : '';
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${shown} errors { code path } } }`;
  const { data, errors } = await world.service.ask('coordinator', query, { input });
  expect([mutation, errors, data?.done.errors]).toEqual([mutation, undefined, []]);
  return data.done.absence;
}
const record = (about: object = {}) =>
  done('absenceRecord', {
    roleId,
    from: '2026-12-01',
    expectedUntil: '2027-02-28',
    substituteId: nodeId('Person', substitute),
    ...about,
  });

/** What the job mails on a day: to whom, its subject, and what it says. */
async function mailed(day = '2026-11-26') {
  world.service.travelTo(`${day}T10:00:00Z`);
  await world.service.tick();
  const emails = (await world.emails()).filter(({ name }) => /-(substitute|absence-overdue)-/.test(name));
  await world.forgetEmails();
  return emails.map((email) => ({
    told: `${email.header('to')}: ${email.header('subject')}`,
    body: email.body,
  }));
}
const told = async (day?: string) => (await mailed(day)).map((each) => each.told);

const NAMED = 'rosa@example.org: U valt in voor iemand anders';
const OFF = 'rosa@example.org: Toch niet: u hoeft niet in te vallen';
const reason = 'Vergissing';

test('whoever stands in hears for whom, from when and until when as expected, once', async () => {
  const { id } = await record();
  const [letter, ...others] = await mailed();
  expect([letter!.told, others]).toEqual([NAMED, []]);
  expect(letter!.body).toContain(
    'U valt in als co-trekker van Netwerk Noord zolang Quirine Proefpersoon er niet is: vanaf 1 december 2026, naar verwachting tot en met 28 februari 2027.',
  );
  // the region has neither a role mailbox nor a telephone number
  expect(letter!.body).toContain('of lukt het toch niet? Bel dan de coördinator van de regio');
  await done('absenceUpdate', { id, patch: { expectedUntil: '2027-03-31' } });
  expect(await told('2026-11-27')).toEqual([]);
});

test('whoever is named later hears it then', async () => {
  const { id } = await record({ substituteId: null });
  expect(await told()).toEqual([]);
  await done('absenceUpdate', { id, patch: { substituteId: nodeId('Person', substitute) } });
  expect(await told()).toEqual([NAMED]);
});

test('what holds when it leaves: a last day on record instead of the expected one', async () => {
  world.service.travelTo('2026-11-25T22:30:00Z');
  const { id } = await record();
  await done('absenceEnd', { id, on: '2027-01-15' });
  const [letter] = await mailed();
  expect(letter!.body).toContain('vanaf 1 december 2026 tot en met 15 januari 2027.');
});

test('nothing is mailed of what is over, or never was, before it leaves', async () => {
  world.service.travelTo('2026-11-25T22:30:00Z');
  const { id } = await record({ from: '2026-11-25' });
  await done('absenceEnd', { id, on: '2026-11-25' });
  expect(await told()).toEqual([]);
  world.service.travelTo('2026-11-26T22:30:00Z');
  const again = await record();
  await done('trekkerschapAnnul', { id: again.substitute.id, reason });
  await done('absenceAnnul', { id: again.id, reason });
  expect(await told('2026-11-27')).toEqual([]);
});

test('whoever was told and does not stand in after all hears that, once', async () => {
  const absence = await record();
  expect(await told()).toEqual([NAMED]);
  await done('trekkerschapAnnul', { id: absence.substitute.id, reason });
  expect(await told('2026-11-27')).toEqual([OFF]);
  await done('absenceAnnul', { id: absence.id, reason });
  expect(await told('2026-11-28')).toEqual([]);
});

test('a first day that was recorded incorrectly is told anew; whoever it was not hears that too', async () => {
  const absence = await record();
  await mailed();
  await done('absenceCorrect', { id: absence.id, patch: { from: '2026-12-08' }, reason });
  const [letter, ...others] = await mailed('2026-11-27');
  expect([letter!.told, others]).toEqual([NAMED, []]);
  expect(letter!.body).toContain('vanaf 8 december 2026');
  const right = await person('Tess');
  const patch = { personId: nodeId('Person', right) };
  await done('trekkerschapCorrect', { id: absence.substitute.id, patch, reason });
  expect(await told('2026-11-28')).toEqual([OFF, 'tess@example.org: U valt in voor iemand anders']);
});

test('whoever stands in hears their last day when the other stops, or the network does', async () => {
  await record();
  await mailed();
  await done('trekkerschapEnd', { id: roleId, on: '2027-01-15', reason: 'PERSONAL' });
  const [letter, ...others] = await mailed('2026-11-27');
  expect([letter!.told, others]).toEqual([
    'rosa@example.org: Uw laatste dag als invaller is 15 januari 2027',
    [],
  ]);
  await done('oudernetwerkEnd', { id: nodeId('Oudernetwerk', network), on: '2026-12-31', reason: 'Klaar' });
  expect(await told('2026-11-28')).toEqual([
    'rosa@example.org: Uw laatste dag als invaller is 31 december 2026',
  ]);
});

test('whoever stands in and stops with everything is not written to about it', async () => {
  await record({ from: '2026-11-25' });
  await mailed();
  await done('personDepart', { id: nodeId('Person', substitute), kind: 'STOPS_EVERYTHING' });
  expect(await told('2026-11-27')).toEqual([]);
});

test('whoever stands in hears their last day when it is put on record, also when it has passed', async () => {
  const { id } = await record();
  await mailed();
  await done('absenceEnd', { id, on: '2027-01-15' });
  const [letter, ...others] = await mailed('2026-11-27');
  expect([letter!.told, others]).toEqual([
    'rosa@example.org: Uw laatste dag als invaller is 15 januari 2027',
    [],
  ]);
  expect(letter!.body).toContain('U valt in voor Quirine Proefpersoon bij Netwerk Noord.');
  await done('absenceEnd', { id, on: '2026-12-04' });
  expect(await told('2026-12-05')).toEqual([
    'rosa@example.org: Uw laatste dag als invaller was 4 december 2026',
  ]);
  await done('absenceCorrect', { id, patch: { until: null }, reason });
  expect(await told('2026-12-06')).toEqual([NAMED]);
});

test('whoever goes on to lead in their own right is not told that it is off', async () => {
  const { id, substitute: acting } = await record();
  await mailed();
  await done('absenceEnd', { id, on: '2026-12-31' });
  await done('trekkerschapContinue', { id: acting.id });
  await done('absenceAnnul', { id, reason });
  expect(await told('2026-11-27')).toEqual([]);
});

test('whom no mail reaches gets it on paper', async () => {
  await world.service.owner.query('delete from person_contacts where person_id = $1', [substitute]);
  await record();
  expect(await told()).toEqual([]);
  const { rows } = await world.service.owner.query('select kind, person_id from person_tasks');
  expect(rows).toEqual([{ kind: 'LETTER', person_id: substitute }]);
});

test('an alternate for a seat hears it as well', async () => {
  const seats = new SeatMakers(world.service.owner);
  const body = await seats.body(region, { alternates: true });
  await world.service.owner.query(`update advisory_bodies set name = 'Raad Noord' where id = $1`, [body]);
  const seat = await seats.seat(body);
  roleId = nodeId('SeatAppointment', await seats.appointment(seat, trekker, '[2026-01-01,)', '2029-12-31'));
  const { id } = await record();
  const [letter] = await mailed();
  expect(letter!.told).toBe('rosa@example.org: U valt in voor iemand anders');
  expect(letter!.body).toContain(
    'U bent plaatsvervanger bij de Raad Noord zolang Quirine Proefpersoon er niet is',
  );
  await done('absenceUpdate', { id, patch: { substituteId: null } });
  expect(await told('2026-11-27')).toEqual(['rosa@example.org: Toch niet: u hoeft niet in te vallen']);
  await done('absenceUpdate', { id, patch: { substituteId: nodeId('Person', substitute) } });
  expect(await told('2026-11-28')).toEqual(['rosa@example.org: U valt in voor iemand anders']);
});

describe('the day after the expected last one', () => {
  const ASKED = 'coordinator@example.org: Is een trekker er weer?';
  const overdue = () => record({ substituteId: null, expectedUntil: '2026-12-10' });

  test('the coordinator is asked, once for each day that was expected', async () => {
    const { id } = await overdue();
    expect(await told('2026-12-10')).toEqual([]);
    const [letter, ...others] = await mailed('2026-12-11');
    expect([letter!.told, others]).toEqual([ASKED, []]);
    expect(letter!.body).toContain(
      'Quirine Proefpersoon zou tot en met 10 december 2026 afwezig zijn als trekker van Netwerk Noord.',
    );
    expect(await told('2026-12-12')).toEqual([]);
    await done('absenceUpdate', { id, patch: { expectedUntil: '2026-12-20' } });
    expect(await told('2026-12-20')).toEqual([]);
    expect(await told('2026-12-21')).toEqual([ASKED]);
  });

  test('not a supporter, who cannot record it', async () => {
    const organisation = await world.make.organisation(region);
    await world.make.support(network, organisation, '[2026-01-01,)');
    await world.make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
    await world.accountEmail('supporter', 'supporter@example.org');
    await overdue();
    expect(await told('2026-12-11')).toEqual([ASKED]);
  });

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['was ended', (id) => done('absenceEnd', { id, on: '2026-12-10' })],
    ['never was', (id) => done('absenceAnnul', { id, reason })],
    ['lasts longer', (id) => done('absenceUpdate', { id, patch: { expectedUntil: '2027-01-31' } })],
  ])('nobody is asked when it %s by the time that the mail leaves', async (_what, settle) => {
    const { id } = await overdue();
    world.service.travelTo('2026-12-11T22:30:00Z');
    await world.service.tick();
    expect(await told('2026-12-11')).toEqual([]);
    await settle(id);
    expect(await told('2026-12-12')).toEqual([]);
  });

  test('a corrected first day asks no second time', async () => {
    const { id } = await overdue();
    expect(await told('2026-12-11')).toEqual([ASKED]);
    await done('absenceCorrect', { id, patch: { from: '2026-12-02' }, reason });
    expect(await told('2026-12-12')).toEqual([]);
  });
});

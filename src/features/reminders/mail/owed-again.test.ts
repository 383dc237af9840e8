import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';
import { DepartureScene } from '../../departures/testing/departure-scene.js';
import { currentText } from '../../ervaringsdeskundigen/consent/consent-text.js';
import { NETWORK_CONTACT_TEXT } from '../../network-contact/network-contact-text.js';

const AT_NIGHT = '2026-11-25T22:30:00Z';
const NEXT_MORNING = '2026-11-26T10:00:00Z';
const A_DAY_LATER = '2026-11-27T10:00:00Z';

let world: MailWorld;
let scene: DepartureScene;
let made = 0;
let personId: string;
let address: string;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await DepartureScene.begin(world.service);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.service.travelTo(AT_NIGHT);
  personId = await world.make.person(scene.region, { given: 'Bea' });
  address = `bea${++made}@example.org`;
  await world.email(personId, address);
});

async function done(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
  expect((await scene.ask(query, { input })).done.errors).toEqual([]);
}

/** Under which subjects they were written to, once what is due is sent. */
async function sentAt(instant: string): Promise<string[]> {
  world.service.travelTo(instant);
  await world.forgetEmails();
  await world.service.tick();
  return (await world.emails())
    .filter(({ header }) => header('to') === address)
    .map(({ header }) => header('subject')!);
}

const consent = async () => {
  const ervaringsdeskundigeId = nodeId(
    'Ervaringsdeskundige',
    await new ProfileMakers(world.service.owner).profile(personId, null),
  );
  const { version: textVersion } = currentText(['COUNTRY'])!;
  const said = { scopes: ['COUNTRY'], textVersion, until: '2028-06-30', channel: 'PAPER' };
  await done('findableConsentGive', { ervaringsdeskundigeId, ...said });
};
const networkContact = () =>
  done('networkContactGive', {
    personId: nodeId('Person', personId),
    textVersion: NETWORK_CONTACT_TEXT.version,
    channel: 'PHONE',
  });
const planned = async () => {
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-25', planned_end_reason = 'PERSONAL' where oudernetwerk_id = $1`,
    [network],
  );
  await renewAll(world.service);
};
const activity = async () => {
  const network = await world.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  const oudernetwerkId = nodeId('Oudernetwerk', network);
  await done('activityPlan', { oudernetwerkId, kind: 'MEETING', title: 'Ouderavond', on: '2026-12-10' });
};

test.each([
  ['what the law demands', consent, 'Iemand anders heeft uw toestemming vastgelegd'],
  [
    'a yes that somebody else recorded',
    networkContact,
    'Iemand anders legde vast dat uw netwerk u mag bereiken',
  ],
  ['a question', planned, 'Hoe lang wilt u nog trekker zijn?'],
  ['what their network plans', activity, 'Ouderavond, 10 december 2026'],
])('%s that was owed at a death that never was is owed again, once', async (_what, owed, subject) => {
  await owed();
  expect(await sentAt(AT_NIGHT)).toEqual([]);
  await scene.depart(personId);
  expect(await sentAt(NEXT_MORNING)).toEqual([]);
  expect((await scene.takeBack(personId)).errors).toEqual([]);
  expect(await sentAt(NEXT_MORNING)).toEqual([subject]);
  expect(await sentAt(A_DAY_LATER)).toEqual([]);
});

test('not what is not so any more by then', async () => {
  await consent();
  await sentAt(AT_NIGHT);
  await scene.depart(personId);
  await sentAt(NEXT_MORNING);
  await scene.takeBack(personId);
  await world.service.owner.query('delete from person_contacts where person_id = $1', [personId]);
  const { rows } = await world.service.owner.query(
    'select id from ervaringsdeskundigen where person_id = $1',
    [personId],
  );
  const ervaringsdeskundigeId = nodeId('Ervaringsdeskundige', rows[0].id);
  await done('findableConsentWithdraw', { ervaringsdeskundigeId, channel: 'PHONE' });
  await world.email(personId, address);
  expect(await sentAt(A_DAY_LATER)).toEqual(['Iemand anders heeft uw toestemming ingetrokken']);
});

test('a letter that waited to be printed waits again, and nobody counts as told by the death', async () => {
  await world.service.owner.query('delete from person_contacts where person_id = $1', [personId]);
  await consent();
  await sentAt(NEXT_MORNING);
  const letters = () =>
    scene.rows(
      `select kind, done_on is null as waits, lapsed from person_tasks where person_id = $1 and kind = 'LETTER'`,
      personId,
    );
  expect(await letters()).toEqual([{ kind: 'LETTER', waits: true, lapsed: false }]);
  await scene.depart(personId);
  expect(await letters()).toEqual([{ kind: 'LETTER', waits: false, lapsed: true }]);
  await scene.takeBack(personId);
  await sentAt(A_DAY_LATER);
  expect(await letters()).toEqual([{ kind: 'LETTER', waits: true, lapsed: false }]);
});

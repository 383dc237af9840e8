import { nodeId } from '../../../kernel/node-id.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import type { WrittenEmail } from '../../../testing/mail/read-email.js';
import { NOW } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { NETWORK_CONTACT_TEXT } from '../../network-contact/network-contact-text.js';

let world: MailWorld;
let region: string;
let network: string;
let made = 0;
/** of the member of this test */
let person: string;
let address: string;

beforeAll(async () => {
  world = await startMailWorld();
  const { make } = world;
  region = await make.region('JZ06');
  const organisation = await make.organisation(region);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: await make.region('JZ22') });
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  network = await make.network(region, {
    name: 'Netwerk Noord',
    activeFrom: '2026-01-01',
    ledBy: await make.person(region),
  });
  await make.support(network, organisation);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.service.travelTo(NOW);
  ({ person, address } = await member());
});
afterEach(async () => {
  await world.service.owner.query('delete from memberships');
  await world.forgetEmails();
});

async function member() {
  const id = await world.make.person(region, { given: 'Quirine', family: `Nummer ${++made}` });
  const email = `lid${made}@example.org`;
  await world.email(id, email);
  await world.make.membership(network, id);
  return { person: id, address: email };
}
async function run(mutation: string, input: object, as = 'coordinator'): Promise<string[]> {
  const { data, errors } = await world.service.ask(as, attemptOf(mutation), { input });
  if (errors) return errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
  return data.done.errors.map(({ code }: { code: string }) => code);
}
const ask = (as?: string) =>
  run('networkContactAsk', { oudernetwerkId: nodeId('Oudernetwerk', network) }, as);
const give = (channel = 'PHONE') =>
  run('networkContactGive', {
    personId: nodeId('Person', person),
    textVersion: NETWORK_CONTACT_TEXT.version,
    channel,
  });
const withdraw = () =>
  run('networkContactWithdraw', { personId: nodeId('Person', person), channel: 'PHONE' });

/** What is mailed to the member, once that is sent that is due. */
async function mailed(at = '2026-11-25T10:05:00Z', to = address): Promise<WrittenEmail[]> {
  world.service.travelTo(at);
  await world.service.tick();
  return (await world.emails()).filter(({ header }) => header('to') === to);
}
const linkIn = ({ body }: WrittenEmail) =>
  /https:\/\/okn\.example(\/mail\/network-contact\?token=[\w.-]+)/.exec(body)![1]!;
const look = (url: string) => world.service.app.inject(url);
const press = (url: string, answer: string) =>
  world.service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `answer=${answer}`,
  });
/** What the ledger says of it, the latest last. */
async function said(): Promise<string[]> {
  const { rows } = await world.service.owner.query<{ said: string }>(
    `select given || ' ' || channel || ' ' || language as said from consents
     where person_id = $1 and purpose = 'CONTACT_BY_NETWORK' order by recorded_at, id`,
    [person],
  );
  return rows.map((row) => row.said);
}

test.each([
  ['yes', 'true ONLINE nl', 'Dit geldt nu: ja'],
  ['no', 'false ONLINE nl', 'Dit geldt nu: nee'],
])('a member is asked, and says %s on the page; opening it changes nothing', async (answer, kept, holds) => {
  expect(await ask()).toEqual([]);
  const [mail] = await mailed();
  expect(mail!.header('subject')).toBe('Mag uw netwerk u mailen en bellen?');
  expect(mail!.body).toContain('Beste Quirine');
  expect(mail!.body).toContain('U doet mee aan Netwerk Noord.');
  const url = linkIn(mail!);
  const page = await unchanged(world.service.owner, () => look(url));
  expect([page.statusCode, page.body.includes('U hebt nog niets gezegd')]).toEqual([200, true]);
  const done = await press(url, answer);
  expect([done.statusCode, done.body.includes(holds), await said()]).toEqual([200, true, [kept]]);
  await unchanged(world.service.owner, () => press(url, answer));
});

test('whoever asks hears how many are asked, and of the others only how many', async () => {
  await world.make.membership(network, await world.make.person(region));
  const query = `mutation($input: NetworkContactAskInput!) { networkContactAsk(input: $input) { asked notAsked } }`;
  const input = { oudernetwerkId: nodeId('Oudernetwerk', network) };
  const counted = async () =>
    (await world.service.ask('coordinator', query, { input })).data.networkContactAsk;
  expect(await counted()).toEqual({ asked: 1, notAsked: 1 });
  expect(await counted()).toEqual({ asked: 0, notAsked: 2 });
});

test('the way back stays open: a no can be said long after the yes, and nobody else records a yes then', async () => {
  await ask();
  const url = linkIn((await mailed())[0]!);
  await press(url, 'yes');
  world.service.travelTo('2027-11-25T10:00:00Z');
  await press(url, 'no');
  expect(await said()).toEqual(['true ONLINE nl', 'false ONLINE nl']);
  expect(await unchanged(world.service.owner, () => give('PAPER'))).toEqual(['WIDER_THAN_GIVEN']);
  const late = await unchanged(world.service.owner, () => press(url, 'yes'));
  expect(late.body).toContain('te oud om nog ja te zeggen');
});

test('who leads, said something, was asked, has no address or does not take part is not asked', async () => {
  const silent = { person, address };
  const others = [await member(), await member(), await member(), await member()];
  await world.make.networkContact(others[0]!.person);
  await world.service.owner.query('delete from person_contacts where person_id = $1', [others[1]!.person]);
  await world.service.owner.query(
    `update memberships set period = '[2026-01-01,2026-11-25)' where person_id = $1`,
    [others[2]!.person],
  );
  await world.make.trekkerschap(network, others[3]!.person, '[2026-01-01,)');
  await ask();
  await ask('supporter');
  expect(await mailed()).toHaveLength(1);
  for (const other of others) expect(await mailed('2026-11-25T10:10:00Z', other.address)).toEqual([]);
  world.service.travelTo('2027-05-26T10:00:00Z');
  await ask();
  expect(await mailed('2027-05-26T10:05:00Z', silent.address)).toHaveLength(2);
});

test('it is asked by the region and whoever supports the network', async () => {
  expect(await unchanged(world.service.owner, () => ask('neighbour'))).toEqual(['NOT_FOUND']);
});

test('what was said before the mail leaves is not asked', async () => {
  world.service.travelTo('2026-11-25T22:00:00Z');
  await ask();
  await give();
  const mails = await mailed('2026-11-26T10:00:00Z');
  expect(mails.map(({ header }) => header('subject'))).toEqual([
    'Iemand anders legde vast dat uw netwerk u mag bereiken',
  ]);
});

test('whoever’s yes somebody else recorded is told, and says no by the link', async () => {
  await give();
  const [mail] = await mailed();
  expect(mail!.body).toContain('Volgens de coördinator hebt u dat aan de telefoon gezegd.');
  expect(mail!.body).not.toContain('Quirine');
  expect(mail!.header('list-unsubscribe')).toBeNull();
  await press(linkIn(mail!), 'no');
  expect(await said()).toEqual(['true PHONE nl', 'false ONLINE nl']);
});

test('of several before the mail leaves, the last is told; and that somebody else said no', async () => {
  world.service.travelTo('2026-11-25T22:00:00Z');
  await give();
  await withdraw();
  const mails = await mailed('2026-11-26T10:00:00Z');
  expect(mails.map(({ header }) => header('subject'))).toEqual([
    'Iemand anders legde vast dat uw netwerk u niet mag bereiken',
  ]);
  await press(linkIn(mails[0]!), 'yes');
  expect((await said()).at(-1)).toBe('true ONLINE nl');
});

test('who cannot be mailed gets it on paper, and the mail once there is an address', async () => {
  await world.service.owner.query('delete from person_contacts where person_id = $1', [person]);
  await give('PAPER');
  expect(await mailed()).toEqual([]);
  const { rows } = await world.service.owner.query('select kind from person_tasks where person_id = $1', [
    person,
  ]);
  expect(rows).toEqual([{ kind: 'LETTER' }]);
});

test('whoever died is not told, and their link leads to nobody', async () => {
  await ask();
  const url = linkIn((await mailed())[0]!);
  await world.forgetEmails();
  await give();
  await run('personDepart', { id: nodeId('Person', person), kind: 'DECEASED' });
  expect(await mailed('2026-11-25T10:30:00Z')).toEqual([]);
  expect((await unchanged(world.service.owner, () => press(url, 'yes'))).statusCode).toBe(410);
  expect((await look(`${url.slice(0, -1)}_`)).statusCode).toBe(404);
});

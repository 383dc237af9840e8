import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

let world: MailWorld;
let id: string;
let trekkerId: string;

beforeEach(async () => {
  world = await startMailWorld();
  const { make, service } = world;
  const [region, elsewhere] = [await make.region('JZ06'), await make.region('JZ22')];
  const person = async (given: string) => {
    const made = await make.person(region, { given, family: 'Proefpersoon' });
    await world.email(made, `${given.toLowerCase()}@example.org`);
    return made;
  };
  const [trekker, member] = [await person('Trekker'), await person('Lid')];
  trekkerId = nodeId('Person', trekker);
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
  id = nodeId('Oudernetwerk', network);
  await make.membership(network, member);
  await make.networkContact(member);
  const organisationId = await make.organisation(region);
  await make.support(network, organisationId);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('supporter', { role: 'SUPPORTER', organisationId });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await service.owner.query(
    `insert into region_agreements (id, oudernetwerk_id, kind, home_region_id, region_id, asked_on, motivation, answer, answered_on, period)
     values (gen_random_uuid(), $1, 'TAKES_PART', $2, $3, '2026-01-01', 'Samen', 'AGREED', '2026-01-02', '[2026-01-02,)')`,
    [network, region, elsewhere],
  );
  for (const who of ['coordinator', 'supporter', 'neighbour'])
    await world.accountEmail(who, `${who}@example.org`);
});
afterEach(() => world.close());

async function run(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
  const { data, errors } = await world.service.ask('coordinator', query, { input: { id, ...input } });
  expect([mutation, errors, data?.done.errors]).toEqual([mutation, undefined, []]);
}
const plan = (on = '2027-07-31') => run('oudernetwerkEnd', { on, reason: 'De school sluit' });

async function mailed(at: string): Promise<string[]> {
  world.service.travelTo(at);
  await world.service.tick();
  const emails = (await world.emails()).filter(({ name }) => /-(network-end|taken-back)-/.test(name));
  await world.forgetEmails();
  return emails
    .map(({ header }) => `${header('to')!.replace('@example.org', '')}: ${header('subject')}`)
    .sort();
}

test('whoever carries a network hears when it is planned to end, and when it is not after all; each once', async () => {
  await plan();
  const ends = 'Een netwerk stopt op 31 juli 2027';
  expect(await mailed('2026-11-25T11:00:00Z')).toEqual([
    `neighbour: ${ends}`,
    `supporter: ${ends}`,
    `trekker: ${ends}`,
  ]);
  expect(await mailed('2026-11-26T11:00:00Z')).toEqual([]);
  await run('oudernetwerkContinue', {});
  const off = 'Toch niet: een netwerk dat zou stoppen';
  expect(await mailed('2026-11-27T11:00:00Z')).toEqual([
    `neighbour: ${off}`,
    `supporter: ${off}`,
    `trekker: ${off}`,
  ]);
});

test('another day is told anew; what moved or is off before it leaves is not mailed', async () => {
  world.service.travelTo('2026-11-25T22:30:00Z');
  await plan();
  await plan('2027-03-31');
  expect(await mailed('2026-11-26T11:00:00Z')).toEqual(
    ['neighbour', 'supporter', 'trekker'].map((who) => `${who}: Een netwerk stopt op 31 maart 2027`),
  );
  world.service.travelTo('2026-11-26T22:30:00Z');
  await plan('2027-05-31');
  await run('oudernetwerkContinue', {});
  expect((await mailed('2026-11-27T11:00:00Z')).filter((line) => line.includes('stopt op'))).toEqual([]);
});

test('a trekker who is left alone hears of it afterwards, if it still is so', async () => {
  const rest = 'mutation($input: ContactPauseInput!) { contactPause(input: $input) { errors { code } } }';
  const pause = { personId: trekkerId, until: '2026-12-31' };
  const { data } = await world.service.ask('coordinator', rest, { input: pause });
  expect(data.contactPause.errors).toEqual([]);
  await plan('2027-03-31');
  const of = (on: string) => ['neighbour', 'supporter'].map((who) => `${who}: Een netwerk stopt op ${on}`);
  expect(await mailed('2026-11-26T11:00:00Z')).toEqual(of('31 maart 2027'));
  await plan();
  expect(await mailed('2026-11-27T11:00:00Z')).toEqual(of('31 juli 2027'));
  expect(await mailed('2027-01-04T11:00:00Z')).toEqual(['trekker: Een netwerk stopt op 31 juli 2027']);
});

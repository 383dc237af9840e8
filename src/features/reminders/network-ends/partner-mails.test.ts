import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

let world: MailWorld;
let region: string;
let elsewhere: string;
let third: string;
let id: string;
let other: string;

beforeEach(async () => {
  world = await startMailWorld();
  const { make } = world;
  [region, elsewhere, third] = [
    await make.region('JZ06'),
    await make.region('JZ22'),
    await make.region('JZ14'),
  ];
  const trekker = await make.person(region, { given: 'Trekker', family: 'Proefpersoon' });
  await world.email(trekker, 'trekker@example.org');
  const network = (name: string, ledBy: string) =>
    make.network(region, { name, activeFrom: '2026-01-01', ledBy });
  const shared = await network('Netwerk Noord', trekker);
  id = nodeId('Oudernetwerk', shared);
  other = await network('Netwerk Zuid', await make.person(region));
  const organisationId = await make.organisation(region);
  await make.support(shared, organisationId);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('supporter', { role: 'SUPPORTER', organisationId });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('third', { role: 'COORDINATOR', regionId: third });
  await takesPart(shared);
  for (const who of ['coordinator', 'supporter', 'neighbour', 'third'])
    await world.accountEmail(who, `${who}@example.org`);
});
afterEach(() => world.close());

/** The neighbouring region takes part in a network. */
async function takesPart(network: string): Promise<void> {
  await world.service.owner.query(
    `insert into region_agreements (id, oudernetwerk_id, kind, home_region_id, region_id, asked_on, motivation, answer, answered_on, period)
     values (gen_random_uuid(), $1, 'TAKES_PART', $2, $3, '2026-01-01', 'Samen', 'AGREED', '2026-01-02', '[2026-01-02,)')`,
    [network, region, elsewhere],
  );
}
async function done(mutation: string, input: object, subject = 'coordinator', selection = '') {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${selection} errors { code path } } }`;
  const { data, errors } = await world.service.ask(subject, query, { input });
  expect([mutation, errors, data?.done?.errors]).toEqual([mutation, undefined, []]);
  return data.done;
}
const merge = () =>
  done('oudernetwerkMerge', { ids: [id], into: nodeId('Oudernetwerk', other), reason: 'Samen sterker' });
/** A part of it goes on by itself, without a trekker. */
const split = () =>
  done('oudernetwerkSplit', { id, memberIds: [], trekkerIds: [], new: { name: 'Netwerk Nieuw' } });
async function move(): Promise<void> {
  const asked = { id, toRegionId: nodeId('Region', third), motivation: 'Zij wonen daar' };
  const { regionAgreement } = await done('oudernetwerkMove', asked, 'coordinator', 'regionAgreement { id }');
  await done('regionAgreementDecide', { id: regionAgreement.id, accept: true }, 'third');
}

/** What leaves of ends and of what became of the network, by whom it reaches. */
async function mailed(day: string): Promise<Record<string, { subject: string; body: string }>> {
  world.service.travelTo(`${day}T10:00:00Z`);
  await world.forgetEmails();
  await world.service.tick();
  const emails = (await world.emails()).filter(({ name }) => /-(network-end|taken-back)-/.test(name));
  const told = emails.map(({ header, body }) => [
    header('to')!.replace('@example.org', ''),
    { subject: header('subject')!, body },
  ]);
  expect(new Set(told.map(([who]) => who)).size).toBe(told.length);
  return Object.fromEntries(told);
}
const ends = { on: '2027-07-31', reason: 'De school sluit' };

test('whoever heard that a network stops hears that it goes on in another one; its name only who knows that one', async () => {
  await done('oudernetwerkEnd', { ...ends, id });
  expect(Object.keys(await mailed('2026-11-25'))).toEqual(['neighbour', 'supporter', 'trekker']);
  world.service.travelTo('2026-11-26T10:00:00Z');
  await merge();
  const told = await mailed('2026-11-27');
  const subjects = Object.entries(told).map(([who, { subject }]) => `${who}: ${subject}`);
  const otherwise = 'Toch anders: een netwerk dat zou stoppen';
  expect(subjects).toEqual(['neighbour', 'supporter', 'trekker'].map((who) => `${who}: ${otherwise}`));
  const says = (where: string) =>
    `Op 25 november 2026 schreven wij u dat Netwerk Noord stopt op 31 juli 2027. Dat is anders gegaan: Netwerk Noord is samengegaan met ${where}, en gaat daarin verder. De laatste dag van Netwerk Noord was 26 november 2026.`;
  for (const who of ['supporter', 'trekker']) expect(told[who]!.body).toContain(says('Netwerk Zuid'));
  expect(told['neighbour']!.body).toContain(says('een ander netwerk'));
  const agreement = 'De afspraak met uw regio geldt alleen voor het netwerk dat er was';
  expect(Object.keys(told).filter((who) => told[who]!.body.includes(agreement))).toEqual(['neighbour']);
  expect(await mailed('2026-11-28')).toEqual({});
});

test.each([
  [
    'goes up in another one',
    merge,
    'Op 26 november 2026 is het samengegaan met een ander netwerk',
    'De afspraak met uw regio geldt alleen voor het netwerk dat er was, en niet voor het andere.',
  ],
  [
    'parts',
    split,
    'Op 25 november 2026 is een deel ervan apart verdergegaan, als een nieuw netwerk.',
    'De afspraak met uw regio geldt nog steeds voor Netwerk Noord, en niet voor het nieuwe netwerk.',
  ],
  [
    'moves',
    move,
    'Sinds 25 november 2026 hoort het bij Twente.',
    'De afspraak met uw regio gaat verder. Vanaf nu is zij er een met onze regio.',
  ],
])(
  'another region hears that a network in which it takes part %s, and nobody else does; once',
  async (_how, change, fact, next) => {
    await change();
    const told = await mailed('2026-11-26');
    expect(Object.keys(told)).toEqual(['neighbour']);
    expect(told['neighbour']!.body).toContain(fact);
    expect(told['neighbour']!.body).toContain(next);
    expect(await mailed('2026-11-27')).toEqual({});
  },
);

test('where it takes part in the other network as well, that one is named', async () => {
  await takesPart(other);
  await merge();
  expect((await mailed('2026-11-26'))['neighbour']!.body).toContain('samengegaan met Netwerk Zuid');
});

test('a region that takes part no more by the time that it would leave hears nothing', async () => {
  world.service.travelTo('2026-11-25T22:30:00Z');
  await split();
  await world.service.owner.query(`update region_agreements set period = '[2026-01-02,2026-11-26)'`);
  expect(await mailed('2026-11-26')).toEqual({});
});

test('what became of a network is taken back by nothing that is said of its end', async () => {
  await split();
  await mailed('2026-11-26');
  await done('oudernetwerkEnd', { ...ends, id });
  await mailed('2026-11-27');
  await done('oudernetwerkContinue', { id });
  const told = await mailed('2026-11-28');
  expect(Object.values(told).map(({ subject }) => subject)).toEqual(
    Array(3).fill('Toch niet: een netwerk dat zou stoppen'),
  );
  expect(told['neighbour']!.body).toContain('Netwerk Noord stopt op 31 juli 2027');
});

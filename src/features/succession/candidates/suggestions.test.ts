import { nodeId } from '../../../kernel/node-id.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

const SUGGESTIONS = `query($id: ID!, $first: Int) { node(id: $id) { ... on SuccessionPlan { candidates { id }
  suggestions(first: $first) { person { id name { givenName } } points reasons { code message points } } } } }`;
const LED = '[2026-01-01,)';

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
  await world.make.account('admin', { role: 'ADMIN' });
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

interface Suggestion {
  readonly person: { id: string; name: { givenName: string } };
  readonly points: number;
  readonly reasons: { code: string; message: string; points: number }[];
}

async function suggested(plan: string, subject = 'coordinator', first?: number, headers = {}) {
  const { data, errors } = await service.ask(subject, SUGGESTIONS, { id: plan, first }, headers);
  expect(errors).toBeUndefined();
  return data.node.suggestions as Suggestion[];
}
const names = (suggestions: Suggestion[]) => suggestions.map(({ person }) => person.name.givenName);

async function parent(given: string, wantsToLead = false): Promise<string> {
  const id = await world.make.person(world.region, { given });
  if (wantsToLead) {
    await service.owner.query(`update people set participation_forms = '{TREKKER}' where id = $1`, [id]);
  }
  return id;
}

test('those nearest to the network come first, each with the reasons', async () => {
  const { uuid, plan } = await world.sought();
  await world.make.trekkerschap(uuid, await parent('Co'), LED, 'CO_TREKKER');
  const both = await parent('Both', true);
  await world.make.membership(uuid, both);
  await world.make.membership(uuid, await parent('Bea'));
  await world.make.membership(uuid, await parent('Ali'));
  await world.make.trekkerschap(uuid, await parent('Former'), '[2025-01-01,2025-07-01)');
  await world.make.membership(uuid, await parent('Alumna'), '[2025-01-01,2025-07-01)');
  const back = await parent('Back');
  await world.make.membership(uuid, back, '[2025-01-01,2025-07-01)');
  await world.make.membership(uuid, back, '[2026-09-01,)');
  await parent('Wants', true);

  const all = await suggested(plan);
  expect(all.map(({ person, points }) => [person.name.givenName, points])).toEqual([
    ['Both', 50],
    ['Co', 50],
    ['Ali', 30],
    ['Back', 30],
    ['Bea', 30],
    ['Former', 25],
    ['Wants', 20],
    ['Alumna', 10],
  ]);
  expect(all[0]).toEqual({
    person: { id: nodeId('Person', both), name: { givenName: 'Both' } },
    points: 50,
    reasons: [
      { code: 'MEMBER', message: 'Is nu lid van dit netwerk.', points: 30 },
      {
        code: 'WANTS_TO_LEAD',
        message: 'Wil graag een netwerk trekken, en hoort bij deze regio.',
        points: 20,
      },
    ],
  });
  expect(names(await suggested(plan, 'coordinator', 2))).toEqual(['Both', 'Co']);
  expect(await suggested(plan, 'coordinator', 0)).toEqual([]);
  const [english] = await suggested(plan, 'coordinator', 1, { 'accept-language': 'en' });
  expect(english!.reasons[0]!.message).toBe('Is now a member of this network.');
  await world.done('successionStop', { id: plan, reason: 'Gevonden' });
  expect(await suggested(plan)).toEqual([]);
});

test('not the leaving or current trekkers, candidates, people who declined lately, or people who lead more than three', async () => {
  await service.owner.query(`update people set participation_forms = '{}'`);
  const { id, uuid, plan, personUuid } = await world.sought();
  await world.make.membership(uuid, personUuid);
  const leading = await parent('Leading');
  await world.make.trekkerschap(uuid, leading, '[2026-03-01,)');
  await world.make.membership(uuid, leading);
  const member = async (given: string) => {
    const person = await parent(given);
    await world.make.membership(uuid, person);
    return person;
  };
  const [candidate, declined, withdrawn, busy, fine] = [
    await member('Candidate'),
    await member('Declined'),
    await member('Withdrawn'),
    await member('Busy'),
    await member('Fine'),
  ];
  const lead = async (person: string) =>
    world.make.network(world.region, { activeFrom: '2026-01-01', ledBy: person });
  for (const person of [busy, busy, busy, busy, fine, fine, fine]) await lead(person);
  expect(names(await suggested(plan))).toEqual(['Candidate', 'Declined', 'Fine', 'Withdrawn']);
  await world.candidate(id, plan, 'APPROACHED', nodeId('Person', candidate));
  for (const [person, stage] of [
    [declined, 'DECLINED'],
    [withdrawn, 'WITHDRAWN'],
  ] as const) {
    const asked = await world.candidate(id, plan, 'APPROACHED', nodeId('Person', person));
    await world.done('candidateMove', { id: asked, stage, reason: 'Nu niet' });
  }
  expect(names(await suggested(plan))).toEqual(['Fine', 'Withdrawn']);
  service.travelTo('2027-05-24T10:00:00Z');
  expect(names(await suggested(plan))).toEqual(['Fine', 'Withdrawn']);
  service.travelTo('2027-05-25T10:00:00Z');
  expect(names(await suggested(plan))).toEqual(['Declined', 'Fine', 'Withdrawn']);
});

test('for viewers who see candidates, and only people that they see', async () => {
  await service.owner.query(`update people set participation_forms = '{}'`);
  const { id, uuid, plan, personUuid } = await world.sought();
  const member = await parent('Member');
  await world.make.membership(uuid, member);
  await parent('Wants', true);
  await world.candidate(id, plan, 'APPROACHED');
  const organisation = await world.make.organisation(world.region);
  await world.make.support(uuid, organisation);
  await world.make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await world.make.account('trekker', { personId: personUuid });
  for (const subject of ['admin', 'coordinator']) {
    expect([subject, names(await suggested(plan, subject))]).toEqual([subject, ['Member', 'Wants']]);
  }
  // a person without a role in a network that they support is not theirs to see
  expect(names(await suggested(plan, 'supporter'))).toEqual(['Member']);
  const { data } = await service.ask('trekker', SUGGESTIONS, { id: plan });
  expect(data.node).toEqual({ candidates: [], suggestions: [] });
});

test('ervaringsdeskundigen who would like to lead: for the coordinator who keeps their record, with or without consent', async () => {
  await service.owner.query(`update people set participation_forms = '{}'`);
  const profiles = new ProfileMakers(service.owner);
  const { uuid, plan } = await world.sought();
  const elsewhere = await world.make.region('JZ22');
  const expert = async (
    given: string,
    forms: string,
    region = world.region,
    paused: string | null = null,
  ) => {
    const person = await world.make.person(region, { given });
    const id = await profiles.profile(person, given === 'Hidden' ? null : 'COUNTRY');
    await service.owner.query(
      'update ervaringsdeskundigen set participation_forms = $2, paused = $3 where id = $1',
      [id, forms, paused],
    );
    return person;
  };
  await world.make.membership(uuid, await expert('Both', '{TREKKER,SEAT}'));
  await expert('Expert', '{TREKKER}');
  await expert('Hidden', '{TREKKER}');
  await expert('Back', '{TREKKER}', world.region, '[2026-10-01,2026-11-25)');
  await expert('Pauses', '{TREKKER}', world.region, '[2026-10-01,)');
  await expert('Seated', '{SEAT}');
  await expert('Far', '{TREKKER}', elsewhere);
  const all = await suggested(plan);
  expect(all.map(({ person, points }) => [person.name.givenName, points])).toEqual([
    ['Both', 45],
    ['Back', 15],
    ['Expert', 15],
    ['Hidden', 15],
  ]);
  expect(all[1]!.reasons).toEqual([
    {
      code: 'EXPERIENCED',
      message: 'Is ervaringsdeskundige in deze regio, en wil graag een netwerk trekken.',
      points: 15,
    },
  ]);
  // supporters of the network and national admins see the member, but not their other roles
  const organisation = await world.make.organisation(world.region);
  await world.make.support(uuid, organisation);
  await world.make.account('helper', { role: 'SUPPORTER', organisationId: organisation });
  for (const subject of ['helper', 'admin']) {
    const shown = await suggested(plan, subject);
    expect([subject, shown.map(({ person, points }) => [person.name.givenName, points])]).toEqual([
      subject,
      [['Both', 30]],
    ]);
  }
});

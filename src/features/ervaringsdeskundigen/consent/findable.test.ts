import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { ProfileScene } from '../testing/profile-scene.js';

const NOW = '2026-11-25T10:00:00Z';
const SEEKERS = ['secretary', 'secretary elsewhere', 'coordinator elsewhere', 'admin'];
const ALL = [...SEEKERS, 'supporter', 'coordinator'];

let scene: ProfileScene;
let themeId: string;

beforeAll(async () => {
  scene = await ProfileScene.begin();
  themeId = nodeId('Theme', await scene.make.theme());
  // there is somebody before and after the profile that comes and goes
  for (const day of ['2026-11-24T10:00:00Z', '2026-11-26T10:00:00Z']) {
    scene.service.travelTo(day);
    await scene.findable(['COUNTRY'], { themeIds: [themeId] });
  }
  scene.service.travelTo(NOW);
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

const ABOUT = {
  domains: ['JEUGD'],
  levels: ['KIND'],
  languages: ['tig'],
  availability: { hoursPerMonth: 6, dayParts: ['WEEKEND'], meetingForms: ['ONLINE'] },
  participationForms: ['BUDDY'],
  bringsOthersExperience: { holds: true, basis: 'INTERVIEW' },
  connectsWithProfessionals: { holds: false, basis: 'INTERVIEW' },
  maxSeats: 1,
};
const regionId = () => nodeId('Region', scene.here);

/** By name, a filter that finds every profile that matches ABOUT and has the theme and a training. */
const filters = (): Record<string, object> => ({
  none: {},
  findable: { findable: true },
  hidden: { findable: false },
  theme: { themeId },
  domain: { domain: 'JEUGD' },
  level: { level: 'KIND' },
  language: { language: 'tig' },
  dayPart: { dayPart: 'WEEKEND' },
  meetingForm: { meetingForm: 'ONLINE' },
  form: { participationForm: 'BUDDY' },
  region: { regionId: regionId() },
  title: { training: { title: 'Aan tafel' } },
  state: { training: { state: 'VALID' } },
  brings: { bringsOthersExperience: true },
  connects: { connectsWithProfessionals: false },
  available: { available: true },
  unavailable: { available: false },
});

/** Everything that a viewer can query about all profiles at once: the query, and a hash of the bytes of the answer. */
async function everything(subject: string): Promise<string[]> {
  const lists = ['REGISTERED_ON', 'PSEUDONYM'].flatMap((field) =>
    ['ASC', 'DESC'].flatMap((direction) =>
      ['first', 'last'].map((end) => `${end}: 2, orderBy: { field: ${field}, direction: ${direction} }`),
    ),
  );
  const query = `query($filter: ErvaringsdeskundigeFilter) {
    ${lists
      .map(
        (args, index) => `list${index}: ervaringsdeskundigen(${args}, filter: $filter) { totalCount
          edges { cursor node { id pseudonym currentSeats trainings { id } themes { code } } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
      )
      .join('\n')} }`;
  const answers: string[] = [];
  for (const [name, filter] of Object.entries(filters())) {
    const { text } = await scene.service.ask(subject, query, { filter });
    answers.push(`${name} ${hashOf(text)}`);
  }
  const named = `{ people(filter: { search: "Verborgen" }) { totalCount nodes { id ervaringsdeskundige { id } } } }`;
  answers.push(`search ${hashOf((await scene.service.ask(subject, named)).text)}`);
  return answers;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function everythingOfAll(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const subject of SEEKERS) all[subject] = await everything(subject);
  return all;
}

test('whoever does not consent, not any more or not today is as if they were not there, byte for byte', async () => {
  const person = await scene.make.person(scene.here, { given: 'Noor', family: 'Verborgen' });
  await scene.make.account('verborgen', { personId: person });
  const parent = { id: nodeId('Person', person), subject: 'verborgen' };
  const nobody = await everythingOfAll();

  const { id } = await scene.profile({ ...ABOUT, themeIds: [themeId] }, parent);
  const learned = { title: 'Aan tafel', issuer: 'Demo', completedOn: '2026-01-15' };
  await scene.done('trainingRecord', { ervaringsdeskundigeId: id, ...learned });
  expect(await everythingOfAll()).toEqual(nobody);

  await scene.give(id, { scopes: ['COUNTRY'], until: '2026-12-01' }, parent.subject);
  const found = await everythingOfAll();
  for (const subject of SEEKERS) {
    const same = found[subject]!.filter((answer, index) => answer === nobody[subject]![index]);
    // a findable and available profile is in none of these
    expect(same.map((answer) => answer.split(' ')[0])).toEqual(['hidden', 'unavailable', 'search']);
  }

  await scene.withdraw(id, parent.subject);
  expect(await everythingOfAll()).toEqual(nobody);
  await scene.give(id, { scopes: ['COUNTRY'], until: '2026-11-25' }, parent.subject);
  expect(await everythingOfAll()).toEqual(found);
  // the day after: compared with that day without them
  scene.service.travelTo('2026-11-26T10:00:00Z');
  const after = await everythingOfAll();
  await scene.service.owner.query(`delete from ervaringsdeskundigen where id = $1`, [parseNodeId(id)!.uuid]);
  expect(await everythingOfAll()).toEqual(after);
});

test('who is asked for by id is not there, for queries and mutations alike', async () => {
  const hidden = await scene.profile();
  const withdrawn = await scene.findable(['COUNTRY']);
  await scene.withdraw(withdrawn.id, withdrawn.parent.subject);
  const nobody = nodeId('Ervaringsdeskundige', uuid());
  const queries = [
    'query($id: ID!) { node(id: $id) { id ... on Ervaringsdeskundige { pseudonym } } }',
    'query($id: ID!) { nodes(ids: [$id]) { id } }',
    'query($id: ID!) { ervaringsdeskundige(id: $id) { id person { id } themes { id } consents { totalCount } } }',
  ];
  const mutations = {
    ervaringsdeskundigeUpdate: (id: string) => ({ id, patch: { maxSeats: 1 } }),
    trainingRecord: (ervaringsdeskundigeId: string) => ({
      ervaringsdeskundigeId,
      title: 'T',
      issuer: 'I',
      completedOn: '2026-01-01',
    }),
    findableConsentWithdraw: (ervaringsdeskundigeId: string) => ({ ervaringsdeskundigeId, channel: 'PAPER' }),
  };
  const answersOf = async (subject: string, id: string) => {
    const texts: string[] = [];
    for (const query of queries) texts.push((await scene.service.ask(subject, query, { id })).text);
    for (const [mutation, input] of Object.entries(mutations)) {
      const { text } = await scene.service.ask(subject, attemptOf(mutation), { input: input(id) });
      texts.push(text.replaceAll(id, 'THE_ID').replace(/"reference":"\w+"/, ''));
    }
    return texts;
  };
  const stranger = await scene.parent();
  for (const subject of [...SEEKERS, 'supporter', stranger.subject]) {
    const none = await answersOf(subject, nobody);
    expect(await answersOf(subject, hidden.id)).toEqual(none);
    expect(await answersOf(subject, withdrawn.id)).toEqual(none);
  }
});

test('a cursor of who withdrew between two pages still tells where the next page begins, and nothing more', async () => {
  const made = [];
  for (let index = 0; index < 4; index++) made.push(await scene.findable(['REGION'], { domains: ['ZORG'] }));
  const page = (after?: string) =>
    scene.service.ask(
      'secretary',
      `query($after: String) { ervaringsdeskundigen(first: 2, after: $after, filter: { domain: ZORG },
        orderBy: { field: REGISTERED_ON }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
  const first = (await page()).data.ervaringsdeskundigen;
  const ids = made.map(({ id }) => id);
  expect(first.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
  await scene.withdraw(ids[1]!, made[1]!.parent.subject);
  const second = await page(first.pageInfo.endCursor);
  expect(second.data.ervaringsdeskundigen).toMatchObject({
    totalCount: 3,
    nodes: ids.slice(2).map((id) => ({ id })),
    pageInfo: { hasNextPage: false },
  });
  const cursor = Buffer.from(String(first.pageInfo.endCursor), 'base64url').toString();
  const [list, key, id] = JSON.parse(cursor) as [string, string, string];
  const digit = id.endsWith('0') ? '1' : '0';
  const ofNobody = Buffer.from(JSON.stringify([list, key, `${id.slice(0, -1)}${digit}`])).toString(
    'base64url',
  );
  expect((await page(ofNobody)).text).toBe(second.text);
});

describe('who finds whom', () => {
  test.each([
    ['REGION', ['secretary', 'admin', 'coordinator']],
    ['COUNTRY', ['secretary', 'secretary elsewhere', 'coordinator elsewhere', 'admin', 'coordinator']],
  ])('consent for %s', async (scope, finders) => {
    const { id, parent } = await scene.findable([scope]);
    const found = [];
    for (const subject of ALL) if ((await scene.listed(subject)).includes(id)) found.push(subject);
    expect(found).toEqual(ALL.filter((subject) => finders.includes(subject)));
    for (const subject of ALL)
      expect((await scene.shown(id, subject)) !== null).toBe(finders.includes(subject));
    expect(await scene.listed(parent.subject)).toEqual([id]);
    expect(await scene.listed((await scene.parent()).subject)).toEqual([]);
  });

  test('who is not findable is listed for their coordinator and themselves, when asked for', async () => {
    const { id, parent } = await scene.profile();
    for (const subject of ['coordinator', parent.subject]) {
      expect(await scene.listed(subject)).not.toContain(id);
      expect(await scene.listed(subject, { findable: false })).toContain(id);
    }
    await scene.asked(id, 'ACCEPTED');
    expect(await scene.shown(id, 'secretary')).not.toBeNull();
    for (const subject of ALL.filter((each) => each !== 'coordinator')) {
      expect(await scene.listed(subject, { findable: false })).not.toContain(id);
      expect(await scene.listed(subject)).not.toContain(id);
    }
  });
});

describe('whose profile it is', () => {
  /** The person as their profile returns them, and the profile as the person returns it. */
  async function linked(id: string, personId: string, subject: string) {
    const query = `query($id: ID!, $personId: ID!) { ervaringsdeskundige(id: $id) { person { id } }
      person(id: $personId) { ervaringsdeskundige { id } } }`;
    const { data } = await scene.service.ask(subject, query, { id, personId });
    const { ervaringsdeskundige: profile, person } = data;
    return {
      profile: profile && profile.person !== null,
      person: person && person.ervaringsdeskundige !== null,
    };
  }

  test('is known to themselves and their coordinator, not to who sees both from elsewhere', async () => {
    const { id, parent } = await scene.findable(['COUNTRY']);
    const there = await scene.make.network(scene.elsewhere);
    await scene.make.membership(there, parseNodeId(parent.id)!.uuid);
    const both = { profile: true, person: true };
    expect(await linked(id, parent.id, parent.subject)).toEqual(both);
    expect(await linked(id, parent.id, 'coordinator')).toEqual(both);
    // knows the member of a network there by name, and finds the profile, but cannot tell that it is the same person
    expect(await linked(id, parent.id, 'coordinator elsewhere')).toEqual({ profile: false, person: false });
    expect(await linked(id, parent.id, 'admin')).toEqual({ profile: false, person: false });
    expect(await linked(id, parent.id, 'secretary')).toEqual({ profile: false, person: null });
  });

  test.each<[string, 'ACCEPTED' | 'APPOINTED', string | null, boolean]>([
    ['who said yes', 'ACCEPTED', null, true],
    ['who sits', 'APPOINTED', null, true],
    ['who sits until today', 'APPOINTED', '2026-11-25', true],
    ['who sat until yesterday', 'APPOINTED', '2026-11-24', false],
  ])(
    '%s is known to the secretary of that body, as long as it lasts',
    async (_name, status, until, known) => {
      const { id, parent } = await scene.findable(['COUNTRY']);
      await scene.asked(id, status, until);
      expect((await linked(id, parent.id, 'secretary')).profile).toBe(known);
      expect((await linked(id, parent.id, 'secretary elsewhere')).profile).toBe(false);
      expect((await linked(id, parent.id, 'admin')).profile).toBe(false);
    },
  );
});

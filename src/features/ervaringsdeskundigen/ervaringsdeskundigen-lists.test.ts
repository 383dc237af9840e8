import { nodeId } from '../../kernel/node-id.js';
import { ProfileScene } from './testing/profile-scene.js';

const statement = (holds: boolean) => ({ holds, basis: 'INTERVIEW' });

let scene: ProfileScene;
const ids: Record<string, string> = {};
const themes: Record<string, string> = {};
let below: string;

beforeAll(async () => {
  scene = await ProfileScene.begin();
  const wide = await scene.make.theme();
  themes.wide = nodeId('Theme', wide);
  themes.narrow = nodeId('Theme', await scene.make.theme(wide));
  const { rows } = await scene.service.owner.query(
    `insert into regions (id, code, name, kind, parent_id) values (gen_random_uuid(), 'JZ06-W1', 'Werkregio', 'WERKREGIO', $1)
     returning id`,
    [scene.here],
  );
  below = rows[0].id;
  const put = async (name: string, input: object, regionId = scene.here) => {
    const { id, parent } = await scene.profile(input, await scene.parent(regionId));
    await scene.give(id, { scopes: ['COUNTRY'] }, parent.subject);
    ids[name] = id;
    return id;
  };
  await put('anna', {
    themeIds: [themes.narrow],
    domains: ['ZORG', 'JEUGD'],
    levels: ['BELEID'],
    languages: ['nl', 'tig'],
    availability: { dayParts: ['EVENING'], meetingForms: ['ONLINE'] },
    participationForms: ['SEAT'],
    bringsOthersExperience: statement(true),
    connectsWithProfessionals: statement(false),
    maxSeats: 1,
  });
  await put(
    'bea',
    {
      themeIds: [themes.wide],
      domains: ['ONDERWIJS'],
      levels: ['KIND', 'BELEID'],
      availability: { dayParts: ['MORNING'], meetingForms: ['ON_SITE'] },
      participationForms: ['BUDDY'],
      bringsOthersExperience: statement(false),
      pausedPeriod: { from: '2026-11-25', until: '2026-11-25' },
      maxSeats: 0,
    },
    below,
  );
  await put('cas', { maxSeats: 1 });
  const train = (id: string, title: string, validUntil?: string) =>
    scene.done('trainingRecord', {
      ervaringsdeskundigeId: id,
      title,
      issuer: 'Demo',
      completedOn: '2025-01-01',
      validUntil,
    });
  await train(ids.anna!, 'Méér dan je eigen verhaal', '2026-11-24');
  await train(ids.anna!, 'Aan tafel', '2028-01-01');
  await train(ids.bea!, 'Meer dan je eigen verhaal', '2027-02-24');
  await scene.asked(ids.cas!, 'APPOINTED');
});
afterAll(() => scene.service.close());

test.each<[string, () => object, string]>([
  ['a theme', () => ({ themeId: themes.narrow }), 'anna'],
  ['a theme, and what is below it', () => ({ themeId: themes.wide }), 'anna bea'],
  ['a domain', () => ({ domain: 'JEUGD' }), 'anna'],
  ['a level', () => ({ level: 'BELEID' }), 'anna bea'],
  ['a language, however it is written', () => ({ language: 'TIG' }), 'anna'],
  ['a day-part', () => ({ dayPart: 'MORNING' }), 'bea'],
  ['a form of meeting', () => ({ meetingForm: 'ONLINE' }), 'anna'],
  ['a form of participation', () => ({ participationForm: 'BUDDY' }), 'bea'],
  ['a region, and what is below it', () => ({ regionId: nodeId('Region', scene.here) }), 'anna bea cas'],
  ['a region below', () => ({ regionId: nodeId('Region', below) }), 'bea'],
  [
    'a training, whatever its accents',
    () => ({ training: { title: 'meer dan je EIGEN verhaal' } }),
    'anna bea',
  ],
  ['part of a title is no title', () => ({ training: { title: 'meer' } }), ''],
  ['a training that counts', () => ({ training: { title: 'Aan tafel', state: 'VALID' } }), 'anna'],
  [
    'title and state of one and the same training',
    () => ({ training: { title: 'Meer dan je eigen verhaal', state: 'VALID' } }),
    '',
  ],
  ['a training to renew', () => ({ training: { state: 'RENEWAL_WINDOW' } }), 'bea'],
  ['a training that ran out', () => ({ training: { state: 'EXPIRED' } }), 'anna'],
  ['any training', () => ({ training: {} }), 'anna bea'],
  ['who brings what others experience', () => ({ bringsOthersExperience: true }), 'anna'],
  ['of whom it is known that they do not', () => ({ bringsOthersExperience: false }), 'bea'],
  ['who connects with professionals', () => ({ connectsWithProfessionals: true }), ''],
  ['who is free: not paused, with a seat left', () => ({ available: true }), 'anna'],
  ['who is not free', () => ({ available: false }), 'bea cas'],
  ['two things at once', () => ({ level: 'BELEID', domain: 'ONDERWIJS' }), 'bea'],
])('a filter on %s', async (_name, filter, expected) => {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  for (const subject of ['secretary', 'coordinator', 'admin', 'secretary elsewhere']) {
    const found = (await scene.listed(subject, filter())).map((id) => names.get(id)!);
    expect([subject, found.sort().join(' ')]).toEqual([subject, expected]);
  }
});

test('a pause, a training and a seat count on the day of who looks', async () => {
  try {
    scene.service.travelTo('2026-11-26T10:00:00Z');
    expect(await scene.listed('secretary', { available: true })).toEqual([ids.anna]);
    await scene.done('ervaringsdeskundigeUpdate', { id: ids.bea, patch: { maxSeats: 1 } });
    expect((await scene.listed('secretary', { available: true })).sort()).toEqual([ids.anna, ids.bea].sort());
    scene.service.travelTo('2027-02-25T10:00:00Z');
    expect(await scene.listed('secretary', { training: { state: 'RENEWAL_WINDOW' } })).toEqual([]);
  } finally {
    scene.service.travelTo('2026-11-25T10:00:00Z');
  }
});

test('by day of registration or by pseudonym, either way, in pages that give everybody once', async () => {
  const page = async (orderBy: object | undefined, after?: string) => {
    const { data } = await scene.service.ask(
      'secretary',
      `query($orderBy: ErvaringsdeskundigeOrder, $after: String) {
        ervaringsdeskundigen(first: 2, orderBy: $orderBy, after: $after) { nodes { id pseudonym }
          pageInfo { hasNextPage endCursor } } }`,
      { orderBy, after },
    );
    return data.ervaringsdeskundigen;
  };
  const all = async (orderBy?: object) => {
    const first = await page(orderBy);
    const second = await page(orderBy, first.pageInfo.endCursor);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    return [...first.nodes, ...second.nodes] as { id: string; pseudonym: string }[];
  };
  const idsOf = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
  const oldestFirst = [ids.anna, ids.bea, ids.cas];
  expect(idsOf(await all({ field: 'REGISTERED_ON' }))).toEqual(oldestFirst);
  expect(idsOf(await all({ field: 'REGISTERED_ON', direction: 'DESC' }))).toEqual(oldestFirst.toReversed());
  expect(idsOf(await all())).toEqual(oldestFirst.toReversed());
  const names = (await all({ field: 'PSEUDONYM' })).map(({ pseudonym }) => pseudonym);
  expect(names).toEqual([...names].sort());
  expect((await all({ field: 'PSEUDONYM', direction: 'DESC' })).map(({ pseudonym }) => pseudonym)).toEqual(
    names.toReversed(),
  );
});

test('seats that are held count, on their days', async () => {
  expect((await scene.shown(ids.cas!)).currentSeats).toBe(1);
  try {
    scene.service.travelTo('2026-02-28T10:00:00Z');
    expect((await scene.shown(ids.cas!)).currentSeats).toBe(0);
  } finally {
    scene.service.travelTo('2026-11-25T10:00:00Z');
  }
});

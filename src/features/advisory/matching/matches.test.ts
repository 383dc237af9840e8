import { startTestService, type TestService } from '../../../testing/test-service.js';
import { SILENCES } from './match-seat.js';
import { MatchWorld, type Profile, seatNode } from '../testing/match-world.js';

let service: TestService;
let world: MatchWorld;
let seat: string;
let body: string;

beforeEach(async () => {
  service = await startTestService();
  world = new MatchWorld(service.owner);
  const region = await world.make.region('JZ06');
  body = await world.seats.body(region);
  seat = await world.seats.seat(body);
  await world.make.account('secretary', { role: 'SECRETARY', regionId: region });
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await world.make.account('neighbour', { role: 'COORDINATOR', regionId: await world.make.region('JZ22') });
});
afterEach(() => service.close());

const MATCHES = `query($seatId: ID!, $first: Int, $after: String, $fit: [MatchFit!]) {
  matches(seatId: $seatId, first: $first, after: $after, fit: $fit) {
    totalCount hiddenForConsent pageInfo { hasNextPage endCursor }
    nodes { fit score ervaringsdeskundige { pseudonym } criteria { code state points message } blockers { code message } }
  }
}`;

interface Node {
  readonly fit: string;
  readonly score: number;
  readonly ervaringsdeskundige: { readonly pseudonym: string };
  readonly criteria: readonly { code: string; state: string; points: number; message: string }[];
  readonly blockers: readonly { code: string; message: string }[];
}

async function matches(who = 'secretary', variables: object = {}) {
  const answer = await service.ask(who, MATCHES, { seatId: seatNode(seat), ...variables });
  expect(answer.errors).toBeUndefined();
  return answer.data.matches as {
    totalCount: number;
    hiddenForConsent: number | null;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Node[];
  };
}

const ranking = (nodes: readonly Node[]) =>
  nodes.map(({ ervaringsdeskundige, fit, score }) => `${ervaringsdeskundige.pseudonym} ${fit} ${score}`);

test('a ranking as worked out by hand', async () => {
  await world.asks(
    seat,
    'HARD THEME JEUGDHULP',
    'HARD LEVEL BELEID',
    'PREFERRED THEME ARMOEDE', // 10
    'PREFERRED DOMAIN ZORG', // 6
    'PREFERRED TRAINING Spreken in een raad', // 8
    'PREFERRED DAY_PART EVENING', // 4
    'PREFERRED LANGUAGE ar', // 5
    'PREFERRED REGION JZ06', // 5
  );
  const fits = { themes: ['JEUGDHULP'], levels: ['BELEID'] };
  const all = {
    ...fits,
    themes: ['JEUGDHULP', 'ARMOEDE'],
    domains: ['ZORG'],
    dayParts: ['EVENING'],
    languages: ['nl', 'ar'],
    training: { title: 'Spréken in een RAAD', validUntil: '2026-11-25' },
  };
  await world.profile('has all', { ...all, brings: true, connects: true }); // 10 + 6 + 8 + 4 + 5 + 5 + 10 + 10
  await world.profile('from elsewhere', {
    ...all,
    region: 'JZ22',
    scope: 'COUNTRY',
    brings: true,
    connects: true,
  });
  await world.profile('trained long ago', {
    ...all,
    training: { title: 'Spreken in een raad', validUntil: '2026-11-24' },
  });
  await world.profile('the least', { ...fits, brings: false });
  await world.profile('level unknown', { themes: ['JEUGDHULP'], brings: true, connects: true });
  await world.profile('misses the theme', {
    ...all,
    themes: ['ARMOEDE'],
    levels: ['BELEID'],
    brings: true,
    connects: true,
  });
  await world.profile('misses two', { themes: ['ARMOEDE'], levels: ['KIND'] });
  await world.profile('paused', { ...fits, paused: '[2026-11-01,2026-11-26)' });
  await world.profile('paused until yesterday', { ...fits, paused: '[2026-11-01,2026-11-25)' });
  await world.profile('buddy only', { ...fits, forms: ['BUDDY'] });

  const { nodes, totalCount } = await matches();
  expect(totalCount).toBe(10);
  const ranks = ranking(nodes);
  // ties are in random order
  expect([...ranks.slice(0, 3), ...ranks.slice(3, 5).sort(), ...ranks.slice(5, 7)]).toEqual([
    'has all SUITABLE 58',
    'from elsewhere SUITABLE 53',
    'trained long ago SUITABLE 30',
    'paused until yesterday SUITABLE 5',
    'the least SUITABLE 5',
    'level unknown TO_CHECK 25',
    'misses the theme NEARLY_SUITABLE 58',
  ]);
  expect(ranks.slice(7).sort()).toEqual([
    'buddy only NOT_SUITABLE 5',
    'misses two NOT_SUITABLE 15',
    'paused NOT_SUITABLE 5',
  ]);
  const near = nodes.find(({ fit }) => fit === 'NEARLY_SUITABLE')!;
  expect(near.blockers).toEqual([{ code: 'THEME', message: 'Mist ervaring met: Jeugdhulp.' }]);
  // every score is the sum of its points
  for (const { score, criteria } of nodes) {
    expect(criteria.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  }
  // one by one, from suitable to not suitable
  const paged: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await matches('secretary', { first: 1, after });
    paged.push(...ranking(page.nodes));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(paged).toEqual(ranks);
  const only = await matches('secretary', { fit: ['NEARLY_SUITABLE', 'TO_CHECK'] });
  expect(ranking(only.nodes)).toEqual(['level unknown TO_CHECK 25', 'misses the theme NEARLY_SUITABLE 58']);
});

test('a training that is corrected, taken away or learned acts on the next match', async () => {
  await world.asks(seat, 'PREFERRED TRAINING Spreken in een raad'); // 8
  const training = { title: 'Spreken in een raad', validUntil: '2026-11-25' };
  await world.profile('learned', { training });
  const scores: number[] = [];
  const afterwards = async (sql: string) => {
    await service.owner.query(sql);
    scores.push((await matches()).nodes[0]!.score);
  };
  await afterwards(`select 1`);
  await afterwards(`update trainings set valid_until = '2026-11-24'`);
  await afterwards(`update trainings set valid_until = null`);
  await afterwards(`update trainings set title = 'Luisteren in een raad'`);
  await afterwards(`insert into trainings (id, ervaringsdeskundige_id, title, issuer, completed_on, valid_until)
    select gen_random_uuid(), ervaringsdeskundige_id, 'Spreken in een RAAD', issuer, completed_on, day
    from trainings, unnest('{2026-11-20,2026-11-30}'::date[]) day`);
  await afterwards(`delete from trainings where valid_until = '2026-11-30'`);
  expect(scores).toEqual([8, 0, 8, 0, 8, 0]);
});

test('experience with a theme is experience with the wider one, and not the other way round', async () => {
  await world.asks(seat, 'HARD THEME PASSEND_ONDERWIJS', 'PREFERRED THEME THUISZITTERS'); // 10
  await world.profile('narrow', { themes: ['THUISZITTERS', 'HOOGBEGAAFDHEID'] });
  await world.profile('wide', { themes: ['PASSEND_ONDERWIJS'] });
  await world.profile('other', { themes: ['ARMOEDE'] });
  const found = async () => ranking((await matches()).nodes);
  expect(await found()).toEqual(['narrow SUITABLE 10', 'wide SUITABLE 0', 'other NEARLY_SUITABLE 0']);
  // takes effect when the list changes, including for existing profiles
  const below = (theme: string, wider: string | null) =>
    service.owner.query(
      'update themes set parent_id = (select id from themes where code = $2) where code = $1',
      [theme, wider],
    );
  await below('ARMOEDE', 'PASSEND_ONDERWIJS');
  expect((await found()).sort()).toEqual(['narrow SUITABLE 10', 'other SUITABLE 0', 'wide SUITABLE 0']);
  for (const theme of ['THUISZITTERS', 'HOOGBEGAAFDHEID']) await below(theme, null);
  expect((await found()).sort()).toEqual([
    'narrow NEARLY_SUITABLE 10',
    'other SUITABLE 0',
    'wide SUITABLE 0',
  ]);
});

test('seats held and times invited weigh, and the more so the more there are', async () => {
  const [busy, rested, old] = [
    await world.profile('busy', { maxSeats: 3 }),
    await world.profile('invited lately'),
    await world.profile('invited long ago'),
  ];
  await world.profile('new');
  const other = await world.seats.body(await world.make.region('JZ22'));
  for (const from of ['[2026-01-01,)', '[2026-11-25,)']) {
    const held = await world.seats.seat(await world.seats.body(await world.make.region('JZ22')));
    await world.seats.appointment(held, busy.personId, from);
  }
  const far = await world.seats.seat(other);
  await world.invited(far, rested, '2026-05-26');
  await world.invited(far, rested, '2026-11-25', 'EXPIRED');
  await world.invited(far, old, '2026-05-25');
  const { nodes } = await matches();
  expect(ranking(nodes).slice(0, 2).sort()).toEqual(['invited long ago SUITABLE 0', 'new SUITABLE 0']);
  expect(ranking(nodes).slice(2)).toEqual(['invited lately SUITABLE -8', 'busy SUITABLE -12']);
  expect(nodes[3]!.criteria.find(({ code }) => code === 'SEATS_HELD')).toEqual({
    code: 'SEATS_HELD',
    state: 'MISSING',
    points: -12,
    message: 'Vervult nu 2 zetels.',
  });
});

test('a stop applies to people with as many seats as they want, or a recent decline', async () => {
  const full = await world.profile('full', { maxSeats: 1 });
  const elsewhere = await world.seats.seat(await world.seats.body(await world.make.region('JZ22')));
  await world.seats.appointment(elsewhere, full.personId);
  const second = await world.seats.seat(body);
  await world.invited(second, await world.profile('said no'), '2026-05-26');
  await world.invited(second, await world.profile('said no before'), '2026-05-25');
  const { nodes } = await matches();
  const stopped = nodes.filter(({ blockers }) => blockers.length > 0);
  expect(
    stopped
      .map(({ ervaringsdeskundige, blockers }) => `${ervaringsdeskundige.pseudonym}: ${blockers[0]!.code}`)
      .sort(),
  ).toEqual(['full: MAX_SEATS', 'said no: IN_COOLDOWN']);
  expect(stopped.every(({ fit }) => fit === 'NOT_SUITABLE')).toBe(true);
  expect(nodes).toHaveLength(3);
});

test('parents with an open invitation for this seat are not listed; whoever sits in the body by name alone is', async () => {
  const [sits, invited, accepted] = [
    await world.profile('sits'),
    await world.profile('invited'),
    await world.profile('accepted'),
  ];
  const late = await world.profile('did not answer in time');
  await world.seats.appointment(await world.seats.seat(body), sits.personId);
  await world.invited(seat, invited, '2026-11-20', 'ASKED');
  await world.invited(seat, accepted, '2026-11-20', 'ACCEPTED');
  await world.invited(seat, late, '2026-11-01', 'ASKED');
  const { nodes, totalCount } = await matches();
  expect([ranking(nodes), totalCount]).toEqual([
    ['sits SUITABLE 0', 'did not answer in time SUITABLE -4'],
    2,
  ]);
});

describe('consent', () => {
  test('without it nobody appears; they are counted in fives, and fewer than that not at all', async () => {
    await world.profile('found');
    await world.profile('from elsewhere', { region: 'JZ22' });
    await world.profile('expired', { until: '2026-11-24' });
    for (const name of ['a', 'b', 'c']) await world.profile(name, { scope: null });
    const four = await matches();
    expect([four.nodes.length, four.totalCount, four.hiddenForConsent]).toEqual([1, 1, null]);
    await world.profile('d', { scope: null });
    for (const name of ['e', 'f', 'g', 'h']) {
      expect((await matches()).hiddenForConsent).toBe(5);
      await world.profile(name, { scope: null });
    }
    expect((await matches()).hiddenForConsent).toBe(5);
    await world.profile('i', { scope: null });
    expect((await matches()).hiddenForConsent).toBe(10);
    // who has died is nobody who may not be found
    await service.owner.query(
      `update people set deceased_on = '2026-11-01' where id = (
         select person_id from ervaringsdeskundigen where findable_until is null order by id limit 1)`,
    );
    expect((await matches()).hiddenForConsent).toBe(5);
  });

  test('taken back between two pages, it acts on the next', async () => {
    const profiles: Profile[] = [];
    for (let index = 0; index < 6; index++) profiles.push(await world.profile(`profile ${index}`));
    const whole = await matches();
    const order = whole.nodes.map(({ ervaringsdeskundige }) => ervaringsdeskundige.pseudonym);
    const first = await matches('secretary', { first: 3 });
    // the last of the first page and the first of the next
    for (const gone of [order[2]!, order[3]!]) {
      await world.consent(profiles[Number(gone.split(' ')[1])]!.personId, null);
    }
    const next = await matches('secretary', { first: 3, after: first.pageInfo.endCursor });
    expect(next.nodes.map(({ ervaringsdeskundige }) => ervaringsdeskundige.pseudonym)).toEqual(
      order.slice(4),
    );
    expect(next.totalCount).toBe(4);
  });
});

test('what a profile is silent on stands at the same place in the database', async () => {
  const { rows } = await service.owner.query<{ value: string; position: number }>(
    `select value, position from traits where kind = 'SILENT' order by position`,
  );
  expect(rows.map(({ value, position }) => [value, position])).toEqual(SILENCES);
});

test('a seat of others is as one that is not there', async () => {
  await world.profile('found', { scope: 'COUNTRY' });
  const texts = await Promise.all(
    ['00000000-0000-7000-8000-000000000000', seat].map(
      async (id) => (await service.ask('neighbour', MATCHES, { seatId: seatNode(id) })).text,
    ),
  );
  expect(texts[0]).toBe(texts[1]);
  expect(texts[1]).toContain('"totalCount":0');
  expect((await matches('coordinator')).totalCount).toBe(1);
});

test('the rules are shown, in the language of the viewer', async () => {
  const { data } = await service.ask(
    'secretary',
    '{ matchRuleVersion matchRules { code kind points atMost about } }',
    {},
    {
      'accept-language': 'en',
    },
  );
  expect(data.matchRuleVersion).toBe(4);
  expect(data.matchRules).toHaveLength(16);
  expect(data.matchRules[0]).toEqual({
    code: 'THEME',
    kind: 'REQUIREMENT',
    points: 10,
    atMost: null,
    about: 'Experience with a theme, or with one below it.',
  });
});

import { nodeId } from '../../../kernel/node-id.js';
import { ProfileScene } from '../testing/profile-scene.js';

let scene: ProfileScene;

beforeAll(async () => {
  scene = await ProfileScene.begin();
});
afterAll(() => scene.service.close());

const reason = 'Verkeerd ingevuld';
const learned = { title: 'Aan tafel', issuer: 'Ouderacademie (demo)', completedOn: '2024-01-15' };

async function recorded(id: string, input: object = {}) {
  const { training } = await scene.done('trainingRecord', {
    ervaringsdeskundigeId: id,
    ...learned,
    ...input,
  });
  return training as { id: string; version: number; state: string | null };
}

async function stateOn(id: string, day: string): Promise<string | null> {
  const query = `query($id: ID!, $day: Date) { node(id: $id) { ... on Training { state(on: $day) } } }`;
  const { data, errors } = await scene.service.ask('coordinator', query, { id, day });
  expect(errors).toBeUndefined();
  return data.node.state as string | null;
}

/** The last three months of a training are the time to renew it; its last day still counts. */
test.each<[string, string, [string, string | null][]]>([
  [
    'the last day of a month',
    '2027-05-31',
    [
      ['2027-02-28', 'VALID'],
      ['2027-03-01', 'RENEWAL_WINDOW'],
      ['2027-05-31', 'RENEWAL_WINDOW'],
      ['2027-06-01', 'EXPIRED'],
    ],
  ],
  [
    'a leap day',
    '2028-02-29',
    [
      ['2027-11-30', 'VALID'],
      ['2027-12-01', 'RENEWAL_WINDOW'],
      ['2028-02-29', 'RENEWAL_WINDOW'],
      ['2028-03-01', 'EXPIRED'],
    ],
  ],
  [
    'seen from a leap day',
    '2028-05-28',
    [
      ['2028-02-28', 'VALID'],
      ['2028-02-29', 'RENEWAL_WINDOW'],
    ],
  ],
  [
    'the middle of a month, and the day of completion',
    '2026-12-10',
    [
      ['2024-01-14', null],
      ['2024-01-15', 'VALID'],
      ['2026-09-10', 'VALID'],
      ['2026-09-11', 'RENEWAL_WINDOW'],
      ['2026-12-11', 'EXPIRED'],
    ],
  ],
])('a training that ends on %s', async (_name, validUntil, days) => {
  const { id } = await scene.profile();
  const training = await recorded(id, { validUntil });
  const states: [string, string | null][] = [];
  for (const [day] of days) states.push([day, await stateOn(training.id, day)]);
  expect(states).toEqual(days);
});

test('the renewal of a training begins on the first day that is less than three months before its end', async () => {
  const differing = await scene.service.owner.query<{ until: string }>(
    `select until::text from generate_series(date '2026-01-01', '2030-12-31', '1 day') series,
       lateral (select series::date as until) each,
       lateral (select min(before)::date as renewal_from
         from generate_series(until - 100, until, interval '1 day') before
         where before + interval '3 months' > until) counted
     where training_renewal_from(until) <> counted.renewal_from`,
  );
  expect(differing.rows).toEqual([]);
});

test("a training without a last day stays valid; the state is that of the viewer's day", async () => {
  const { id } = await scene.profile();
  const forever = await recorded(id);
  const ending = await recorded(id, { validUntil: '2026-11-25' });
  expect([forever.state, ending.state]).toEqual(['VALID', 'RENEWAL_WINDOW']);
  expect(await stateOn(forever.id, '2099-12-31')).toBe('VALID');
  try {
    // by then it is the 26th in the Netherlands
    scene.service.travelTo('2026-11-25T23:30:00Z');
    const { trainings } = await scene.shown(id);
    expect(trainings.find((each: { id: string }) => each.id === ending.id).state).toBe('EXPIRED');
  } finally {
    scene.service.travelTo('2026-11-25T10:00:00Z');
  }
});

test('recorded, corrected and annulled by a coordinator of the region; visible to those who see the profile', async () => {
  const { id, parent } = await scene.findable(['COUNTRY']);
  const training = await recorded(id, { validUntil: '2027-06-30' });
  const correct = (patch: object, expectedVersion?: number) => ({
    id: training.id,
    expectedVersion,
    reason,
    patch,
  });
  const corrected = await scene.done(
    'trainingCorrect',
    correct({ title: 'Aan tafel 2', validUntil: null }, training.version),
  );
  const { training: made } = corrected;
  expect(made).toMatchObject({
    version: 1,
    title: 'Aan tafel 2',
    issuer: learned.issuer,
    validUntil: null,
    state: 'VALID',
  });
  const { data } = await scene.service.ask('coordinator', 'query($id: ID!) { node(id: $id) { id } }', {
    id: training.id,
  });
  expect(data.node).toEqual({ id: made.id });
  expect((await scene.shown(id, 'secretary elsewhere')).trainings).toMatchObject([{ id: made.id }]);
  for (const subject of [parent.subject, 'secretary', 'coordinator elsewhere', 'admin']) {
    const attempt = { ...correct({ title: 'X' }), id: made.id };
    expect(await scene.refused('trainingCorrect', attempt, subject)).toEqual(['FORBIDDEN']);
    expect(await scene.refused('trainingAnnul', { id: made.id, reason }, subject)).toEqual(['FORBIDDEN']);
    const again = { ervaringsdeskundigeId: id, ...learned };
    expect(await scene.refused('trainingRecord', again, subject)).toEqual(['FORBIDDEN']);
  }
  expect(await scene.refused('trainingCorrect', { ...correct({ title: 'X' }, 9), id: made.id })).toEqual([
    'CONFLICT input.expectedVersion',
  ]);
  // what is as it was
  expect(
    await scene.refused('trainingCorrect', { ...correct({ title: 'Aan tafel 2' }), id: made.id }),
  ).toEqual([]);
  const annulled = await scene.done('trainingAnnul', { id: made.id, reason });
  expect(annulled.ervaringsdeskundige.trainings).toEqual([]);
  expect(await scene.refused('trainingAnnul', { id: made.id, reason })).toEqual(['NOT_FOUND input.id']);
});

test('what cannot be is refused', async () => {
  const { id } = await scene.profile();
  const record = (input: object) =>
    scene.refused('trainingRecord', { ervaringsdeskundigeId: id, ...learned, ...input });
  expect(await record({ completedOn: '2026-11-26' })).toEqual(['DATE_OUT_OF_RANGE input.completedOn']);
  expect(await record({ validUntil: '2024-01-14' })).toEqual(['DATE_OUT_OF_RANGE input.validUntil']);
  expect(await record({ title: ' ', issuer: 'x'.repeat(201) })).toEqual([
    'REQUIRED input.title',
    'TOO_LONG input.issuer',
  ]);
  const training = await recorded(id, { validUntil: '2027-01-01' });
  const correct = (patch: object) => scene.refused('trainingCorrect', { id: training.id, reason, patch });
  expect(await correct({ completedOn: null })).toEqual(['REQUIRED input.patch.completedOn']);
  expect(await correct({ completedOn: '2026-06-01', validUntil: '2026-05-31' })).toEqual([
    'DATE_OUT_OF_RANGE input.patch.validUntil',
  ]);
});

test('a training of a profile that is hidden is hidden with it', async () => {
  const { id } = await scene.profile();
  const training = await recorded(id);
  const unknown = nodeId('Training', '00000000-0000-7000-8000-000000000000');
  const query = `query($id: ID!) { node(id: $id) { id ... on Training { title ervaringsdeskundige { pseudonym } } } }`;
  for (const subject of ['secretary', 'coordinator elsewhere', 'admin', 'supporter']) {
    const [hidden, none] = await Promise.all(
      [training.id, unknown].map((each) => scene.service.ask(subject, query, { id: each })),
    );
    expect(hidden!.data.node).toBeNull();
    expect(hidden!.text).toBe(none!.text);
  }
  const annul = (each: string) =>
    scene.refused('trainingAnnul', { id: each, reason }, 'coordinator elsewhere');
  expect(await annul(training.id)).toEqual(await annul(unknown));
});

import { nodeId } from '../../../kernel/node-id.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const stages = async (network: string) =>
  (await world.plan(network)).candidates.map(({ stage, rank }: { stage: string; rank?: number }) => ({
    stage,
    rank,
  }));

test('candidates come last in the order of preference, unless somebody says otherwise', async () => {
  const { id, plan } = await world.sought();
  const add = async (more: object) =>
    world.done('candidateAdd', { planId: plan, personId: await world.person(), readiness: 'NOW', ...more });
  await add({});
  await add({ stage: 'EXPLORING' });
  await add({ rank: 1, stage: 'APPROACHED', nextStepOn: '2026-12-01' });
  expect(await stages(id)).toEqual([
    { stage: 'IDENTIFIED', rank: 1 },
    { stage: 'APPROACHED', rank: 1 },
    { stage: 'EXPLORING', rank: 2 },
  ]);
  expect((await world.plan(id)).status).toBe('SEEKING');
});

test('people who may not become a candidate', async () => {
  const { uuid, plan, person } = await world.sought();
  const leading = await world.make.person(world.region);
  await world.make.trekkerschap(uuid, leading, '[2026-03-01,)');
  const along = await world.make.person(world.region);
  await world.make.trekkerschap(uuid, along, '[2026-03-01,)', 'CO_TREKKER');
  const add = (personId: string, more: object = {}) => ({
    planId: plan,
    personId,
    readiness: 'NOW',
    ...more,
  });
  expect(await world.refused('candidateAdd', add(person))).toBe('SAME_PERSON input.personId');
  expect(await world.refused('candidateAdd', add(nodeId('Person', leading)))).toBe(
    'ALREADY_LEADS input.personId',
  );
  await world.done('candidateAdd', add(nodeId('Person', along)));
  expect(await world.refused('candidateAdd', add(nodeId('Person', along)))).toBe(
    'CANDIDATE_ALREADY input.personId',
  );
  const somebody = await world.person();
  for (const stage of ['SHADOWING', 'READY', 'APPOINTED', 'DECLINED', 'WITHDRAWN']) {
    expect(await world.refused('candidateAdd', add(somebody, { stage }))).toBe('ILLEGAL_STEP input.stage');
  }
  expect(await world.refused('candidateAdd', add(somebody, { nextStepOn: '2026-11-24' }))).toBe(
    'DATE_OUT_OF_RANGE input.nextStepOn',
  );
});

test('the plan follows its furthest candidate, and back when they withdraw', async () => {
  const { id, plan } = await world.sought();
  const first = await world.candidate(id, plan, 'IDENTIFIED');
  const second = await world.candidate(id, plan, 'EXPLORING');
  const status = async () => (await world.plan(id)).status;
  for (const [candidate, stage, expected] of [
    [first, 'APPROACHED', 'SEEKING'],
    [first, 'EXPLORING', 'SEEKING'],
    [first, 'AGREED', 'CANDIDATE_AGREED'],
    [first, 'SHADOWING', 'SHADOWING'],
    [first, 'READY', 'HANDING_OVER'],
    [first, 'SHADOWING', 'SHADOWING'],
    [first, 'AGREED', 'CANDIDATE_AGREED'],
    [second, 'AGREED', 'CANDIDATE_AGREED'],
    [first, 'READY', 'HANDING_OVER'],
  ]) {
    await world.done('candidateMove', { id: candidate, stage });
    expect([stage, await status()]).toEqual([stage, expected]);
  }
  await world.done('candidateMove', { id: first, stage: 'WITHDRAWN', reason: 'Verhuist toch' });
  expect(await status()).toBe('CANDIDATE_AGREED');
  await world.done('candidateMove', { id: second, stage: 'WITHDRAWN', reason: 'Nieuwe baan' });
  expect(await world.plan(id)).toMatchObject({
    status: 'SEEKING',
    closedOn: null,
    candidates: [
      { stage: 'WITHDRAWN', declineReason: 'Verhuist toch', endedOn: '2026-11-25', nextStepOn: null },
      { stage: 'WITHDRAWN', declineReason: 'Nieuwe baan' },
    ],
  });
});

test('steps that make no sense are refused, and what is over stays over', async () => {
  const { id, plan } = await world.sought();
  const candidate = await world.candidate(id, plan, 'IDENTIFIED');
  const to = (stage: string) => world.refused('candidateMove', { id: candidate, stage });
  expect(await to('SHADOWING')).toBe('ILLEGAL_STEP input.stage');
  expect(await to('READY')).toBe('ILLEGAL_STEP input.stage');
  expect(await to('APPOINTED')).toBe('APPOINT_BY_COMPLETING input.stage');
  expect(await to('DECLINED')).toBe('REQUIRED input.reason');
  const { data } = await service.ask(
    'coordinator',
    'mutation($input: CandidateMoveInput!) { candidateMove(input: $input) { errors { message } } }',
    { input: { id: candidate, stage: 'READY' } },
  );
  expect(data.candidateMove.errors[0].message).toBe(
    'Deze stap kan nu niet. Wel kan: gevraagd, in gesprek, ja gezegd, nee gezegd of teruggetrokken.',
  );
  await world.done('candidateMove', { id: candidate, stage: 'DECLINED', reason: 'Te druk' });
  expect(await to('APPROACHED')).toBe('CANDIDATE_ENDED input.id');
  expect(await world.refused('candidateMove', { id: candidate, rank: 2 })).toBe('CANDIDATE_ENDED input.id');
  const agreed = await world.candidate(id, plan, 'AGREED');
  expect(await world.refused('candidateMove', { id: agreed, stage: 'DECLINED', reason: 'Toch niet' })).toBe(
    'ILLEGAL_STEP input.stage',
  );
});

test('the same stage: only what else is given changes, and what is left out stays', async () => {
  const { id, plan } = await world.sought();
  const candidate = await world.candidate(id, plan, 'APPROACHED');
  await world.done('candidateMove', {
    id: candidate,
    expectedVersion: 1,
    stage: 'APPROACHED',
    nextStepOn: '2026-12-01',
    readiness: 'SIX_MONTHS',
  });
  await world.done('candidateMove', { id: candidate, rank: 3 });
  const asItIs = { id: candidate, stage: 'APPROACHED', rank: 3, nextStepOn: '2026-12-01' };
  await unchanged(service.owner, () => world.done('candidateMove', asItIs));
  expect((await world.plan(id)).candidates).toMatchObject([
    { stage: 'APPROACHED', nextStepOn: '2026-12-01', rank: 3, version: 3 },
  ]);
  await world.done('candidateMove', { id: candidate, nextStepOn: null });
  expect((await world.plan(id)).candidates).toMatchObject([{ nextStepOn: null, rank: 3 }]);
  expect(await world.refused('candidateMove', { id: candidate, expectedVersion: 3, rank: 1 })).toBe(
    'CONFLICT input.expectedVersion',
  );
});

describe('a person who declined', () => {
  /** A person who declined on 25 November in one network, and the plan of another. */
  async function declined(stage = 'DECLINED') {
    const first = await world.sought('2029-07-31');
    const person = await world.person();
    const candidate = await world.candidate(first.id, first.plan, 'APPROACHED', person);
    await world.done('candidateMove', { id: candidate, stage, reason: 'Nu niet' });
    return { ...first, person };
  }

  test.each([
    ['2027-05-24T10:00:00Z', 'IN_COOLDOWN input.personId'],
    ['2027-05-24T22:30:00Z', ''], // the 25th in Amsterdam: six months after 25 November
  ])('is left in peace for six months: on %s %p', async (instant, code) => {
    const { plan, person } = await declined();
    const elsewhere = await world.sought();
    service.travelTo(instant);
    for (const planId of [plan, elsewhere.plan]) {
      const input = { planId, personId: person, readiness: 'NOW' };
      if (code) expect(await world.refused('candidateAdd', input)).toBe(code);
      else await world.done('candidateAdd', input);
    }
  });

  test('on 31 August, until the last day of February', async () => {
    service.travelTo('2027-08-31T10:00:00Z');
    const { plan, person } = await declined();
    service.travelTo('2028-02-29T10:00:00Z');
    const input = { planId: plan, personId: person, readiness: 'NOW' };
    expect(await world.refused('candidateAdd', input)).toBe('IN_COOLDOWN input.personId');
    service.travelTo('2028-03-01T10:00:00Z');
    await world.done('candidateAdd', input);
  });

  test('may be asked before with a motivation, which is kept; the refusal tells until when', async () => {
    const { id, plan, person } = await declined();
    const input = { planId: plan, personId: person, readiness: 'NOW' };
    const { data } = await service.ask(
      'coordinator',
      'mutation($input: CandidateAddInput!) { candidateAdd(input: $input) { errors { message } } }',
      { input },
    );
    expect(data.candidateAdd.errors[0].message).toBe(
      'Deze persoon zei nee op 25 november 2026. Vraag het tot en met 24 mei 2027 niet opnieuw, of schrijf op waarom het toch kan.',
    );
    expect(await world.refused('candidateAdd', { ...input, motivation: '  ' })).toBe(
      'IN_COOLDOWN input.personId',
    );
    await world.done('candidateAdd', { ...input, motivation: 'Belde zelf' });
    expect((await world.plan(id)).candidates).toMatchObject([
      { stage: 'DECLINED' },
      { stage: 'IDENTIFIED', motivation: 'Belde zelf', person: { id: person } },
    ]);
  });

  test('is somebody other than the one who withdrew', async () => {
    const { plan, person } = await declined('WITHDRAWN');
    await world.done('candidateAdd', { planId: plan, personId: person, readiness: 'NOW' });
  });
});

import { times } from '../../testing/effort.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { SuccessionWorld } from './testing/succession-world.js';

const ROUNDS = times('races');

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterAll(() => service.close());

/** The codes of two attempts at the same moment, sorted; '' = it succeeded. */
async function both(first: [string, object], second: [string, object] = first): Promise<string[]> {
  const answers = await Promise.all([world.run(...first, 'coordinator'), world.run(...second, 'colleague')]);
  return answers.map((refusals) => refusals.map(({ code }) => code).join()).sort();
}

test('two users open a plan: one succeeds, the other hears that it is open', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id, tenure } = await world.ledNetwork();
    expect(await both(['successionOpen', { trekkerschapId: tenure }])).toEqual(['', 'PLAN_OPEN']);
    expect((await world.shown(id)).plans).toHaveLength(1);
  }
});

test('two users complete one plan, with different candidates: one leads', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id, plan } = await world.sought();
    const [first, second] = [await world.candidate(id, plan), await world.candidate(id, plan)];
    const complete = (candidateId: string): [string, object] => [
      'successionComplete',
      { id: plan, candidateId, motivation: 'Loopt mee' },
    ];
    expect(await both(complete(first), complete(second))).toEqual(['', 'PLAN_CLOSED']);
    const { tenures, plans } = await world.shown(id);
    expect(tenures.filter(({ predecessor }) => predecessor)).toHaveLength(1);
    expect(plans[0]!.candidates.filter(({ stage }) => stage === 'APPOINTED')).toHaveLength(1);
  }
});

test('two users add the same candidate, or move one to different stages', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id, plan } = await world.sought();
    const add = { planId: plan, personId: await world.person(), readiness: 'NOW' };
    expect(await both(['candidateAdd', add])).toEqual(['', 'CANDIDATE_ALREADY']);
    const [candidate] = (await world.plan(id)).candidates;
    const move = (stage: string): [string, object] => [
      'candidateMove',
      { id: candidate!.id, expectedVersion: candidate!.version, stage },
    ];
    expect(await both(move('AGREED'), move('APPROACHED'))).toEqual(['', 'CONFLICT']);
  }
});

test('completing and the trekker’s own end at once: one after the other, and one plan', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id, plan, tenure } = await world.sought();
    await world.candidate(id, plan);
    const codes = await both(
      ['successionComplete', { id: plan, on: '2026-12-31', motivation: 'Loopt mee' }],
      ['trekkerschapEnd', { id: tenure, on: '2027-01-31', reason: 'PERSONAL' }],
    );
    expect(codes).toEqual(['', '']);
    const { plans } = await world.shown(id);
    expect(plans.map(({ status }) => status)).toEqual(['COMPLETED']);
  }
});

test('an end and a plan by hand at once leave one open plan', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id, tenure } = await world.ledNetwork();
    const codes = await both(
      ['successionOpen', { trekkerschapId: tenure }],
      ['trekkerschapEnd', { id: tenure, on: '2027-01-31', reason: 'PERSONAL' }],
    );
    expect(codes).toEqual(['', '']);
    expect((await world.shown(id)).plans).toMatchObject([
      { openedBecause: 'BY_HAND', targetOn: '2027-01-31' },
    ]);
  }
});

test('a checklist that two replace at once is the one or the other, whole', async () => {
  const region = Buffer.from(`Region:${world.region}`).toString('base64url');
  const items = (keys: string[]) =>
    keys.map((key) => ({ key, labelNl: key, mandatory: false, daysBefore: 1 }));
  for (let round = 0; round < ROUNDS; round++) {
    const codes = await both(
      ['handoverTemplateSet', { regionId: region, items: items(['A', 'B']) }],
      ['handoverTemplateSet', { regionId: region, items: items(['B', 'C']) }],
    );
    expect(codes).toEqual(['', '']);
    const { rows } = await service.owner.query(
      `select string_agg(key, '' order by key) as keys from handover_template_items`,
    );
    expect(['AB', 'BC']).toContain(rows[0].keys);
  }
});

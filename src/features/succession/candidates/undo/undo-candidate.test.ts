import { nodeId, parseNodeId } from '../../../../kernel/node-id.js';
import { expectKnownWhere, expectStoredIsFresh } from '../../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../../testing/test-service.js';
import { SuccessionWorld } from '../../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

const reason = 'Verkeerde ouder';
const node = async (id: string, as = 'coordinator') =>
  (await world.service.ask(as, 'query ($id: ID!) { node(id: $id) { id } }', { id })).data.node;

/** A search with somebody who is at a stage. */
async function sought(stage = 'IDENTIFIED') {
  const { id, plan, ...network } = await world.sought();
  const personId = await world.person();
  await world.done('candidateAdd', { planId: plan, personId, readiness: 'NOW', stage });
  const [candidate] = (await world.plan(id)).candidates;
  return { id, plan, personId, candidate: candidate!, ...network };
}

test('a candidacy that never was is gone, and the search is where the others are', async () => {
  const { id, candidate, personId } = await sought('AGREED');
  expect(await world.plan(id)).toMatchObject({ status: 'CANDIDATE_AGREED', handover: {} });
  await world.done('candidateAnnul', { id: candidate.id, reason });
  const { status, candidates, handover } = await world.plan(id);
  expect({ status, candidates, handover }).toEqual({ status: 'SEEKING', candidates: [], handover: null });
  expect(await node(candidate.id)).toBeNull();
  expect(await node(personId)).toEqual({ id: personId });
  await expectStoredIsFresh(world.service);
});

test('a checklist that people worked on stays', async () => {
  const { id, candidate } = await sought('AGREED');
  const { handover } = await world.plan(id);
  await world.done('handoverItemSet', { id: handover!.items[0]!.id, doneOn: '2026-11-20' });
  await world.done('candidateAnnul', { id: candidate.id, reason });
  expect((await world.plan(id)).handover!.items).toHaveLength(handover!.items.length);
});

test('a checklist that came with somebody else’s agreement stays', async () => {
  const { id, plan, candidate } = await sought('AGREED');
  await world.candidate(id, plan, 'AGREED');
  await world.done('candidateAnnul', { id: candidate.id, reason });
  expect(await world.plan(id)).toMatchObject({ status: 'CANDIDATE_AGREED', handover: {} });
});

test('the wrong parent: another, at the same place; the first is asked nothing', async () => {
  const { id, candidate } = await sought('EXPLORING');
  const right = await world.person();
  await world.done('candidateCorrect', { id: candidate.id, reason, patch: { personId: right } });
  const { candidates } = await world.plan(id);
  expect(candidates).toMatchObject([{ stage: 'EXPLORING', rank: 1, person: { id: right } }]);
  expect(await node(candidate.id)).toEqual({ id: candidates[0]!.id });
});

test('a no that was never said: they may be asked at once', async () => {
  const { id, candidate, personId, plan } = await sought('EXPLORING');
  await world.done('candidateMove', { id: candidate.id, stage: 'DECLINED', reason: 'Te druk' });
  const again = { planId: plan, personId, readiness: 'NOW' };
  expect(await world.refused('candidateAdd', again)).toBe('IN_COOLDOWN input.personId');
  await world.done('candidateCorrect', { id: candidate.id, reason, patch: { stage: 'AGREED' } });
  const now = await world.plan(id);
  expect(now).toMatchObject({ status: 'CANDIDATE_AGREED', handover: {} });
  expect(now.candidates).toMatchObject([{ stage: 'AGREED', declineReason: null, endedOn: null }]);
  const made = now.candidates[0]!.id;
  await world.done('candidateCorrect', {
    id: made,
    reason,
    patch: { stage: 'DECLINED', endReason: 'Verhuist', endedOn: '2026-05-01' },
  });
  expect((await world.plan(id)).candidates).toMatchObject([
    { stage: 'DECLINED', declineReason: 'Verhuist', endedOn: '2026-05-01' },
  ]);
  await world.done('candidateAdd', again);
});

test.each(['DECLINED', 'WITHDRAWN'])(
  'a no (%s) that was never said, of who stopped with everything since: they withdrew with that',
  async (stage) => {
    const { id, candidate, personId } = await sought('EXPLORING');
    await world.done('candidateMove', { id: candidate.id, stage, reason: 'Te druk' });
    await world.done('personDepart', { id: personId, kind: 'STOPS_EVERYTHING' });
    await world.done('candidateCorrect', { id: candidate.id, reason, patch: { stage: 'AGREED' } });
    const over = { stage: 'WITHDRAWN', declineReason: 'Doet niet meer mee.', endedOn: '2026-11-25' };
    expect(await world.plan(id)).toMatchObject({ status: 'SEEKING', candidates: [over] });
    await world.done('personDepartTakeBack', { id: await world.departureOf(personId) });
    const again = { stage: 'AGREED', declineReason: null, endedOn: null };
    expect(await world.plan(id)).toMatchObject({ status: 'CANDIDATE_AGREED', candidates: [again] });
    await expectStoredIsFresh(world.service);
  },
);

test('who leads because of it is named, and put right first', async () => {
  const { id, plan, candidate } = await sought('AGREED');
  await world.done('successionComplete', { id: plan, candidateId: candidate.id, motivation: 'Loopt goed' });
  for (const [mutation, more] of [
    ['candidateAnnul', {}],
    ['candidateCorrect', { patch: { rank: 2 } }],
  ] as const) {
    expect(await world.refused(mutation, { id: candidate.id, reason, ...more })).toBe('BUILT_UPON input.id');
  }
  const led = (await world.shown(id)).tenures.find(({ predecessor }) => predecessor)!;
  await world.done('trekkerschapAnnul', { id: led.id, reason });
  await world.done('candidateAnnul', { id: candidate.id, reason });
  expect((await world.plan(id)).candidates).toEqual([]);
});

test('somebody of another region is seen there no more', async () => {
  const { make, service } = world;
  const person = await make.person(await make.region('JZ07'));
  const { plan } = await world.sought();
  const id = nodeId('SuccessorCandidate', await make.candidate(parseNodeId(plan)!.uuid, person));
  const personId = nodeId('Person', person);
  expect(await node(personId)).toEqual({ id: personId });
  await world.done('candidateAnnul', { id, reason });
  expect(await node(personId)).toBeNull();
  await expectKnownWhere(service.owner);
});

test('what is as it was changes nothing; what cannot be is refused', async () => {
  const { candidate, person } = await sought();
  const correct = (patch: object) => world.refused('candidateCorrect', { id: candidate.id, reason, patch });
  expect(await correct({ rank: 1, stage: 'IDENTIFIED' })).toBe('');
  expect(await correct({ stage: 'APPOINTED' })).toBe('APPOINT_BY_COMPLETING input.patch.stage');
  expect(await correct({ stage: 'DECLINED' })).toBe('REQUIRED input.patch.endReason');
  expect(await correct({ rank: 0 })).toBe('OUT_OF_RANGE input.patch.rank');
  expect(await correct({ stage: 'DECLINED', endReason: 'x', endedOn: '2026-11-26' })).toBe(
    'DATE_OUT_OF_RANGE input.patch.endedOn',
  );
  expect(await correct({ personId: person })).toBe('SAME_PERSON input.patch.personId');
  const professional = await world.make.person(world.region);
  await world.service.owner.query(`update people set perspectives = '{PROFESSIONAL}' where id = $1`, [
    professional,
  ]);
  expect(await correct({ personId: nodeId('Person', professional) })).toBe(
    'NOT_LED_BY_PARENT input.patch.personId',
  );
});

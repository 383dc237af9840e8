import { nodeId } from '../../../kernel/node-id.js';
import { expectKnownWhere, expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

const reason = 'Verkeerd netwerk ingevuld';
const node = async (id: string) =>
  (await world.service.ask('coordinator', 'query ($id: ID!) { node(id: $id) { id } }', { id })).data.node;

/** A network of one trekker, who is recorded as having stopped. */
async function stopped(on = '2026-10-31') {
  const network = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: network.tenure, on, reason: 'PERSONAL' });
  return network;
}

test('an end that never was: the trekker goes on, and what followed from it is gone', async () => {
  const { id, tenure } = await stopped();
  expect((await world.shown(id)).plans).toHaveLength(1);
  await world.done('trekkerschapCorrect', { id: tenure, reason, patch: { until: null } });
  const { plans, cared, tenures } = await world.shown(id);
  expect({ plans, cared }).toEqual({ plans: [], cared: [] });
  expect(tenures).toMatchObject([{ period: { from: '2026-01-01', until: null }, endReason: null }]);
  expect(await node(tenure)).toEqual({ id: tenures[0]!.id });
  await expectStoredIsFresh(world.service);
});

test('a search that people worked on stops with the reason', async () => {
  const { id, tenure } = await stopped();
  const { id: plan } = await world.plan(id);
  const candidate = await world.candidate(id, plan, 'IDENTIFIED');
  await world.done('trekkerschapCorrect', { id: tenure, reason, patch: { until: null } });
  const { plans, tenures } = await world.shown(id);
  expect(plans).toMatchObject([
    { id: plan, status: 'STOPPED', stopReason: reason, candidates: [{ id: candidate }] },
  ]);
  expect(plans[0]!.trekkerschap).toEqual({ id: tenures[0]!.id });
});

test('another day of the end: the search goes on for that day', async () => {
  const { id, tenure } = await stopped('2027-01-31');
  const { id: plan } = await world.plan(id);
  await world.candidate(id, plan, 'IDENTIFIED');
  await world.done('trekkerschapCorrect', { id: tenure, reason, patch: { until: '2027-03-31' } });
  const { plans, tenures } = await world.shown(id);
  expect(plans).toMatchObject([
    { id: plan, closedOn: null, targetOn: '2027-03-31', trekkerschap: { id: tenures[0]!.id } },
  ]);
});

test('the wrong successor: whom the search found is another, and the first is where they were', async () => {
  const { id, plan, tenure } = await world.sought();
  const [wrong, right] = [await world.person(), await world.person()];
  await world.candidate(id, plan, 'READY', wrong);
  await world.candidate(id, plan, 'EXPLORING', right);
  await world.done('successionComplete', { id: plan, on: '2026-11-24', motivation: 'Loopt goed' });
  const next = (await world.shown(id)).tenures.find(({ predecessor }) => predecessor)!;
  await world.done('trekkerschapCorrect', { id: next.id, reason, patch: { personId: right } });
  const { plans, tenures } = await world.shown(id);
  const made = tenures.find(({ predecessor }) => predecessor)!;
  expect(made).toMatchObject({ person: { id: right }, predecessor: { id: tenure } });
  expect(plans).toMatchObject([{ id: plan, status: 'COMPLETED', successor: { id: made.id } }]);
  const stages = plans[0]!.candidates.map(({ person, stage }) => [person.id, stage]);
  expect(Object.fromEntries(stages)).toEqual({ [wrong]: 'READY', [right]: 'APPOINTED' });
});

test('whoever took over is named, and put right first; a day that they do not depend on may change', async () => {
  const { id, tenure } = await world.ledNetwork();
  const next = await world.person();
  await world.done('trekkerschapHandOver', { id: tenure, toPersonId: next, on: '2026-10-31' });
  expect(await world.refused('trekkerschapAnnul', { id: tenure, reason })).toBe('BUILT_UPON input.id');
  const later = { id: tenure, reason, patch: { until: '2026-11-01' } };
  expect(await world.refused('trekkerschapCorrect', later)).toBe('BUILT_UPON input.id');
  await world.done('trekkerschapCorrect', { id: tenure, reason, patch: { from: '2025-09-01' } });
  const { tenures } = await world.shown(id);
  const first = tenures.find(({ predecessor }) => !predecessor)!;
  expect(tenures.find(({ predecessor }) => predecessor)!.predecessor).toEqual({ id: first.id });
});

test('an id that was corrected twice leads to the last, and to nothing once that is annulled', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.make.trekkerschap(
    (await world.ledNetwork()).uuid,
    await world.make.person(world.region),
    '[2026-01-01,)',
  );
  await world.done('trekkerschapCorrect', { id: tenure, reason, patch: { from: '2026-02-01' } });
  const [second] = (await world.shown(id)).tenures;
  await world.done('trekkerschapCorrect', { id: second!.id, reason, patch: { role: 'CO_TREKKER' } });
  const [third] = (await world.shown(id)).tenures;
  expect([await node(tenure), await node(second!.id)]).toEqual([{ id: third!.id }, { id: third!.id }]);
  await world.done('trekkerschapAnnul', { id: third!.id, reason });
  expect([await node(tenure), await node(third!.id)]).toEqual([null, null]);
  const { cared } = await world.shown(id);
  expect(cared).toEqual([{ from: '2026-01-01', until: null }]);
});

test('the audit log keeps what it said, and the reason is kept apart', async () => {
  const { tenure, personUuid } = await world.ledNetwork();
  await world.done('trekkerschapAnnul', { id: tenure, reason });
  const { rows } = await world.service.owner.query(
    `select l.facts, n.reason, n.subject_type, n.replaced_by from audit_log l join annulments n on n.subject_id = l.subject_id
     where l.action = 'trekkerschap.annulled' and l.facts ->> 'personId' = $1`,
    [personUuid],
  );
  expect(rows).toEqual([
    {
      facts: {
        personId: personUuid,
        role: 'TREKKER',
        period: '[2026-01-01,)',
        plannedEndOn: null,
        endReason: null,
        predecessorId: null,
      },
      reason,
      subject_type: 'Trekkerschap',
      replaced_by: null,
    },
  ]);
});

test.each([
  [{ patch: { until: '2025-12-31' } }, 'ENDS_BEFORE_START input.patch.until,REQUIRED input.patch.endReason'],
  [{ patch: { until: '2026-12-31' } }, 'REQUIRED input.patch.endReason'],
  [{ patch: { from: '2026-11-01' }, reason: '123456782' }, 'BSN_IN_TEXT input.reason'],
  [{ patch: { from: '2026-11-01' }, reason: ' ' }, 'REQUIRED input.reason'],
])('%j is refused', async (given, refusal) => {
  const { tenure } = await world.ledNetwork();
  expect(await world.refused('trekkerschapCorrect', { id: tenure, reason, ...given })).toBe(refusal);
});

test('two who annul and correct at once: one does, the other finds nothing there', async () => {
  for (let n = 0; n < 6; n++) {
    const { id, tenure } = await world.ledNetwork();
    const outcomes = await Promise.all([
      world.run('trekkerschapAnnul', { id: tenure, reason }),
      world.run('trekkerschapCorrect', { id: tenure, reason, patch: { from: '2026-03-01' } }, 'colleague'),
    ]);
    // by which of them was first
    const [{ code } = { code: '' }, ...more] = outcomes.flat();
    expect([['NOT_FOUND', 'CORRECTED'].includes(code), more]).toEqual([true, []]);
    const { tenures, cared } = await world.shown(id);
    expect(tenures.length + cared.length).toBeGreaterThan(0);
  }
});

test('a person of another region is seen there no more when the trekkerschap never was', async () => {
  const { make, service } = world;
  const elsewhere = await make.region('JZ07');
  const person = await make.person(elsewhere);
  const { uuid } = await world.ledNetwork();
  const id = nodeId('Trekkerschap', await make.trekkerschap(uuid, person, '[2026-02-01,)', 'CO_TREKKER'));
  const personId = nodeId('Person', person);
  expect(await node(personId)).toEqual({ id: personId });
  await world.done('trekkerschapAnnul', { id, reason });
  expect(await node(personId)).toBeNull();
  await expectKnownWhere(service.owner);
});

import { nodeId } from '../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { NOW, startTestService } from '../../testing/test-service.js';
import { AbsenceScene } from './testing/absence-scene.js';

let scene: AbsenceScene;

beforeAll(async () => {
  scene = await AbsenceScene.begin(await startTestService());
});
afterEach(async () => {
  scene.service.travelTo(NOW);
  const nobodys = 'select id from oudernetwerken where not isempty(uncovered_days(id))';
  expect((await scene.service.owner.query(nobodys)).rows).toEqual([]);
  await renewAll(scene.service);
  await expectStoredIsFresh(scene.service);
});
afterAll(() => scene.service.close());

const AWAY = `oudernetwerk { id trekkerschappen { nodes { id person { id } period { from until }
  absences { id period { from until } expectedUntil substitute { id person { id } period { from until } } } } } }`;
const person = async () => nodeId('Person', await scene.make.person(scene.region));
const open = (from: string) => ({ from, until: null });

/** Another network, that only a caretaker leads. */
const other = () => scene.make.network(scene.region, { activeFrom: '2026-01-01' });

interface Role {
  readonly id: string;
  readonly person: { readonly id: string };
  readonly period: { readonly from: string; readonly until: string | null };
  readonly absences: readonly object[];
}
async function merge(from: string, into: string): Promise<Role[]> {
  const input = {
    ids: [nodeId('Oudernetwerk', from)],
    into: nodeId('Oudernetwerk', into),
    on: '2026-11-20',
    reason: 'Samen sterker',
  };
  const { oudernetwerk, errors } = await scene.run('oudernetwerkMerge', input, AWAY);
  expect(errors).toEqual([]);
  return oudernetwerk.trekkerschappen.nodes;
}
async function split(from: string, ...trekkerIds: string[]) {
  const input = {
    id: nodeId('Oudernetwerk', from),
    new: { name: 'Netwerk Zuid' },
    on: '2026-11-20',
    memberIds: [],
    trekkerIds,
  };
  const answer = await scene.run('oudernetwerkSplit', input, `new { ${AWAY.slice('oudernetwerk {'.length)}`);
  expect(answer.errors).toEqual([]);
  return { id: answer.new.id as string, roles: answer.new.trekkerschappen.nodes as Role[] };
}
const cover = (id: string) => scene.cover(Buffer.from(id, 'base64url').toString().split(':')[1]!);

test('whoever is away when their network goes up in another one is away there, and somebody stands by', async () => {
  const { network, trekker, roleId } = await scene.led();
  const into = await other();
  const { id } = await scene.done('absenceRecord', {
    roleId,
    from: '2026-10-01',
    expectedUntil: '2026-12-31',
  });
  expect(await merge(network, into)).toMatchObject([
    {
      person: { id: nodeId('Person', trekker) },
      period: open('2026-11-21'),
      absences: [{ id, period: open('2026-11-21'), expectedUntil: '2026-12-31', substitute: null }],
    },
  ]);
  // nobody leads it on any day, so that the caretaker of before stays
  expect(await scene.cover(into)).toEqual(['[2026-01-01,)']);
  expect(await scene.cover(network)).toEqual(['[2026-10-01,2026-11-21)']);
  await scene.done('absenceEnd', { id, on: '2026-11-30' });
  expect(await scene.cover(into)).toEqual(['[2026-01-01,2026-12-01)']);
});

test('whoever should have been back is still asked about there', async () => {
  const { network, roleId } = await scene.led();
  const into = await other();
  const expectedUntil = '2026-11-10';
  const { id } = await scene.done('absenceRecord', { roleId, from: '2026-10-01', expectedUntil });
  expect(await merge(network, into)).toMatchObject([{ absences: [{ id, expectedUntil }] }]);
  const found = `select due_on::text as on from continuity_findings where oudernetwerk_id = $1 and code = 'ABSENCE_OVERDUE'`;
  expect((await scene.service.owner.query(found, [into])).rows).toHaveLength(1);
  await scene.done('absenceUpdate', { id, patch: { substituteId: await person() } });
  await scene.done('absenceUpdate', { id, patch: { expectedUntil: '2026-12-31' } });
  expect((await scene.service.owner.query(found, [into])).rows).toEqual([]);
});

test('whoever acts for them goes along, until they are back', async () => {
  const { network, roleId } = await scene.led();
  const into = await other();
  const substituteId = await person();
  const absence = await scene.done('absenceRecord', { roleId, from: '2026-10-01', substituteId });
  const roles = await merge(network, into);
  const acting = roles.find((role) => role.person.id === substituteId)!;
  expect(roles.flatMap(({ absences }) => absences)).toMatchObject([
    { id: absence.id, period: open('2026-11-21'), substitute: { id: acting.id, period: open('2026-11-21') } },
  ]);
  expect(await scene.cover(into)).toEqual(['[2026-01-01,2026-11-21)']);
  await scene.done('absenceEnd', { id: absence.id, on: '2026-12-31' });
  expect(await scene.periodOf(acting.id)).toBe('[2026-11-21,2027-01-01)');
  expect(await scene.periodOf(absence.substitute.id)).toBe('[2026-10-01,2026-11-21)');
});

test('whoever acts for somebody who leads the other one already goes along with nobody', async () => {
  const { network, trekker, roleId } = await scene.led();
  const into = await other();
  await scene.make.trekkerschap(into, trekker, '[2026-03-01,)');
  const substituteId = await person();
  const absence = await scene.done('absenceRecord', { roleId, from: '2026-10-01', substituteId });
  const roles = await merge(network, into);
  expect(roles).toMatchObject([{ person: { id: nodeId('Person', trekker) } }]);
  expect(await scene.periodOf(absence.substitute.id)).toBe('[2026-10-01,2026-11-21)');
});

test('so does an absence that is still to come, with whoever is to act then', async () => {
  const { network, roleId } = await scene.led();
  const into = await other();
  const absence = await scene.done('absenceRecord', {
    roleId,
    from: '2027-02-01',
    substituteId: await person(),
  });
  const roles = await merge(network, into);
  expect(roles.flatMap(({ absences }) => absences)).toMatchObject([
    { id: absence.id, period: open('2027-02-01'), substitute: { id: absence.substitute.id } },
  ]);
  await scene.done('absenceEnd', { id: absence.id, on: '2027-03-31' });
  expect(await scene.periodOf(absence.substitute.id)).toBe('[2027-02-01,2027-04-01)');
});

test('what was over stays where it was, and who leads both is away from none but that one', async () => {
  const { network, trekker, roleId } = await scene.led();
  const into = await other();
  await scene.make.trekkerschap(into, trekker, '[2026-05-01,)', 'CO_TREKKER');
  const { id } = await scene.done('absenceRecord', { roleId, from: '2026-02-01' });
  await scene.done('absenceEnd', { id, on: '2026-02-28' });
  await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
  expect((await merge(network, into)).flatMap(({ absences }) => absences)).toEqual([]);
  expect(await scene.cover(into)).toEqual(['[2026-01-01,2026-05-01)']);
});

test('an absence from an earlier role there is over', async () => {
  const { network, trekker, roleId } = await scene.led();
  const into = await other();
  await scene.make.trekkerschap(into, trekker, '[2026-02-01,2026-03-01)');
  await scene.make.absence(into, trekker, '[2026-02-10,)');
  await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
  const roles = await merge(network, into);
  expect(roles.flatMap(({ absences }) => absences)).toEqual(
    expect.arrayContaining([expect.objectContaining({ period: open('2026-11-21') })]),
  );
});

test('of a network that parts, an absence goes with whoever is away; who stays leads there as before', async () => {
  const { network, roleId } = await scene.led();
  const stays = await scene.make.person(scene.region);
  await scene.make.trekkerschap(network, stays, '[2026-01-01,)', 'CO_TREKKER');
  const substituteId = await person();
  const absence = await scene.done('absenceRecord', { roleId, from: '2026-10-01', substituteId });
  const part = await split(network, roleId);
  const acting = part.roles.find((role) => role.person.id === substituteId)!;
  expect(part.roles.flatMap(({ absences }) => absences)).toMatchObject([
    { id: absence.id, period: open('2026-11-20'), substitute: { id: acting.id } },
  ]);
  expect(await cover(part.id)).toEqual([]);
  expect(await scene.refused('absenceAnnul', { id: absence.id, reason: 'Vergissing' })).toEqual([
    ['BUILT_UPON', 'input', 'id'],
  ]);
});

test('whoever was to act for somebody who stays leads the part in their own right', async () => {
  const { network, roleId } = await scene.led();
  const stays = await scene.make.person(scene.region);
  await scene.make.trekkerschap(network, stays, '[2026-01-01,)', 'CO_TREKKER');
  const absence = await scene.done('absenceRecord', {
    roleId,
    from: '2027-02-01',
    substituteId: await person(),
  });
  const part = await split(network, absence.substitute.id);
  expect(part.roles).toMatchObject([{ period: open('2027-02-01'), absences: [] }]);
  const ended = await scene.done('absenceEnd', { id: absence.id, on: '2027-03-31' });
  expect(ended.substitute).toBeNull();
  expect(await scene.periodOf(absence.substitute.id)).toBe('[2027-02-01,)');
});

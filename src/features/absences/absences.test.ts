import { nodeId } from '../../kernel/node-id.js';
import { NOW, startTestService } from '../../testing/test-service.js';
import { expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { AbsenceScene } from './testing/absence-scene.js';

let scene: AbsenceScene;
const person = async () => nodeId('Person', await scene.make.person(scene.region));

beforeAll(async () => {
  scene = await AbsenceScene.begin(await startTestService());
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

describe('while the only trekker is away', () => {
  test('somebody stands by on exactly those days, and the role goes on', async () => {
    const { network, trekker, roleId } = await scene.led();
    const absence = await scene.done('absenceRecord', {
      roleId,
      from: '2026-12-01',
      expectedUntil: '2027-02-28',
    });
    expect(absence).toMatchObject({
      person: { id: nodeId('Person', trekker) },
      period: { from: '2026-12-01', until: null },
      expectedUntil: '2027-02-28',
      substitute: null,
    });
    expect(await scene.cover(network)).toEqual(['[2026-12-01,)']);
    expect(await scene.periodOf(roleId)).toBe('[2026-01-01,)');
    // the expected day ends nothing
    scene.service.travelTo('2027-03-10T10:00:00Z');
    expect(await scene.cover(network)).toEqual(['[2026-12-01,)']);
    await scene.done('absenceEnd', { id: absence.id, on: '2027-03-07' });
    expect(await scene.cover(network)).toEqual(['[2026-12-01,2027-03-08)']);
    expect(await scene.refused('absenceEnd', { id: absence.id, on: '2027-03-08' })).toEqual([
      ['ALREADY_ENDED', 'input', 'id'],
    ]);
  });

  test('that is the finding, and no other one: nobody has left', async () => {
    const { network, roleId } = await scene.led();
    await renewAll(scene.service);
    const before = await scene.findings(network, '2026-12-10');
    const { id } = await scene.done('absenceRecord', {
      roleId,
      from: '2026-12-01',
      expectedUntil: '2026-12-31',
    });
    const during = await scene.findings(network, '2026-12-10');
    expect(during.filter((code) => !before.includes(code))).toEqual(['TREKKER_ABSENT']);
    expect(await scene.findings(network, '2026-11-30')).not.toContain('TREKKER_ABSENT');
    expect(await scene.findings(network, '2027-01-01')).toEqual(
      expect.arrayContaining(['TREKKER_ABSENT', 'ABSENCE_OVERDUE']),
    );
    await expectStoredIsFresh(scene.service);
    await scene.done('absenceUpdate', { id, patch: { expectedUntil: '2027-01-31' } });
    expect(await scene.findings(network, '2027-01-01')).not.toContain('ABSENCE_OVERDUE');
    await scene.done('absenceEnd', { id, on: '2026-12-20' });
    expect(await scene.findings(network, '2026-12-21')).not.toContain('TREKKER_ABSENT');
    await expectStoredIsFresh(scene.service);
  });

  test('it says so of days that have passed as well', async () => {
    const { network, roleId } = await scene.led();
    const { id } = await scene.done('absenceRecord', { roleId, from: '2026-06-01' });
    expect(await scene.cover(network)).toEqual(['[2026-06-01,)']);
    await scene.done('absenceEnd', { id, on: '2026-08-31' });
    expect(await scene.cover(network)).toEqual(['[2026-06-01,2026-09-01)']);
  });

  test('another trekker leads, and nobody stands by but where both are away', async () => {
    const { network, roleId } = await scene.led();
    const other = await scene.make.person(scene.region);
    const co = await scene.make.trekkerschap(network, other, '[2026-03-01,)', 'CO_TREKKER');
    const { id } = await scene.done('absenceRecord', { roleId, from: '2026-12-01' });
    expect(await scene.cover(network)).toEqual([]);
    await scene.done('absenceRecord', { roleId: nodeId('Trekkerschap', co), from: '2027-01-01' });
    expect(await scene.cover(network)).toEqual(['[2027-01-01,)']);
    await scene.done('absenceEnd', { id, on: '2027-01-15' });
    expect(await scene.cover(network)).toEqual(['[2027-01-01,2027-01-16)']);
  });

  test('the database itself refuses days for nobody', async () => {
    const { network, trekker } = await scene.led();
    const away = scene.make.absence(network, trekker, '[2026-12-01,)');
    await expect(away).rejects.toMatchObject({ constraint: 'leadership_cover', detail: '2026-12-01' });
  });
});

describe('whoever stands in', () => {
  test('is a co-trekker until the absence ends, and nobody stands by', async () => {
    const { network, roleId } = await scene.led();
    await renewAll(scene.service);
    const substituteId = await person();
    const absence = await scene.done('absenceRecord', { roleId, from: '2026-12-01', substituteId });
    expect(absence.substitute).toMatchObject({ role: 'CO_TREKKER', person: { id: substituteId } });
    expect(await scene.periodOf(absence.substitute.id)).toBe('[2026-12-01,)');
    expect(await scene.cover(network)).toEqual([]);
    await scene.done('absenceEnd', { id: absence.id, on: '2027-03-31' });
    expect(await scene.periodOf(absence.substitute.id)).toBe('[2026-12-01,2027-04-01)');
    // not yet passed: it moves, and so does the substitute
    await scene.done('absenceEnd', { id: absence.id, on: '2027-05-31' });
    expect(await scene.periodOf(absence.substitute.id)).toBe('[2026-12-01,2027-06-01)');
    expect(await scene.cover(network)).toEqual([]);
    expect(await scene.plans(network)).toEqual([]);
    await expectStoredIsFresh(scene.service);
  });

  test('who stops before is gone, and somebody stands by for the rest', async () => {
    const { network, roleId } = await scene.led();
    const { id, substitute } = await scene.done('absenceRecord', {
      roleId,
      from: '2026-12-01',
      substituteId: await person(),
    });
    const stop = { id: substitute.id, on: '2026-12-31', reason: 'PERSONAL' };
    expect((await scene.run('trekkerschapEnd', stop)).errors).toEqual([]);
    expect(await scene.cover(network)).toEqual(['[2027-01-01,)']);
    await scene.done('absenceEnd', { id, on: '2027-02-28' });
    expect(await scene.periodOf(substitute.id)).toBe('[2026-12-01,2027-01-01)');
    expect(await scene.cover(network)).toEqual(['[2027-01-01,2027-03-01)']);
  });

  test('may be named later, one at a time', async () => {
    const { network, roleId } = await scene.led();
    const { id } = await scene.done('absenceRecord', { roleId, from: '2026-11-01' });
    const substituteId = await person();
    await scene.done('absenceUpdate', { id, patch: { substituteId } });
    expect(await scene.cover(network)).toEqual(['[2026-11-01,2026-11-25)']);
    const again = { id, patch: { substituteId } };
    expect(await scene.refused('absenceUpdate', again)).toEqual([]);
    expect(await scene.refused('absenceUpdate', { id, patch: { substituteId: await person() } })).toEqual([
      ['ALREADY_SUBSTITUTED', 'input', 'patch', 'substituteId'],
    ]);
    expect(await scene.refused('absenceUpdate', { id, patch: { substituteId: null } })).toEqual([
      ['REQUIRED', 'input', 'patch', 'substituteId'],
    ]);
  });

  test('goes on in their own right when that is recorded', async () => {
    const { network, roleId } = await scene.led();
    const { id, substitute } = await scene.done('absenceRecord', {
      roleId,
      substituteId: await person(),
    });
    await scene.done('absenceEnd', { id, on: '2026-12-31' });
    expect((await scene.run('trekkerschapContinue', { id: substitute.id })).errors).toEqual([]);
    expect(await scene.periodOf(substitute.id)).toBe('[2026-11-25,)');
    await scene.done('absenceEnd', { id, on: '2026-12-15' });
    expect(await scene.periodOf(substitute.id)).toBe('[2026-11-25,)');
    expect(await scene.cover(network)).toEqual([]);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['themselves', async () => nodeId('Person', led.trekker), 'SAME_PERSON'],
    ['a trekker already', async () => nodeId('Person', await other()), 'PERIOD_TAKEN'],
    ['no parent', async () => nodeId('Person', await young()), 'NOT_LED_BY_PARENT'],
    [
      'of another region',
      async () => nodeId('Person', await scene.make.person(scene.elsewhere)),
      'NOT_FOUND',
    ],
    ['no person', () => Promise.resolve(led.roleId), 'BAD_ID'],
  ])('is not %s', async (_who, substitute, code) => {
    led = await scene.led();
    const input = { roleId: led.roleId, substituteId: await substitute() };
    const path = ['input', 'substituteId'];
    if (code === 'BAD_ID') {
      const answer = await scene.service.ask(
        'coordinator',
        'mutation($input: AbsenceRecordInput!) { absenceRecord(input: $input) { errors { code } } }',
        { input },
      );
      expect(answer.errors[0].extensions.reason).toBe(code);
    } else expect(await scene.refused('absenceRecord', input)).toEqual([[code, ...path]]);
  });
  let led: Awaited<ReturnType<AbsenceScene['led']>>;
  const other = async () => {
    const id = await scene.make.person(scene.region);
    await scene.make.trekkerschap(led.network, id, '[2026-03-01,)', 'CO_TREKKER');
    return id;
  };
  const young = async () => {
    const id = await scene.make.person(scene.region);
    await scene.service.owner.query(`update people set perspectives = '{JONGERE}' where id = $1`, [id]);
    return id;
  };
});

describe('the days of an absence', () => {
  test.each<[string, object, string[]]>([
    ['begin with the role', { from: '2025-12-31' }, ['DATE_OUT_OF_RANGE', 'input', 'from']],
    ['begin within a year', { from: '2027-11-26' }, ['DATE_OUT_OF_RANGE', 'input', 'from']],
    [
      'are expected after they begin',
      { from: '2026-12-02', expectedUntil: '2026-12-01' },
      ['DATE_OUT_OF_RANGE', 'input', 'expectedUntil'],
    ],
  ])('%s', async (_name, input, error) => {
    const { roleId } = await scene.led();
    expect(await scene.refused('absenceRecord', { roleId, ...input })).toEqual([error]);
  });

  test('are said once', async () => {
    const { roleId } = await scene.led();
    await scene.done('absenceRecord', { roleId, from: '2026-12-01' });
    expect(await scene.refused('absenceRecord', { roleId, from: '2026-12-01' })).toEqual([
      ['PERIOD_TAKEN', 'input', 'from'],
    ]);
  });

  test('end with the role, and go on when its end is taken back', async () => {
    const { network, roleId } = await scene.led();
    await renewAll(scene.service);
    const absence = await scene.done('absenceRecord', {
      roleId,
      from: '2026-12-01',
      substituteId: await person(),
    });
    await scene.run('trekkerschapEnd', { id: roleId, on: '2027-01-31', reason: 'PERSONAL' });
    expect(await scene.periodOf(absence.substitute.id)).toBe('[2026-12-01,2027-02-01)');
    expect(await scene.cover(network)).toEqual(['[2027-02-01,)']);
    expect((await scene.run('trekkerschapContinue', { id: roleId })).errors).toEqual([]);
    expect(await scene.periodOf(absence.substitute.id)).toBe('[2026-12-01,)');
    expect(await scene.cover(network)).toEqual([]);
    await expectStoredIsFresh(scene.service);
  });

  test('outlast a change of role', async () => {
    const { network, roleId } = await scene.led();
    const { substitute } = await scene.done('absenceRecord', {
      roleId,
      from: '2026-12-01',
      substituteId: await person(),
    });
    const change = { id: roleId, role: 'CO_TREKKER', on: '2027-01-01' };
    const { started } = await scene.run(
      'trekkerschapChangeRole',
      change,
      'started { id absences { period { from until } } }',
    );
    expect(started.absences).toEqual([{ period: { from: '2026-12-01', until: null } }]);
    expect(await scene.periodOf(substitute.id)).toBe('[2026-12-01,)');
    expect(await scene.cover(network)).toEqual([]);
  });

  test('are over when somebody leads anew after a break', async () => {
    const { network, trekker, roleId } = await scene.led();
    await renewAll(scene.service);
    await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
    await scene.run('trekkerschapEnd', { id: roleId, on: '2026-10-31', reason: 'PERSONAL' });
    const start = { oudernetwerkId: nodeId('Oudernetwerk', network), personId: nodeId('Person', trekker) };
    const { trekkerschap } = await scene.run(
      'trekkerschapStart',
      start,
      'trekkerschap { id absences { id } }',
    );
    expect(trekkerschap.absences).toEqual([]);
    expect(await scene.cover(network)).toEqual(['[2026-10-01,2026-11-25)']);
    const again = await scene.done('absenceRecord', { roleId: trekkerschap.id, from: '2026-12-01' });
    expect(again.period).toEqual({ from: '2026-12-01', until: null });
    await expectStoredIsFresh(scene.service);
  });
});

describe('whoever is away', () => {
  let mine: Awaited<ReturnType<AbsenceScene['led']>>;
  beforeAll(async () => {
    mine = await scene.led();
    await scene.make.account('trekker', { personId: mine.trekker });
  });

  test('says so themselves, from today on, and that they are back', async () => {
    const { roleId, network } = mine;
    expect(await scene.refused('absenceRecord', { roleId, from: '2026-11-24' }, 'trekker')).toEqual([
      ['DATE_OUT_OF_RANGE', 'input', 'from'],
    ]);
    const { id } = await scene.done('absenceRecord', { roleId }, 'trekker');
    expect(await scene.cover(network)).toEqual(['[2026-11-25,)']);
    scene.service.travelTo('2026-12-20T10:00:00Z');
    expect(await scene.refused('absenceEnd', { id, on: '2026-12-18' }, 'trekker')).toEqual([
      ['DATE_OUT_OF_RANGE', 'input', 'on'],
    ]);
    await scene.done('absenceEnd', { id, on: '2026-12-19' }, 'trekker');
    expect(await scene.cover(network)).toEqual(['[2026-11-25,2026-12-20)']);
  });
});

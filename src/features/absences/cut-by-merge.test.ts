import { nodeId } from '../../kernel/node-id.js';
import { times } from '../../testing/effort.js';
import { expectRulesHold, expectStoredIsFresh, renewAll } from '../../testing/stored-is-fresh.js';
import { startTestService } from '../../testing/test-service.js';
import { AbsenceScene } from './testing/absence-scene.js';

const reason = 'Vergissing';
const ROUNDS = times('races');

let scene: AbsenceScene;

beforeAll(async () => {
  scene = await AbsenceScene.begin(await startTestService());
  await scene.make.account('colleague', { role: 'COORDINATOR', regionId: scene.region });
});
afterEach(async () => {
  await renewAll(scene.service);
  await expectRulesHold(scene.service);
  await expectStoredIsFresh(scene.service);
});
afterAll(() => scene.service.close());

const other = () => scene.make.network(scene.region, { activeFrom: '2026-01-01' });
const person = async () => nodeId('Person', await scene.make.person(scene.region));
const merging = (from: string, into: string, on: string) => ({
  ids: [nodeId('Oudernetwerk', from)],
  into: nodeId('Oudernetwerk', into),
  on,
  reason: 'Samen sterker',
});
async function merge(from: string, into: string, on = '2026-11-20'): Promise<void> {
  expect((await scene.run('oudernetwerkMerge', merging(from, into, on))).errors).toEqual([]);
}

interface Cut {
  readonly trekker: string;
  readonly from: string;
  readonly into: string;
  /** by which it is known in the network that goes on, and in the one that went up */
  readonly ids: readonly [now: string, before: string];
}
/** Somebody is away since October, and their network went up in another one in November. */
async function cut(substituteId?: string): Promise<Cut> {
  const { network: from, trekker, roleId } = await scene.led();
  const into = await other();
  const { id } = await scene.done('absenceRecord', {
    roleId,
    from: '2026-10-01',
    expectedUntil: '2026-12-31',
    substituteId,
  });
  await merge(from, into);
  const { rows } = await scene.service.owner.query<{ id: string }>(
    'select id from absences where oudernetwerk_id = $1',
    [from],
  );
  return { trekker, from, into, ids: [id, nodeId('Absence', rows[0]!.id)] };
}

/** When somebody is away, by network. */
async function away({ trekker, from, into }: Pick<Cut, 'trekker' | 'from' | 'into'>) {
  const { rows } = await scene.service.owner.query<{ network: string; days: string }>(
    `select oudernetwerk_id as network, absent_days(a)::text as days from absences a where person_id = $1 order by period`,
    [trekker],
  );
  return rows.map(({ network, days }) => [
    network === from ? 'from' : network === into ? 'into' : network,
    days,
  ]);
}
const leadsTo = async (id: string) =>
  (await scene.ask('query($id: ID!) { node(id: $id) { id } }', { id })).node?.id ?? null;

describe.each([['the one that goes on', 0] as const, ['the one that went up', 1] as const])(
  'known by what is on record in %s',
  (_what, by) => {
    test('it never was, in neither network', async () => {
      const absence = await cut();
      await scene.done('absenceAnnul', { id: absence.ids[by], reason });
      expect(await away(absence)).toEqual([]);
      expect(await scene.cover(absence.from)).toEqual([]);
      expect(await scene.cover(absence.into)).toEqual(['[2026-01-01,2026-11-21)']);
    });

    test('it ends', async () => {
      const absence = await cut();
      const ended = await scene.done('absenceEnd', { id: absence.ids[by], on: '2026-12-10' });
      expect(ended).toMatchObject({
        id: absence.ids[0],
        period: { from: '2026-11-21', until: '2026-12-10' },
      });
      expect(await away(absence)).toEqual([
        ['from', '[2026-10-01,2026-11-21)'],
        ['into', '[2026-11-21,2026-12-11)'],
      ]);
    });

    test.each(['2026-11-10', '2026-11-20'])('it ended before the merge, on %s', async (on) => {
      const absence = await cut();
      const ended = await scene.done('absenceEnd', { id: absence.ids[by], on });
      expect(ended).toMatchObject({ id: absence.ids[0], period: { from: '2026-10-01', until: on } });
      expect(await away(absence)).toEqual([
        ['from', expect.stringMatching(/^\[2026-10-01,2026-11-(11|21)\)$/)],
      ]);
      expect(await scene.cover(absence.into)).toEqual(['[2026-01-01,2026-11-21)']);
    });

    test('no longer than from its first day', async () => {
      const absence = await cut();
      expect(await scene.refused('absenceEnd', { id: absence.ids[by], on: '2026-09-30' })).toEqual([
        ['DATE_OUT_OF_RANGE', 'input', 'on'],
      ]);
    });

    test.each([
      [
        { from: '2026-09-01' },
        [
          ['from', '[2026-09-01,2026-11-21)'],
          ['into', '[2026-11-21,)'],
        ],
      ],
      [{ from: '2026-11-23' }, [['into', '[2026-11-23,)']]],
      [{ until: '2026-10-31' }, [['from', '[2026-10-01,2026-11-01)']]],
      [
        { until: '2026-11-24' },
        [
          ['from', '[2026-10-01,2026-11-21)'],
          ['into', '[2026-11-21,2026-11-25)'],
        ],
      ],
      [
        { from: '2026-11-19', until: '2026-11-22' },
        [
          ['from', '[2026-11-19,2026-11-21)'],
          ['into', '[2026-11-21,2026-11-23)'],
        ],
      ],
    ])('it was otherwise: %j', async (patch, expected) => {
      const absence = await cut();
      const corrected = await scene.done('absenceCorrect', { id: absence.ids[by], patch, reason });
      expect(await away(absence)).toEqual(expected);
      const last = expected.at(-1)![1];
      expect(await leadsTo(absence.ids[0])).toBe(corrected.id);
      expect(corrected.period.from).toBe(last!.slice(1, 11));
      if (expected.length === 1) expect(await leadsTo(absence.ids[1])).toBe(corrected.id);
      // it is one still
      await scene.done('absenceAnnul', { id: corrected.id, reason });
      expect(await away(absence)).toEqual([]);
    });

    test('on a day on which they did not lead, nor is it', async () => {
      const absence = await cut();
      const input = { id: absence.ids[by], patch: { from: '2025-12-01' }, reason };
      expect(await scene.refused('absenceCorrect', input)).toEqual([
        ['NOT_IN_ROLE', 'input', 'patch', 'from'],
      ]);
    });

    test('whoever acts is put right first', async () => {
      const absence = await cut(await person());
      const id = absence.ids[by];
      const refused = [['BUILT_UPON', 'input', 'id']];
      expect(await scene.refused('absenceAnnul', { id, reason })).toEqual(refused);
      expect(await scene.refused('absenceEnd', { id, on: '2026-11-10' })).toEqual(refused);
      expect(await scene.refused('absenceCorrect', { id, patch: { until: '2026-10-31' }, reason })).toEqual(
        refused,
      );
      expect(await scene.refused('absenceCorrect', { id, patch: { from: '2026-11-23' }, reason })).toEqual(
        refused,
      );
    });

    test('whoever acts does so from its new first day, and goes on', async () => {
      const substitute = await person();
      const absence = await cut(substitute);
      const corrected = await scene.done('absenceCorrect', {
        id: absence.ids[by],
        patch: { from: '2026-09-01' },
        reason,
      });
      expect(corrected.substitute).toMatchObject({ person: { id: substitute } });
      expect(await scene.periodOf(corrected.substitute.id)).toBe('[2026-11-21,)');
      expect(await scene.cover(absence.from)).toEqual([]);
      expect(await away(absence)).toHaveLength(2);
    });
  },
);

test('through two networks it is one of three parts, and of two where it parts', async () => {
  const absence = await cut();
  const last = await other();
  await merge(absence.into, last, '2026-11-22');
  expect(await away(absence)).toEqual([
    ['from', '[2026-10-01,2026-11-21)'],
    ['into', '[2026-11-21,2026-11-23)'],
    [last, '[2026-11-23,)'],
  ]);
  await scene.done('absenceCorrect', { id: absence.ids[1], patch: { from: '2026-10-05' }, reason });
  expect(await away(absence)).toHaveLength(3);
  const { rows } = await scene.service.owner.query<{ id: string }>(
    'select id from absences where oudernetwerk_id = $1',
    [absence.into],
  );
  await scene.done('absenceEnd', { id: nodeId('Absence', rows[0]!.id), on: '2026-11-01' });
  expect(await away(absence)).toEqual([['from', '[2026-10-05,2026-11-02)']]);
});

test('where a part parts from it', async () => {
  const { network: from, trekker, roleId } = await scene.led();
  await scene.make.trekkerschap(from, await scene.make.person(scene.region), '[2026-01-01,)', 'CO_TREKKER');
  const { id } = await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
  const input = {
    id: nodeId('Oudernetwerk', from),
    new: { name: 'Deel' },
    on: '2026-11-20',
    trekkerIds: [roleId],
  };
  expect((await scene.run('oudernetwerkSplit', input)).errors).toEqual([]);
  await scene.done('absenceAnnul', { id, reason });
  expect(await away({ trekker, from, into: '' })).toEqual([]);
});

test('whoever was wrongly in both goes on in one, and their absence is one', async () => {
  const { network: from, trekker, roleId } = await scene.led();
  const into = await other();
  const wrong = await scene.make.trekkerschap(into, trekker, '[2026-05-01,)', 'CO_TREKKER');
  const { id } = await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
  await renewAll(scene.service);
  await merge(from, into);
  expect(
    (await scene.run('trekkerschapAnnul', { id: nodeId('Trekkerschap', wrong), reason })).errors,
  ).toEqual([]);
  expect(await away({ trekker, from, into })).toHaveLength(2);
  await scene.done('absenceAnnul', { id, reason });
  expect(await away({ trekker, from, into })).toEqual([]);
});

describe('at the same moment as the merge', () => {
  const codes = async (mutation: string, input: object, subject?: string) =>
    (await scene.run(mutation, input, '', subject)).errors.map(([code]: string[]) => code);

  test.each([
    ['absenceAnnul', { reason }, []],
    ['absenceEnd', { on: '2026-11-10' }, [['from', '[2026-10-01,2026-11-11)']]],
    ['absenceCorrect', { patch: { until: '2026-11-10' }, reason }, [['from', '[2026-10-01,2026-11-11)']]],
  ])('%s is of the whole', async (mutation, input, expected) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { network: from, trekker, roleId } = await scene.led();
      const into = await other();
      const { id } = await scene.done('absenceRecord', { roleId, from: '2026-10-01' });
      const answers = await Promise.all([
        codes('oudernetwerkMerge', merging(from, into, '2026-11-20')),
        codes(mutation, { id, ...input }, 'colleague'),
      ]);
      expect(answers).toEqual([[], []]);
      expect(await away({ trekker, from, into })).toEqual(expected);
    }
  });
});

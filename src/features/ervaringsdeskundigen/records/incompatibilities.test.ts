import { nodeId } from '../../../kernel/node-id.js';
import { ProfileScene } from '../testing/profile-scene.js';

let scene: ProfileScene;
let organisationId: string;
let municipalityId: string;

beforeAll(async () => {
  scene = await ProfileScene.begin();
  organisationId = nodeId('Organisation', await scene.make.organisation(scene.here));
  const { rows } = await scene.service.owner.query('select id from municipalities order by code limit 1');
  municipalityId = nodeId('Municipality', rows[0].id);
});
afterAll(() => scene.service.close());

const reason = 'Verkeerd ingevuld';
const record = (id: string, input: object) => ({
  ervaringsdeskundigeId: id,
  kind: 'EMPLOYEE',
  period: { from: '2026-01-01' },
  ...input,
});

test('the parent or their coordinator records what stands in the way of some seats, and that it is over', async () => {
  const { id, parent } = await scene.profile();
  const works = await scene.done('incompatibilityRecord', record(id, { organisationId }), parent.subject);
  const council = {
    kind: 'COUNCIL_MEMBER',
    municipalityId,
    period: { from: '2022-03-30', until: '2026-03-31' },
  };
  const both = await scene.done('incompatibilityRecord', record(id, council));
  expect(both.ervaringsdeskundige.incompatibilities).toMatchObject([
    { kind: 'EMPLOYEE', organisation: {}, municipality: null, period: { from: '2026-01-01', until: null } },
    {
      kind: 'COUNCIL_MEMBER',
      organisation: null,
      municipality: { code: expect.stringMatching(/^GM/) },
      period: council.period,
    },
  ]);
  const end = (on?: string) => ({ id: works.incompatibility.id, on });
  expect(await scene.refused('incompatibilityEnd', end('2025-12-31'))).toEqual([
    'DATE_OUT_OF_RANGE input.on',
  ]);
  const planned = await scene.done('incompatibilityEnd', end('2026-12-31'), parent.subject);
  expect(planned.ervaringsdeskundige.incompatibilities[0].period.until).toBe('2026-12-31');
  const sooner = await scene.done('incompatibilityEnd', end());
  expect(sooner.ervaringsdeskundige.incompatibilities[0].period.until).toBe('2026-11-25');
  expect(await scene.refused('incompatibilityEnd', { id: both.incompatibility.id })).toEqual([
    'ALREADY_ENDED input.id',
  ]);
  const annul = { id: both.incompatibility.id, reason };
  const annulled = await scene.done('incompatibilityAnnul', annul, parent.subject);
  expect(annulled.ervaringsdeskundige.incompatibilities).toHaveLength(1);
});

test('the parent or their coordinator says what it really was: another place, capacity or days', async () => {
  const { id, parent } = await scene.profile();
  const first = await scene.done('incompatibilityRecord', record(id, { organisationId }), parent.subject);
  const correct = (of: string, patch: object) => ({ id: of, reason, patch });
  const { incompatibility: made, ...answer } = await scene.done(
    'incompatibilityCorrect',
    correct(first.incompatibility.id, { municipalityId, kind: 'COUNCIL_MEMBER', until: '2026-12-31' }),
    parent.subject,
  );
  expect(answer.ervaringsdeskundige.incompatibilities).toMatchObject([
    {
      id: made.id,
      kind: 'COUNCIL_MEMBER',
      organisation: null,
      municipality: {},
      period: { from: '2026-01-01', until: '2026-12-31' },
    },
  ]);
  const again = await scene.done('incompatibilityCorrect', correct(made.id, { organisationId, until: null }));
  expect(again.ervaringsdeskundige.incompatibilities).toMatchObject([
    { organisation: {}, municipality: null, period: { from: '2026-01-01', until: null } },
  ]);
  const last = again.incompatibility.id;
  const refused = (patch: object, subject?: string) =>
    scene.refused('incompatibilityCorrect', correct(last, patch), subject);
  expect(await refused({ organisationId, municipalityId })).toEqual([
    'ORGANISATION_OR_MUNICIPALITY input.patch',
  ]);
  expect(await refused({ organisationId: null })).toEqual(['ORGANISATION_OR_MUNICIPALITY input.patch']);
  expect(await refused({ until: '2025-12-31' })).toEqual(['ENDS_BEFORE_START input.patch.until']);
  expect(await refused({ kind: 'COUNCIL_MEMBER' })).toEqual([]);
  expect(await refused({ from: '2026-02-01' }, 'coordinator elsewhere')).toEqual(['NOT_FOUND input.id']);
  await scene.done('incompatibilityRecord', record(id, { organisationId, kind: 'EMPLOYEE' }));
  expect(await refused({ kind: 'EMPLOYEE' })).toEqual(['PERIOD_TAKEN input.patch']);
});

test('an organisation or a municipality; the same bond once in a period; days that can be', async () => {
  const { id } = await scene.profile();
  const refused = (input: object) => scene.refused('incompatibilityRecord', record(id, input));
  expect(await refused({})).toEqual(['ORGANISATION_OR_MUNICIPALITY input']);
  expect(await refused({ organisationId, municipalityId })).toEqual(['ORGANISATION_OR_MUNICIPALITY input']);
  expect(await refused({ organisationId, period: { from: '2026-02-01', until: '2026-01-31' } })).toEqual([
    'ENDS_BEFORE_START input.period.until',
  ]);
  await scene.done(
    'incompatibilityRecord',
    record(id, { organisationId, period: { from: '2026-01-01', until: '2026-06-30' } }),
  );
  expect(await refused({ organisationId, period: { from: '2026-06-30' } })).toEqual([
    'PERIOD_TAKEN input.period',
  ]);
  await scene.done('incompatibilityRecord', record(id, { organisationId, period: { from: '2026-07-01' } }));
  await scene.done('incompatibilityRecord', record(id, { organisationId, kind: 'BOARD_MEMBER' }));
});

test('it is seen by the person and their coordinator alone, though others see the profile', async () => {
  const { id, parent } = await scene.findable(['COUNTRY']);
  const { incompatibility } = await scene.done('incompatibilityRecord', record(id, { organisationId }));
  await scene.asked(id, 'ACCEPTED');
  for (const subject of ['coordinator', parent.subject]) {
    expect((await scene.shown(id, subject)).incompatibilities).toHaveLength(1);
  }
  const query = 'query($id: ID!) { node(id: $id) { id } }';
  const nothing = nodeId('Incompatibility', '00000000-0000-7000-8000-000000000000');
  for (const subject of ['secretary', 'secretary elsewhere', 'coordinator elsewhere', 'admin']) {
    expect((await scene.shown(id, subject)).incompatibilities).toEqual([]);
    const [hidden, none] = await Promise.all(
      [incompatibility.id, nothing].map((each) => scene.service.ask(subject, query, { id: each })),
    );
    expect(hidden!.text).toBe(none!.text);
  }
  for (const [mutation, more] of [
    ['incompatibilityEnd', {}],
    ['incompatibilityAnnul', { reason }],
    ['incompatibilityCorrect', { reason, patch: {} }],
  ] as const) {
    const attempt = (each: string) => scene.refused(mutation, { id: each, ...more }, 'coordinator elsewhere');
    expect(await attempt(incompatibility.id)).toEqual(['NOT_FOUND input.id']);
    expect(await attempt(nothing)).toEqual(['NOT_FOUND input.id']);
  }
  expect(
    await scene.refused('incompatibilityRecord', record(id, { municipalityId }), 'coordinator elsewhere'),
  ).toEqual(['FORBIDDEN']);
});

test('two users record the same at once: it is there once', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await scene.profile();
    const attempts = ['coordinator', 'colleague'].map((subject) =>
      scene.run('incompatibilityRecord', record(id, { organisationId }), subject),
    );
    const answers = await Promise.all(attempts);
    expect(answers.map(({ errors }) => errors.join()).sort()).toEqual(['', 'PERIOD_TAKEN input.period']);
  }
});

import { nodeId } from '../../../kernel/node-id.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { MergeScene } from '../testing/merge-scene.js';

let scene: MergeScene;

beforeAll(async () => {
  scene = await MergeScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const two = async () =>
  [await scene.make.person(scene.region), await scene.make.person(scene.region)] as const;

type Days = readonly [survivor: string, other: string];

test.each<[what: string, days: Days, counts: 'SURVIVOR' | 'OTHER', choices: string[], after: string[]]>([
  [
    'the survivor’s days',
    ['[2025-01-01,2026-01-01)', '[2025-07-01,)'],
    'SURVIVOR',
    ['SURVIVOR', 'OTHER'],
    ['[2025-01-01,2026-01-01)', '[2026-01-01,)'],
  ],
  [
    'the days of the other',
    ['[2025-01-01,2026-01-01)', '[2025-07-01,)'],
    'OTHER',
    ['SURVIVOR', 'OTHER'],
    ['[2025-01-01,2025-07-01)', '[2025-07-01,)'],
  ],
  ['the same days', ['[2025-01-01,)', '[2025-01-01,)'], 'OTHER', ['SURVIVOR', 'OTHER'], ['[2025-01-01,)']],
  [
    'days within those of the survivor',
    ['[2025-01-01,)', '[2025-07-01,2026-01-01)'],
    'SURVIVOR',
    ['SURVIVOR'],
    ['[2025-01-01,)'],
  ],
  [
    'days around those of the survivor',
    ['[2025-07-01,2026-01-01)', '[2025-01-01,)'],
    'OTHER',
    ['OTHER'],
    ['[2025-01-01,)'],
  ],
  [
    'days that meet',
    ['[2025-01-01,2026-01-01)', '[2026-01-01,)'],
    'SURVIVOR',
    [],
    ['[2025-01-01,2026-01-01)', '[2026-01-01,)'],
  ],
])('of two who lead one network: %s', async (_, [ours, theirs], counts, choices, after) => {
  const [survivor, other] = await two();
  const network = await scene.make.network(scene.region, { ledBy: survivor, activeFrom: '2025-01-01' });
  await scene.service.owner.query('begin');
  await scene.service.owner.query('delete from trekkerschappen where oudernetwerk_id = $1', [network]);
  const own = await scene.make.trekkerschap(network, survivor, ours);
  await scene.make.trekkerschap(network, other, theirs, 'CO_TREKKER');
  await scene.service.owner.query('commit');
  await scene.renew();
  const before = await scene.everything();
  const { clashes } = await scene.preview(survivor, other);
  expect(clashes.map(({ kind, choices }: { kind: string; choices: string[] }) => [kind, choices])).toEqual(
    choices.length > 0 ? [['TREKKERSCHAP', choices]] : [],
  );
  if (choices.length > 0) expect(clashes[0].objects[0]).toEqual({ id: nodeId('Trekkerschap', own) });
  expect(await scene.merge(survivor, other, counts)).toEqual([]);
  const { rows } = await scene.service.owner.query(
    'select person_id, period::text from trekkerschappen where oudernetwerk_id = $1 order by period',
    [network],
  );
  expect(rows).toEqual(after.map((period) => ({ person_id: survivor, period })));
  await expectStoredIsFresh(scene.service);
  expect(await scene.unmerge(other)).toEqual([]);
  expect(await scene.everything()).toEqual(before);
});

test('two searches, seats or invitations are put right first, each by its name', async () => {
  const [survivor, other] = await two();
  const seats = new SeatMakers(scene.service.owner);
  const body = await seats.body(scene.region);
  await seats.appointment(await seats.seat(body), survivor);
  await seats.appointment(await seats.seat(body), other);
  const refused = await unchanged(scene.service.owner, () => scene.merge(survivor, other, 'SURVIVOR'));
  expect(refused).toEqual([{ code: 'MERGE_BLOCKED', path: ['input', 'choices'] }]);
});

test('of two telephone numbers the chosen one counts; an address that is chosen is confirmed by its reader', async () => {
  const [survivor, other] = await two();
  for (const [person, n] of [
    [survivor, 1],
    [other, 2],
  ] as const) {
    await scene.service.owner.query(
      'insert into person_contacts (person_id, email, phone) values ($1, $2, $3)',
      [person, `${person.slice(-6)}@voorbeeld.nl`, `+3161234567${n}`],
    );
  }
  expect(await scene.merge(survivor, other, 'OTHER')).toEqual([]);
  const { person } = await scene.ask(
    'query($id: ID!) { person(id: $id) { contact { email pendingEmail phone } } }',
    {
      id: nodeId('Person', survivor),
    },
  );
  expect(person.contact).toEqual({
    email: `${survivor.slice(-6)}@voorbeeld.nl`,
    pendingEmail: `${other.slice(-6)}@voorbeeld.nl`,
    phone: '+31612345672',
  });
});

type Scope = 'REGION' | 'REGION_AND_AGREEMENTS' | 'COUNTRY' | null;

test.each<[ours: Scope | 'NOTHING', theirs: Scope | 'NOTHING', holds: Scope]>([
  ['COUNTRY', 'REGION', 'REGION'],
  ['REGION', 'COUNTRY', 'REGION'],
  ['REGION_AND_AGREEMENTS', 'COUNTRY', 'REGION_AND_AGREEMENTS'],
  ['COUNTRY', null, null],
  [null, 'COUNTRY', null],
  ['REGION', 'NOTHING', 'REGION'],
  ['NOTHING', 'REGION', 'REGION'],
  ['NOTHING', null, null],
])(
  'consent %s and %s: the narrower one holds, until the records are two again',
  async (ours, theirs, holds) => {
    const [survivor, other] = await two();
    const profiles = new ProfileMakers(scene.service.owner);
    const profile = await profiles.profile(survivor, null);
    if (ours === 'NOTHING') await forget(survivor);
    else await profiles.consent(survivor, ours, '2027-12-31');
    if (theirs !== 'NOTHING') await profiles.consent(other, theirs, '2027-06-30');
    await scene.renew();
    const found = async () => {
      const { rows } = await scene.service.owner.query(
        `select findable_until::text as until, findable_country as country, findable_agreements as agreements
       from ervaringsdeskundigen where id = $1`,
        [profile],
      );
      return rows[0];
    };
    const before = await found();
    expect(await scene.merge(survivor, other)).toEqual([]);
    const said = [
      ours !== 'NOTHING' && ours ? '2027-12-31' : null,
      theirs !== 'NOTHING' && theirs ? '2027-06-30' : null,
    ];
    expect(await found()).toEqual({
      until: holds && said.filter(Boolean).sort()[0],
      country: holds === 'COUNTRY',
      agreements: holds === 'REGION_AND_AGREEMENTS',
    });
    expect(await scene.unmerge(other)).toEqual([]);
    expect(await found()).toEqual(before);
  },
);

/** As if they had never been asked: the ledger itself forgets nothing. */
async function forget(person: string): Promise<void> {
  await scene.service.owner.query('begin');
  await scene.service.owner.query('alter table consents disable trigger append_only');
  await scene.service.owner.query('delete from consents where person_id = $1', [person]);
  await scene.service.owner.query('alter table consents enable trigger append_only');
  await scene.service.owner.query('commit');
}

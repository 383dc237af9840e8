import { v7 as uuid } from 'uuid';
import { type Attempt, mutationWorld } from '../../../testing/access/mutations/mutation-world.js';
import { testSchema } from '../../../testing/schema.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { inputPlaces, spoiled } from './testing/input-places.js';

let service: TestService;
let world: Readonly<Record<string, Attempt>>;

beforeAll(async () => {
  service = await startTestService();
  world = await mutationWorld(service);
});
afterAll(() => service.close());

/** Does the mutation with this value in its good input. */
async function typed(mutation: string, path: readonly string[], value: unknown, shown = '', key?: string) {
  const { as, input: usual, instead = {} } = world[mutation]!;
  const input = instead[path[1]!] ?? usual;
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    as,
    `mutation ($input: ${type}!) {
      done: ${mutation}(input: $input) { ${shown} errors { code path } warnings { code path message } committed } }`,
    spoiled({ input: { ...input, expectedVersion: undefined, idempotencyKey: key } }, path, value),
  );
  expect(errors).toBeUndefined();
  return data.done;
}

const PLACES_OF_TEXT: [string, string[]][] = [
  ['personUpdate', ['input', 'patch', 'note']],
  ['activityRecord', ['input', 'title']],
  ['oudernetwerkUpdate', ['input', 'patch', 'purpose']],
  ['organisationUpdate', ['input', 'patch', 'place']],
];

test.each(PLACES_OF_TEXT)(
  '%s, %j: a child’s birth date is stored, with a warning',
  async (mutation, path) => {
    const key = uuid();
    const warnings = [
      { code: 'CHILD_IN_TEXT', path, message: expect.stringContaining('wanneer een kind geboren is') },
    ];
    const child = 'Jasper, geb. 12-03-2018';
    expect(await typed(mutation, path, child, '', key)).toEqual({ errors: [], warnings, committed: true });
    // a repeat is warned too
    expect(await typed(mutation, path, child, '', key)).toEqual({ errors: [], warnings, committed: true });
    expect((await typed(mutation, path, 'Ouderavond 1-9-2026 19.30')).warnings).toEqual([]);
  },
);

test.each(PLACES_OF_TEXT)('%s, %j: a BSN is refused, without a warning', async (mutation, path) => {
  for (const bsn of [
    '111–222–333',
    '1112\u202f22\u202f333',
    '１１１／２２２／３３３',
    '111\u200b222\u2060333',
  ]) {
    expect(
      await unchanged(service.owner, () => typed(mutation, path, `Jasper, geb. 12-03-2018, ${bsn}`)),
    ).toEqual({ errors: [{ code: 'BSN_IN_TEXT', path }], warnings: [], committed: false });
  }
});

const PERSONS_PHONE = ['input', 'patch', 'contact', 'phone'];

test.each([
  ['+31 (0)6 12345678', '+31612345678'],
  ['06–12/34 56‑78', '+31612345678'],
  ['tel:+31612345678', '+31612345678'],
  ['\u202a+31\u00a06\u202f12345678\u202c', '+31612345678'],
  ['088 123 45 67', '+31881234567'],
  ['+32 (0)470 12 34 56', '+32470123456'],
])('a person’s %j is stored as %s', async (written, phone) => {
  const shown = 'person { contact { phone } }';
  const done = await typed('personUpdate', PERSONS_PHONE, written, shown);
  expect(done).toMatchObject({ errors: [], person: { contact: { phone } } });
});

test.each([
  ['14 072', '+3114072'],
  ['0800-1234', '+318001234'],
  ['0900 1234567', '+319001234567'],
  ['070 – 312 34 56', '+31703123456'],
  [' ', null],
])('an organisation’s %j is stored as %s', async (written, phone) => {
  const shown = 'organisation { phone }';
  for (const [mutation, path] of [
    ['organisationCreate', ['input', 'phone']],
    ['organisationUpdate', ['input', 'patch', 'phone']],
  ] as const) {
    expect(await typed(mutation, path, written, shown)).toMatchObject({
      errors: [],
      organisation: { phone },
    });
  }
});

test.each([
  ['personCreate', ['input', 'contact', 'phone'], ['14 072', '0800 1234'], 'servicenummer'],
  ['personUpdate', PERSONS_PHONE, ['0900-1234567'], 'servicenummer'],
  ['personUpdate', PERSONS_PHONE, ['+3161234567', '06-123456789', '06-12345678 x5', '1234'], '0612345678'],
  ['organisationUpdate', ['input', 'patch', 'phone'], ['14 99', '+31 70 312345', '112'], '0612345678'],
])('%s, %j: %j is no telephone number', async (mutation, path, values, says) => {
  for (const value of values) {
    const done = await unchanged(service.owner, () =>
      typed(mutation, path, value, '__typename errors { message }'),
    );
    expect(done).toMatchObject({
      errors: [{ code: 'BAD_PHONE', path, message: expect.stringContaining(says) }],
      committed: false,
    });
  }
});

const PLACES_OF_EMAIL: [string, string[]][] = [
  ['personCreate', ['input', 'contact', 'email']],
  ['personUpdate', ['input', 'patch', 'contact', 'email']],
  ['membershipStart', ['input', 'newcomer', 'contact', 'email']],
  ['organisationCreate', ['input', 'email']],
  ['organisationUpdate', ['input', 'patch', 'email']],
  ['mailPreferencesSet', ['input', 'email']],
  ['invitationCreate', ['input', 'nominee', 'email']],
];

test('these are all places of an email address and a telephone number, and what nobody sees is dropped there', () => {
  const mutations = Object.values(testSchema().getMutationType()!.getFields());
  const places = mutations.flatMap(({ name, args }) =>
    args.flatMap((argument) => inputPlaces(argument)).map((place) => ({ ...place, mutation: name })),
  );
  const seenOnly = places.filter(({ path }) => /email|phone/i.test(path.at(-1)!));
  expect(seenOnly.every((place) => place.seenOnly)).toBe(true);
  const ofEmail = seenOnly.filter(({ path }) => path.at(-1) === 'email');
  expect(ofEmail.map(({ mutation, path }) => [mutation, path]).sort()).toEqual([...PLACES_OF_EMAIL].sort());
});

test.each(PLACES_OF_EMAIL)('%s, %j: what is no address is refused', async (mutation, path) => {
  for (const value of [
    '.a@b.nl',
    'a.@b.nl',
    'a..b@c.nl',
    'a@b..nl',
    'a\ufffd@b.nl',
    '"a"@b.nl',
    '“a”@b.nl',
    'a@b',
  ]) {
    const done = await unchanged(service.owner, () => typed(mutation, path, value));
    expect([value, done]).toEqual([
      value,
      { errors: [{ code: 'BAD_EMAIL', path }], warnings: [], committed: false },
    ]);
  }
});

test.each([
  ['personCreate', ['input', 'contact', 'email'], 'person { contact { email } }'],
  ['organisationCreate', ['input', 'email'], 'organisation { email }'],
])('%s, %j: an address is stored without what nobody sees', async (mutation, path, shown) => {
  const done = await typed(mutation, path, ' \u202aan\u200bna@voor\u00adbeeld.nl\u202c', shown);
  expect(JSON.stringify(done)).toContain('"email":"anna@voorbeeld.nl"');
});

const name = (...before: string[]) => ['givenName', 'familyName'].map((part) => [...before, 'name', part]);
const PLACES_OF_NAME: [string, string[]][] = [
  ...name('input').map((path): [string, string[]] => ['personCreate', path]),
  ...name('input', 'patch').map((path): [string, string[]] => ['personUpdate', path]),
  ...name('input', 'nominee').map((path): [string, string[]] => ['invitationCreate', path]),
  ['organisationCreate', ['input', 'name']],
  ['organisationUpdate', ['input', 'patch', 'name']],
  ['oudernetwerkCreate', ['input', 'name']],
  ['oudernetwerkUpdate', ['input', 'patch', 'name']],
  ['advisoryBodyCreate', ['input', 'name']],
  ['advisoryBodyUpdate', ['input', 'patch', 'name']],
  ['advisorySeatCreate', ['input', 'title']],
  ['advisorySeatUpdate', ['input', 'patch', 'title']],
  ['themeCreate', ['input', 'labelNl']],
  ['themeUpdate', ['input', 'patch', 'labelEn']],
];

test.each(PLACES_OF_NAME)('%s, %j: a name has a letter that can be seen', async (mutation, path) => {
  for (const [value, code] of [
    ['123', 'NO_LETTER'],
    ['–', 'NO_LETTER'],
    ['\u3164', 'REQUIRED'],
    ['\u2800', 'REQUIRED'],
    ['\u0301', 'REQUIRED'],
  ] as const) {
    const done = await unchanged(service.owner, () => typed(mutation, path, value));
    expect([value, done]).toEqual([value, { errors: [{ code, path }], warnings: [], committed: false }]);
  }
});

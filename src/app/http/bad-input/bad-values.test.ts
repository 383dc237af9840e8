import { spoiled } from './testing/input-places.js';
import { type Attempt, attemptOf, mutationWorld } from '../../../testing/access/mutations/mutation-world.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

let service: TestService;
let world: Readonly<Record<string, Attempt>>;

beforeAll(async () => {
  service = await startTestService();
  world = await mutationWorld(service);
});
afterAll(() => service.close());

test.each([
  ['personCreate', ['input', 'name', 'givenName'], ['', '  ', '\u200b'], 'REQUIRED'],
  ['personCreate', ['input', 'name', 'givenName'], ['\t\r\n'], 'NOT_ONE_LINE'],
  ['personCreate', ['input', 'name', 'familyName'], ['', 'x'.repeat(101)], /REQUIRED|TOO_LONG/],
  ['personCreate', ['input', 'name', 'infix'], ['x'.repeat(31)], 'TOO_LONG'],
  ['personCreate', ['input', 'note'], ['x'.repeat(2_001)], 'TOO_LONG'],
  ['personCreate', ['input', 'language'], ['', 'nederlands', 'n', 'n1', 'nl-NL'], 'BAD_LANGUAGE'],
  [
    'personCreate',
    ['input', 'contact', 'phone'],
    ['112', '06-1234567', '+0612345678', 'bel mij', '+31612345678;ext=1'],
    'BAD_PHONE',
  ],
  [
    'personCreate',
    ['input', 'contact', 'email'],
    ['a', 'a@b', 'a b@c.nl', 'a@b..', '<a@b.nl>', `${'x'.repeat(250)}@b.nl`],
    /BAD_EMAIL|TOO_LONG/,
  ],
  ['personCreate', ['input', 'contact', 'email'], ['a@b.nl\r\nBcc: c@d.nl', 'a@b.nl\nx'], 'NOT_ONE_LINE'],
  ['personCreate', ['input', 'perspectives'], [[]], 'REQUIRED'],
  ['personUpdate', ['input', 'patch', 'perspectives'], [[], null], 'REQUIRED'],
  ['personUpdate', ['input', 'patch', 'name'], [null], 'REQUIRED'],
  ['organisationCreate', ['input', 'name'], ['', 'x'.repeat(201)], /REQUIRED|TOO_LONG/],
  ['organisationCreate', ['input', 'domains'], [[]], 'REQUIRED'],
  ['organisationUpdate', ['input', 'patch', 'name'], ['', null, 'x'.repeat(201)], /REQUIRED|TOO_LONG/],
  ['organisationUpdate', ['input', 'patch', 'domains'], [[], null], 'REQUIRED'],
  ['oudernetwerkCreate', ['input', 'name'], ['\u00a0', 'x'.repeat(201)], /REQUIRED|TOO_LONG/],
  ['oudernetwerkUpdate', ['input', 'patch', 'name'], [null, ' '], 'REQUIRED'],
  ['oudernetwerkUpdate', ['input', 'patch', 'sectors'], [null, []], 'REQUIRED'],
  ['oudernetwerkEnd', ['input', 'reason'], ['', 'x'.repeat(501)], /REQUIRED|TOO_LONG/],
  ['activityRecord', ['input', 'title'], [' ', 'x'.repeat(201)], /REQUIRED|TOO_LONG/],
  ['activityCorrect', ['input', 'patch', 'title'], [null, ''], 'REQUIRED'],
  ['activityCorrect', ['input', 'patch', 'kind'], [null], 'REQUIRED'],
  [
    'schoolTieRecord',
    ['input', 'schoolYear'],
    ['', '2026', '2026-2028', '1999-2000', '2026-2027/1'],
    'BAD_SCHOOL_YEAR',
  ],
  ['schoolTieRecord', ['input', 'schoolYear'], ['2080-2081', '2001-2002'], 'OUT_OF_RANGE'],
  ['schoolTieRecord', ['input', 'yearLevel'], [0, 9], 'YEAR_LEVEL_OUT_OF_RANGE'],
  ['supportStart', ['input', 'period', 'until'], ['2026-11-30'], 'ENDS_BEFORE_START'],
  ['workItemSnooze', ['input', 'reason'], ['', '\u200b', null, 'x'.repeat(501)], /REQUIRED|TOO_LONG/],
  ['workItemSnooze', ['input', 'until'], ['2026-11-24', '2027-11-26'], 'DATE_OUT_OF_RANGE'],
  ['continuityThresholdsSet', ['input', 'leadMonths'], [0, 37], 'OUT_OF_RANGE'],
  ['continuityThresholdsSet', ['input', 'leaveTogetherDays'], [0, 366], 'OUT_OF_RANGE'],
  ['caretakershipStart', ['input', 'period', 'until'], ['2026-11-30'], 'ENDS_BEFORE_START'],
  ['trekkerschapStart', ['input', 'plannedEnd', 'on'], ['2026-11-30'], 'ENDS_BEFORE_START'],
])('%s, %j: says what is wrong', async (mutation, path, values, code) => {
  const { as, input } = world[mutation]!;
  for (const value of values) {
    const { data, errors } = await unchanged(service.owner, () =>
      service.ask(as, attemptOf(mutation), spoiled({ input }, path, value)),
    );
    expect([value, errors]).toEqual([value, undefined]);
    expect(data.done.errors).toContainEqual({
      code: expect.stringMatching(code),
      path,
      message: expect.any(String),
    });
  }
});

test('what is refused as a variable is refused as a literal', async () => {
  const ask = (note: string) =>
    unchanged(service.owner, () =>
      service.ask(
        'coordinator',
        `mutation { personUpdate(input: { id: "${String(world['personUpdate']!.input['id'])}", patch: { note: ${note} } })
          { errors { code path } } }`,
      ),
    );
  expect((await ask('"111.222.333"')).data.personUpdate.errors).toEqual([
    { code: 'BSN_IN_TEXT', path: ['input', 'patch', 'note'] },
  ]);
  for (const text of [String.raw`"\u0000"`, String.raw`"\ud800"`]) {
    const [error] = (await ask(text)).errors;
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
  }
});

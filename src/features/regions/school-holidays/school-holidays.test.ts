import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  await make.account('admin', { role: 'ADMIN' });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: await make.region('JZ06') });
});
afterAll(() => service.close());

const SET = `mutation($input: SchoolHolidaySetInput!) { schoolHolidaySet(input: $input) {
  schoolHoliday { version schoolYear kind holidayRegion period { from until } } errors { code path } } }`;
const REMOVE = `mutation($input: SchoolHolidayRemoveInput!) { done: schoolHolidayRemove(input: $input) {
  errors { code path } } }`;
const KNOWN = `query($year: String, $region: HolidayRegion) { schoolHolidays(schoolYear: $year, holidayRegion: $region) {
  kind period { from until } } }`;

const set = async (input: object) => (await service.ask('admin', SET, { input })).data.schoolHolidaySet;
const known = async (year: string, region: string) =>
  (await service.ask('coordinator', KNOWN, { year, region })).data.schoolHolidays.map(
    ({ kind, period }: { kind: string; period: { from: string; until: string } }) =>
      `${kind} ${period.from} ${period.until}`,
  );

test('the days of the reference file are known to everybody', async () => {
  expect(await known('2026-2027', 'NOORD')).toEqual([
    'HERFST 2026-10-10 2026-10-18',
    'KERST 2026-12-19 2027-01-03',
    'VOORJAAR 2027-02-20 2027-02-28',
    'MEI 2027-04-24 2027-05-02',
    'ZOMER 2027-07-10 2027-08-22',
  ]);
});

test('an administrator records days, and again; the same days leave no trace', async () => {
  const which = { schoolYear: '2028/29', kind: 'KERST', holidayRegion: 'ZUID' };
  const [first, better] = [
    { from: '2028-12-16', until: '2028-12-31' },
    { from: '2028-12-23', until: '2029-01-07' },
  ];
  const shown = { ...which, schoolYear: '2028-2029' };
  expect(await set({ ...which, ...first })).toEqual({
    schoolHoliday: { version: 1, ...shown, period: first },
    errors: [],
  });
  const changed = { schoolHoliday: { version: 2, ...shown, period: better }, errors: [] };
  expect(await set({ ...which, ...better })).toEqual(changed);
  expect(await unchanged(service.owner, () => set({ ...which, ...better }))).toEqual(changed);
});

test.each([
  [{ schoolYear: '2028-2030' }, 'BAD_SCHOOL_YEAR', 'schoolYear'],
  [{ schoolYear: '2048-2049' }, 'BAD_SCHOOL_YEAR', 'schoolYear'],
  [{ from: '2028-07-31' }, 'DATE_OUT_OF_RANGE', 'from'],
  [{ until: '2029-04-27' }, 'DATE_OUT_OF_RANGE', 'until'],
  [{ until: '2029-05-21' }, 'HOLIDAY_TOO_LONG', 'until'],
  [{ kind: 'ZOMER', from: '2029-07-14', until: '2029-09-03' }, 'HOLIDAY_TOO_LONG', 'until'],
  [
    { schoolYear: '2027-2028', kind: 'VOORJAAR', from: '2028-05-01', until: '2028-05-08' },
    'HOLIDAYS_OVERLAP',
    'from',
  ],
])('%j is refused', async (differs, code, field) => {
  const given = { schoolYear: '2028-2029', kind: 'MEI', holidayRegion: 'ZUID' };
  const days = { from: '2029-04-28', until: '2029-05-06' };
  const { errors } = await unchanged(service.owner, () => set({ ...given, ...days, ...differs }));
  expect(errors).toEqual([{ code, path: ['input', field] }]);
});

test('of two who record holidays on the same days at once, one is told', async () => {
  const days = { from: '2029-10-13', until: '2029-10-21' };
  const which = { schoolYear: '2029-2030', holidayRegion: 'NOORD', ...days };
  const answers = await Promise.all([set({ ...which, kind: 'HERFST' }), set({ ...which, kind: 'KERST' })]);
  const codes = answers.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code));
  expect(codes).toEqual(['HOLIDAYS_OVERLAP']);
});

test('a holiday is removed, once, and can be recorded anew', async () => {
  const which = { schoolYear: '2027-2028', kind: 'ZOMER', holidayRegion: 'MIDDEN' };
  const { rows } = await service.owner.query(
    `select id, version from school_holidays where school_year = '2027-2028' and kind = 'ZOMER' and holiday_region = 'MIDDEN'`,
  );
  const input = { id: nodeId('SchoolHoliday', rows[0].id), expectedVersion: rows[0].version };
  expect((await service.ask('admin', REMOVE, { input })).data.done).toEqual({ errors: [] });
  const isKnown = async () => (await known('2027-2028', 'MIDDEN')).some((one: string) => /^ZOMER/.test(one));
  expect(await isKnown()).toBe(false);
  const again = await unchanged(service.owner, () => service.ask('admin', REMOVE, { input }));
  expect(again.data.done.errors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
  const days = { from: '2028-07-08', until: '2028-08-20' };
  expect((await set({ ...which, ...days })).errors).toEqual([]);
  expect(await isKnown()).toBe(true);
});

test('the schools of a municipality are said to be in another holiday region', async () => {
  const { rows } = await service.owner.query(`select id from municipalities where code = 'GM0361'`);
  const input = { municipalityId: nodeId('Municipality', rows[0].id), holidayRegion: 'MIDDEN' };
  const query = `mutation($input: MunicipalityHolidayRegionSetInput!) { done: municipalityHolidayRegionSet(input: $input) {
    municipality { holidayRegion } errors { code } } }`;
  const done = { municipality: { holidayRegion: 'MIDDEN' }, errors: [] };
  expect((await service.ask('admin', query, { input })).data.done).toEqual(done);
  const again = await unchanged(service.owner, () => service.ask('admin', query, { input }));
  expect(again.data.done).toEqual(done);
});

test.each([
  ['NOORD', '2026-12-18', null],
  ['NOORD', '2026-12-19', '2027-01-03'],
  ['NOORD', '2027-01-03', '2027-01-03'],
  ['NOORD', '2027-01-04', null],
  ['ZUID', '2027-07-23', null],
  ['ZUID', '2027-09-05', '2027-09-05'],
  // nothing is known of that summer
  ['NOORD', '2031-06-30', null],
  ['NOORD', '2031-07-01', '2031-08-31'],
  ['NOORD', '2031-08-31', '2031-08-31'],
  [null, '2031-09-01', null],
  [null, '2027-07-01', '2027-08-31'],
])('in %s schools are closed on %s until %s', async (region, on, until) => {
  const { rows } = await service.owner.query('select school_holiday_until($1, $2)::text as until', [
    region,
    on,
  ]);
  expect(rows).toEqual([{ until }]);
});

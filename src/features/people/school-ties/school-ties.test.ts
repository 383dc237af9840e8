import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const TIE = `id version stage yearLevel schoolYear confirmedOn statedExit school { kind } expectedExit { earliest latest confidence }`;
const RECORD = `mutation($input: SchoolTieRecordInput!) { schoolTieRecord(input: $input) { errors { code path } schoolTie { ${TIE} } person { schoolTies { id } } } }`;
const CONFIRM = `mutation($input: SchoolTieConfirmInput!) { schoolTieConfirm(input: $input) { errors { code path } schoolTie { ${TIE} } } }`;
const CLOSE = `mutation($input: SchoolTieCloseInput!) { schoolTieClose(input: $input) { errors { code path } person { schoolTies { id } } } }`;

let service: TestService;
let make: Makers;
let personId: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  const region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const parent = await make.person(region);
  personId = nodeId('Person', parent);
  await make.account('parent', { personId: parent });
  await service.owner.query(
    `insert into consents (id, person_id, purpose, given, scopes, text_version, language, channel, recorded_at)
     values (gen_random_uuid(), $1, 'SCHOOL_AND_THEMES', true, '{}', '2026-12-school', 'nl', 'PAPER', '2026-11-20')`,
    [parent],
  );
  await make.account('other parent', { personId: await make.person(region) });
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const ask = async (query: string, input: object, subject = 'coordinator') => {
  const { data, errors } = await service.ask(subject, query, { input });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0] as {
    errors: unknown[];
    schoolTie: Record<string, never>;
    person: never;
  };
};
const record = (input: object, subject?: string) => ask(RECORD, { personId, ...input }, subject);

test.each([
  [
    { stage: 'BO', yearLevel: 8, schoolYear: '2026-2027' },
    { earliest: '2027-07-31', latest: '2027-07-31', confidence: 'HIGH' },
  ],
  [
    { stage: 'SO', yearLevel: 7, schoolYear: '2026/27' },
    { earliest: '2028-07-31', latest: '2028-07-31', confidence: 'MEDIUM' },
  ],
  [
    { stage: 'MBO4', yearLevel: 1, schoolYear: '2026-2027' },
    { earliest: '2029-07-31', latest: '2030-07-31', confidence: 'MEDIUM' },
  ],
  [{ stage: 'VSO', yearLevel: 2, schoolYear: '2026-2027' }, null],
  [
    { stage: 'VSO', schoolYear: '2026-2027', statedExit: '2028-02-29' },
    { earliest: '2028-02-29', latest: '2028-02-29', confidence: 'HIGH' },
  ],
  [{ stage: 'BO', schoolYear: '2026-2027' }, null],
])('%j: expected exit %j', async (input, expectedExit) => {
  const { errors, schoolTie } = await record(input);
  expect(errors).toEqual([]);
  expect(schoolTie).toMatchObject({
    version: 1,
    schoolYear: '2026-2027',
    confirmedOn: '2026-11-25',
    expectedExit,
  });
});

test('a stated last day goes before the nominal one, until it is taken back', async () => {
  const { schoolTie } = await record({
    stage: 'VMBO',
    yearLevel: 4,
    schoolYear: '2026-2027',
    statedExit: '2027-04-30',
  });
  expect(schoolTie).toMatchObject({ expectedExit: { latest: '2027-04-30' } });
  const confirm = async (input: object) => (await ask(CONFIRM, { id: schoolTie['id'], ...input })).schoolTie;
  expect(await confirm({})).toMatchObject({ statedExit: '2027-04-30' });
  expect(await confirm({ statedExit: null })).toMatchObject({
    statedExit: null,
    expectedExit: { latest: '2027-07-31' },
  });
  expect(await confirm({ statedExit: '2027-01-31' })).toMatchObject({
    version: 3,
    expectedExit: { latest: '2027-01-31' },
  });
});

test('what was not confirmed for over 12 months is relied on less, until it is confirmed', async () => {
  const { schoolTie } = await record({ stage: 'BO', yearLevel: 1, schoolYear: '2026-2027' });
  const input = { id: schoolTie['id'] };
  const confidence = async () => {
    const query = `{ node(id: "${input.id}") { ... on SchoolTie { expectedExit { confidence } } } }`;
    return (await service.ask('coordinator', query)).data.node.expectedExit.confidence;
  };
  service.travelTo('2027-11-25T12:00:00Z');
  expect(await confidence()).toBe('HIGH');
  // still the 25th in London
  service.travelTo('2027-11-25T23:30:00Z');
  expect(await confidence()).toBe('LOW');
  const { schoolTie: confirmed } = await ask(CONFIRM, input);
  expect(confirmed).toMatchObject({ confirmedOn: '2027-11-26', expectedExit: { confidence: 'HIGH' } });
});

test('a school is a school', async () => {
  const { rows } = await service.owner.query<{ id: string }>(
    `select id from organisations where kind = 'SCHOOL' limit 1`,
  );
  const tie = { stage: 'BO', yearLevel: 3, schoolYear: '2026-2027' };
  const { schoolTie } = await record({ ...tie, schoolId: nodeId('Organisation', rows[0]!.id) });
  expect(schoolTie).toMatchObject({ school: { kind: 'SCHOOL' } });
  const foundation = nodeId('Organisation', await make.organisation(await make.region('JZ06')));
  const { errors } = await unchanged(service.owner, () => record({ ...tie, schoolId: foundation }));
  expect(errors).toEqual([{ code: 'NOT_A_SCHOOL', path: ['input', 'schoolId'] }]);
});

test('parents keep their own ties, and nobody else’s', async () => {
  const tie = { stage: 'HAVO', yearLevel: 2, schoolYear: '2026-2027' };
  const { errors, schoolTie } = await record(tie, 'parent');
  expect(errors).toEqual([]);
  const stranger = await unchanged(service.owner, () => record(tie, 'other parent'));
  expect(stranger.errors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'personId'] }]);
  const input = { id: schoolTie['id'] };
  for (const query of [CONFIRM, CLOSE]) {
    const { errors: refused } = await unchanged(service.owner, () => ask(query, input, 'other parent'));
    expect(refused).toEqual([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
  }
  const { person } = await ask(CLOSE, input, 'parent');
  expect(JSON.stringify(person)).not.toContain(input.id);
});

test('a tie is closed once, by whoever read its version', async () => {
  const { schoolTie } = await record({ stage: 'BO', yearLevel: 2, schoolYear: '2025-2026' });
  const { id } = schoolTie;
  const stale = await unchanged(service.owner, () => ask(CLOSE, { id, expectedVersion: 9 }));
  expect(stale.errors).toEqual([{ code: 'CONFLICT', path: ['input', 'expectedVersion'] }]);
  expect((await ask(CLOSE, { id, expectedVersion: 1 })).errors).toEqual([]);
  const again = await unchanged(service.owner, () => ask(CLOSE, { id }));
  expect(again.errors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'id'] }]);
});

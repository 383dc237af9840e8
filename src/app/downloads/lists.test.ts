import { parse } from 'csv-parse/sync';
import { isEnumType, validate } from 'graphql';
import readXlsxFile from 'read-excel-file/node';
import { wordFor } from '../../features/lists/export/list-words.js';
import { LISTS } from '../../features/lists/export/lists.js';
import { documentOf } from '../../features/lists/export/read-list.js';
import type { Kind, Purpose } from '../../features/lists/export/list-export.enums.js';
import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { ProfileMakers } from '../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { NOW, startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { createSchema } from '../schema.js';

const EXPORT = `mutation ($input: ListExportInput!) { listExport(input: $input) {
  url expiresAt errors { code path message } } }`;

let service: TestService;
let ids: Record<'region' | 'network' | 'body' | 'member' | 'expert' | 'holder', string>;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const [seats, profiles] = [new SeatMakers(service.owner), new ProfileMakers(service.owner)];
  const region = await make.region('JZ06');
  const network = await make.network(region, { name: '=Netwerk "Noord"; 1', activeFrom: '2026-01-01' });
  const organisation = await make.organisation(region);
  await make.support(network, organisation);
  const member = await make.person(region, { given: 'Anna', infix: 'van den', family: 'Berg' });
  const other = await make.person(region, { given: 'Zoë', family: 'Jansen' });
  const [trekker, expert, holder] = [
    await make.person(region),
    await make.person(region),
    await make.person(region),
  ];
  for (const who of [member, other]) await make.membership(network, who);
  await make.trekkerschap(network, trekker, '[2026-01-01,)');
  await service.owner.query(
    `insert into person_contacts (person_id, email, phone)
     values ($1, 'anna@example.org', '+31612345678'), ($2, 'zoe@example.org', '+32470123456')`,
    [member, other],
  );
  const body = await seats.body(region);
  await seats.appointment(await seats.seat(body), holder);
  await profiles.profile(expert);
  await service.tick();
  ids = { region, network, body, member: member, expert: expert, holder: holder };
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('stranger', { role: 'COORDINATOR', regionId: await make.region('JZ07') });
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('admin', { role: 'ADMIN' });
  await make.account('parent', { personId: member });
  await make.account('trekker', { personId: trekker });
});
beforeEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const members = () => ({ oudernetwerkId: nodeId('Oudernetwerk', ids.network) });
const rooster = () => ({ bodyId: nodeId('AdvisoryBody', ids.body) });

interface Given {
  readonly kind?: Kind;
  readonly purpose?: Purpose;
  readonly format?: 'CSV' | 'XLSX';
  readonly filter?: object;
}

async function asked(given: Given = {}, as = 'coordinator') {
  const input = { kind: 'MEMBERS', purpose: 'CALL', format: 'CSV', filter: members(), ...given };
  const { data, errors } = await service.ask(as, EXPORT, { input });
  return errors ? { refused: errors[0].extensions.code as string } : data.listExport;
}
async function fetched(url: string) {
  const { pathname, search } = new URL(url);
  return service.app.inject(`${pathname}${search}`);
}
async function csv(given?: Given, as?: string): Promise<string[][]> {
  const { body } = await fetched((await asked(given, as)).url);
  const [separator, ...lines] = body.split('\r\n');
  expect(separator).toBe('\ufeffsep=;');
  return parse(lines.join('\r\n'), { delimiter: ';' });
}
async function logOf(person: string) {
  const { data } = await service.ask(
    'coordinator',
    'query($id: ID!) { person(id: $id) { accessLog { nodes { what why purpose who } } } }',
    { id: nodeId('Person', person) },
  );
  return data.person.accessLog.nodes;
}

test('members to call: name and number, sorted out for a spreadsheet, and nothing else', async () => {
  expect(await csv()).toEqual([
    ['Netwerk', 'Naam', 'Telefoon'],
    [`'=Netwerk "Noord"; 1`, 'Anna van den Berg', '06 12345678'],
    [`'=Netwerk "Noord"; 1`, 'Zoë Jansen', '0032 470 12 34 56'],
  ]);
});

test('everybody on a list can see who took them along, and what for', async () => {
  const before = (await logOf(ids.member)).length;
  const { url } = await asked({ purpose: 'ATTENDANCE' });
  expect(await logOf(ids.member)).toHaveLength(before);
  await fetched(url);
  expect(await logOf(ids.member)).toContainEqual({
    what: 'NAME_EXPORTED',
    why: 'LIST',
    purpose: 'ATTENDANCE',
    who: 'coordinator',
  });
  await csv({ kind: 'EXPERTS', purpose: 'MATCHING', filter: {} });
  expect(await logOf(ids.expert)).toContainEqual({
    what: 'PROFILE_EXPORTED',
    why: 'LIST',
    purpose: 'MATCHING',
    who: 'coordinator',
  });
});

test('whoever asked to be left in peace is on the list without a number', async () => {
  await service.owner.query(
    `insert into contact_pauses (person_id, period, recorded_at) values ($1, '[2026-11-01,2027-01-01)', now())`,
    [ids.member],
  );
  const [, paused, other] = await csv();
  await service.owner.query('delete from contact_pauses');
  expect([paused![2], other![2]]).toEqual(['', '0032 470 12 34 56']);
});

test.each<[string, Given, string[]]>([
  ['WRITE', { purpose: 'WRITE' }, ['Netwerk', 'Naam', 'E-mailadres']],
  [
    'ROOSTER',
    { kind: 'ROOSTER', purpose: 'RETIREMENT' },
    [
      'Adviesgroep',
      'Zetel',
      'Naam',
      'Termijn',
      'Termijn tot en met',
      'Mag nog een termijn',
      'Blijft tot er een opvolger is',
    ],
  ],
  ['SEATS', { kind: 'SEATS', purpose: 'OVERVIEW', filter: {} }, ['Adviesgroep', 'Regio', 'Zetel', 'Status']],
  [
    'EXPERTS',
    { kind: 'EXPERTS', purpose: 'MATCHING', filter: {} },
    [
      'Schuilnaam',
      'Regio',
      'Domeinen',
      'Niveaus',
      'Doet mee als',
      'Thema’s',
      'Zetels nu',
      'Hoogstens zetels',
    ],
  ],
  [
    'SUPPORT',
    { kind: 'SUPPORT', purpose: 'OVERVIEW', filter: {} },
    ['Organisatie', 'Soort organisatie', 'Netwerk', 'Sinds', 'Tot en met', 'Uren per maand'],
  ],
])('%s has the columns of its purpose, and a row', async (_, given, heads) => {
  const rows = await csv(given.kind === 'ROOSTER' ? { ...given, filter: rooster() } : given);
  expect(rows[0]).toEqual(heads);
  expect(rows.length).toBeGreaterThan(1);
});

test('a workbook has days as days, and findings in words', async () => {
  const { url } = await asked({
    kind: 'NETWORKS',
    purpose: 'CONTINUITY',
    format: 'XLSX',
    filter: { networkStatus: ['ACTIVE'], regionId: nodeId('Region', ids.region) },
  });
  const file = await fetched(url);
  expect(file.headers).toMatchObject({
    'content-disposition': expect.stringContaining('filename="oudernetwerken-2026-11-25.xlsx"'),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  const [{ data }] = (await readXlsxFile(file.rawPayload)) as unknown as [{ data: unknown[][] }];
  expect(data[0]!.slice(0, 4)).toEqual(['Netwerk', 'Regio', 'Status', 'Hoe veilig']);
  expect(data[1]!.slice(0, 1)).toEqual([`'=Netwerk "Noord"; 1`]);
  expect(data[1]![4] === null || data[1]![4] instanceof Date).toBe(true);
  expect(data[1]![9]).toContain('zonder co-trekker');
});

test.each<[string, Given, string, string[]]>([
  ['a purpose of another list', { purpose: 'MATCHING' }, 'NOT_THIS_PURPOSE', ['input', 'purpose']],
  ['no network', { filter: {} }, 'REQUIRED', ['input', 'filter', 'oudernetwerkId']],
  [
    'a filter of another list',
    { kind: 'SEATS', purpose: 'OVERVIEW', filter: { band: ['STABLE'] } },
    'NOT_FOR_THIS_LIST',
    ['input', 'filter', 'band'],
  ],
  [
    'a network that is none',
    { filter: { oudernetwerkId: nodeId('Oudernetwerk', '00000000-0000-7000-8000-000000000000') } },
    'NOT_FOUND',
    ['input', 'filter', 'oudernetwerkId'],
  ],
])('is refused and leaves nothing behind: %s', async (_, given, code, path) => {
  const { errors } = await unchanged(service.owner, () => asked(given));
  expect(errors).toMatchObject([{ code, path }]);
});

test.each<[Kind, Purpose, string[]]>([
  ['MEMBERS', 'CALL', ['coordinator', 'supporter', 'trekker']],
  ['ROOSTER', 'RETIREMENT', ['coordinator', 'secretary']],
  ['NETWORKS', 'CONTINUITY', ['coordinator', 'stranger', 'admin']],
  [
    'NETWORKS',
    'OVERVIEW',
    ['coordinator', 'stranger', 'supporter', 'secretary', 'admin', 'parent', 'trekker'],
  ],
  ['SEATS', 'VACANCIES', ['coordinator', 'stranger', 'secretary']],
  ['WORKLIST', 'WORK_MEETING', ['coordinator', 'stranger', 'secretary']],
  ['SUPPORT', 'OVERVIEW', ['coordinator', 'stranger', 'admin']],
  ['EXPERTS', 'MATCHING', ['coordinator', 'stranger', 'secretary']],
])('%s for %s is for %j', async (kind, purpose, who) => {
  const filter = kind === 'MEMBERS' ? members() : kind === 'ROOSTER' ? rooster() : {};
  const may: string[] = [];
  for (const as of ['coordinator', 'stranger', 'supporter', 'secretary', 'admin', 'parent', 'trekker']) {
    const { url, errors, refused } = await asked({ kind, purpose, filter }, as);
    if (url) {
      may.push(as);
      expect([as, (await fetched(url)).statusCode]).toEqual([as, 200]);
    } else
      expect([as, refused ?? errors[0].code]).toEqual([as, expect.stringMatching(/^(FORBIDDEN|NOT_FOUND)$/)]);
  }
  expect(may).toEqual(who);
});

test('a link shows nothing to whoever may not have it any more', async () => {
  const { url } = await asked({}, 'supporter');
  await service.owner.query(`update support_arrangements set period = '[2026-01-01,2026-11-20)'`);
  service.travelTo('2026-11-25T10:01:30Z');
  const page = await fetched(url);
  await service.owner.query(`update support_arrangements set period = '[2026-01-01,)'`);
  expect(page.statusCode).toBe(404);
  expect(page.body).toBe((await fetched('http://x/downloads/list?token=nothing')).body);
});

describe('every list', () => {
  const schema = createSchema();
  const all = (Object.keys(LISTS) as Kind[]).flatMap((kind) =>
    (Object.keys(LISTS[kind].purposes) as Purpose[]).map((purpose) => [kind, purpose] as const),
  );
  test.each(all)('%s for %s asks what the API has', (kind, purpose) => {
    expect(validate(schema, documentOf(kind, purpose))).toEqual([]);
  });

  test('has a word for every code that it may show', () => {
    for (const name of [
      'OudernetwerkStatus',
      'Sector',
      'ContinuityBand',
      'SeatStatus',
      'OrganisationKind',
      'Domain',
      'Level',
      'ParticipationForm',
    ]) {
      const type = schema.getType(name);
      if (!isEnumType(type)) throw new Error(`no enum ${name}`);
      for (const { name: code } of type.getValues()) expect(wordFor(code, 'nl')).not.toBe('');
    }
  });
});

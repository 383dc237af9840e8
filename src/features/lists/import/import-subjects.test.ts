import writeXlsxFile from 'write-excel-file/node';
import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { type Json, startTestService, type TestService } from '../../../testing/test-service.js';
import { TakingIn } from './testing/taking-in.js';

let service: TestService;
let make: Makers;
let lists: TakingIn;
let region: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await organisation('Steunpunt Oost');
  await organisation('Gemeente Dal');
  lists = new TakingIn(service, region);
});
afterAll(() => service.close());

const organisation = async (name: string) => {
  await service.owner.query('update organisations set official_name = $1 where id = $2', [
    name,
    await make.organisation(region),
  ]);
};
const all = async (sql: string, values: readonly unknown[] = []): Promise<Json[]> =>
  (await service.owner.query(sql, values as unknown[])).rows;
const outcomes = ({ rows }: Json) => rows.nodes.map(({ outcome }: Json) => outcome);

describe('a list of networks', () => {
  const LIST = [
    'Naam;Doelgroep;Thema;Ondersteuning door;Gemeente;Actief sinds;Trekker;E-mail trekker;Trekker sinds',
    'Ouders van Oost;basisonderwijs en VO;;Steunpunt Oost;;1-9-2024;Jan van den Eik;jan.eik@example.org;1-9-2024',
    'ouders van oost;PO;;;;;Mia Beuk;mia.beuk@example.org;45536',
    'Café Zonder School;thuiszitters;;Onbekend Bureau;;;;;',
    'Ouders van West;muziek;;;;;;;',
    'Ouders van Zuid;jeugdhulp;;;;;Jan;;',
    'Ouders van Noord;zorg;;;;;;;',
  ].join('\n');
  const networks = () =>
    all(
      `select name, phase, sectors, active_from::text as since,
         (select array_agg(d.display_name || ' ' || lower(t.period) order by 1) from trekkerschappen t
          join person_details d using (person_id) where t.oudernetwerk_id = n.id) as led,
         (select array_agg(o.name) from support_arrangements s join organisations o on o.id = s.organisation_id
          where s.oudernetwerk_id = n.id) as support
       from oudernetwerken n where name like 'Ouders van%' order by name`,
    );

  test('comes in, is the same the next time, and goes again', async () => {
    const before = await all('select count(*) from people');
    const id = await lists.judged(LIST, { kind: 'NETWORKS' });
    const judged = await lists.seen(id);
    expect(judged.columns.map(({ field }: Json) => field)).toEqual([
      'NETWORK',
      'SECTOR',
      'THEME',
      'SUPPORT',
      'MUNICIPALITY',
      'ACTIVE_SINCE',
      'NAME',
      'EMAIL',
      'TREKKER_SINCE',
    ]);
    expect(judged.rows.nodes).toMatchObject([
      { number: 2, name: 'Ouders van Oost', outcome: 'NEW' },
      { number: 3, outcome: 'CHANGES', changes: [{ field: 'NAME', from: null, to: 'Mia Beuk' }] },
      { outcome: 'BAD', problems: [{ column: 'Ondersteuning door', code: 'UNKNOWN_ORGANISATION' }] },
      { outcome: 'BAD', problems: [{ column: 'Doelgroep', code: 'UNKNOWN_SECTOR' }] },
      { outcome: 'BAD', problems: [{ column: 'Trekker', code: 'NAME_NOT_WHOLE' }] },
      { outcome: 'NEW' },
    ]);
    expect(await networks()).toEqual([]);
    await lists.decide(
      id,
      [4, 5, 6].map((number) => ({ number, decision: 'LEAVE_OUT' })),
    );
    expect(await lists.applied(id)).toMatchObject({ state: 'APPLIED', counts: { recorded: 3 } });
    expect(await networks()).toEqual([
      {
        name: 'Ouders van Noord',
        phase: 'FORMING',
        sectors: ['ZORG'],
        since: null,
        led: null,
        support: null,
      },
      {
        name: 'Ouders van Oost',
        phase: 'ACTIVE',
        sectors: ['PO', 'VO'],
        since: '2024-09-01',
        led: ['Jan van den Eik 2024-09-01', 'Mia Beuk 2024-09-01'],
        support: ['Steunpunt Oost'],
      },
    ]);
    const again = await lists.judged(LIST, { kind: 'NETWORKS' });
    expect(outcomes(await lists.seen(again))).toEqual(['SAME', 'SAME', 'BAD', 'BAD', 'BAD', 'SAME']);

    expect(await lists.undone(id)).toMatchObject({ state: 'UNDONE', kept: [] });
    expect(await networks()).toEqual([]);
    expect(await all('select count(*) from people')).toEqual(before);
  });

  test('adds to a network on record, and stays where something was changed since', async () => {
    const network = await make.network(region, { name: 'Ouders van Elders' });
    const led = await make.person(region, { given: 'Kees', family: 'Linde' });
    await make.trekkerschap(network, led, '[2025-01-01,)');
    await make.person(region, { given: 'Loes', family: 'Wilg' });
    const id = await lists.judged(
      [
        'Netwerk;Sector;Trekker;Telefoon;Sinds',
        'Ouders van Elders;MBO;Kees Linde;0612345670;2023',
        'Ouders van Elders;PO;Loes Wilg;;1-1-2026',
      ].join('\n'),
      { kind: 'NETWORKS' },
    );
    const judged = await lists.seen(id);
    expect(judged.rows.nodes).toMatchObject([
      {
        outcome: 'CHANGES',
        person: { displayName: 'Kees Linde' },
        changes: [{ field: 'PHONE' }, { field: 'SECTOR', from: null, to: 'MBO' }],
      },
      { outcome: 'DOUBTFUL', candidates: [{ reasons: ['SAME_NAME'] }] },
    ]);
    const [{ person }] = judged.rows.nodes[1].candidates;
    await lists.decide(id, [{ number: 3, decision: 'SAME', personId: person.id }]);
    await lists.applied(id);
    expect(
      await all(
        `select d.display_name as name, lower(t.period)::text as from from trekkerschappen t
         join person_details d using (person_id) where oudernetwerk_id = $1 order by 2`,
        [network],
      ),
    ).toEqual([
      { name: 'Kees Linde', from: '2025-01-01' },
      { name: 'Loes Wilg', from: '2026-01-01' },
    ]);
    const renamed = await service.ask(
      'coordinator',
      `mutation($input: OudernetwerkUpdateInput!) { oudernetwerkUpdate(input: $input) { errors { code } } }`,
      { input: { id: nodeId('Oudernetwerk', network), patch: { name: 'Ouders elders' } } },
    );
    expect(renamed.data.oudernetwerkUpdate.errors).toEqual([]);
    expect((await lists.undone(id)).kept).toEqual([
      { number: 2, kind: 'NETWORK_CHANGED', reason: 'CHANGED' },
    ]);
    expect(await all('select sectors from oudernetwerken where id = $1', [network])).toEqual([
      { sectors: ['PO', 'MBO'] },
    ]);
    expect(await all('select 1 from trekkerschappen where oudernetwerk_id = $1', [network])).toHaveLength(1);
  });
});

describe('a list of activities', () => {
  test('from a workbook: held and planned, the same the next time, counted anew, and gone', async () => {
    const network = await make.network(region, { name: 'Ouders van Hier' });
    const date = (value: string) => ({ value: new Date(value), type: Date, format: 'dd-mm-yyyy' }) as const;
    const book = (count: number) =>
      writeXlsxFile([
        ['Netwerk', 'Datum', 'Soort', 'Titel', 'Aantal aanwezig'].map((value) => ({ value })),
        [
          { value: 'Ouders van Hier' },
          date('2026-10-05'),
          { value: 'Bijeenkomst' },
          { value: 'Start van het jaar' },
          { value: count, type: Number },
        ],
        [{ value: 'ouders van hier' }, date('2027-02-01'), { value: 'Inloop' }, { value: 'Koffie' }, null],
        [
          { value: 'Ouders van Hier' },
          date('2027-02-02'),
          { value: 'Inloop' },
          { value: 'Thee' },
          { value: '3' },
        ],
        [{ value: 'Ouders van Daar' }, date('2026-10-05'), null, { value: 'Overleg' }, null],
        [{ value: 'Ouders van Hier' }, null, { value: 'Barbecue' }, null, { value: 'veel' }],
      ]).toBuffer();
    const kind = 'ACTIVITIES';
    const id = await lists.judged(await book(14), { kind });
    const judged = await lists.seen(id);
    expect(judged.rows.nodes).toMatchObject([
      { number: 2, outcome: 'NEW', name: 'Ouders van Hier: Start van het jaar, 2026-10-05' },
      { outcome: 'NEW' },
      { outcome: 'BAD', problems: [{ column: 'Aantal aanwezig', code: 'NOT_HELD_YET' }] },
      { outcome: 'BAD', problems: [{ column: 'Netwerk', code: 'UNKNOWN_NETWORK' }] },
      {
        outcome: 'BAD',
        problems: [
          { column: 'Soort', code: 'UNKNOWN_ACTIVITY_KIND' },
          { column: 'Aantal aanwezig', code: 'NOT_A_NUMBER' },
          { column: 'Datum', code: 'REQUIRED' },
        ],
      },
    ]);
    const leftOut = [4, 5, 6].map((number) => ({ number, decision: 'LEAVE_OUT' }));
    await lists.decide(id, leftOut);
    await lists.applied(id);
    const activities = () =>
      all(
        `select kind, held_on::text as held, planned_on::text as planned, title, attendance from activities
         where oudernetwerk_id = $1 order by title desc`,
        [network],
      );
    const held = {
      kind: 'MEETING',
      held: '2026-10-05',
      planned: null,
      title: 'Start van het jaar',
      attendance: 14,
    };
    const planned = { kind: 'CAFE', held: null, planned: '2027-02-01', title: 'Koffie', attendance: null };
    expect(await activities()).toEqual([held, planned]);
    const again = await lists.judged(await book(14), { kind });
    expect(outcomes(await lists.seen(again)).slice(0, 2)).toEqual(['SAME', 'SAME']);

    const counted = await lists.judged(await book(15), { kind });
    expect((await lists.seen(counted)).rows.nodes[0]).toMatchObject({
      outcome: 'CHANGES',
      changes: [{ field: 'ATTENDANCE', from: '14', to: '15' }],
    });
    await lists.decide(counted, leftOut);
    await lists.applied(counted);
    expect(await activities()).toEqual([{ ...held, attendance: 15 }, planned]);
    expect((await lists.undone(id)).kept).toEqual([{ number: 2, kind: 'ACTIVITY', reason: 'CHANGED' }]);
    expect(await lists.undone(counted)).toMatchObject({ kept: [] });
    expect(await activities()).toEqual([held]);
  });

  test('of one network, where the list does not name it', async () => {
    const network = await make.network(region, { name: 'Ouders van Eén' });
    const id = await lists.judged('Datum;Soort\n1-9-2026;Ouderavond\n1-9-2026;Ouderavond\n', {
      kind: 'ACTIVITIES',
      oudernetwerkId: nodeId('Oudernetwerk', network),
    });
    expect((await lists.seen(id)).rows.nodes).toMatchObject([
      { outcome: 'NEW', name: 'Ouders van Eén: Ouderavond, 2026-09-01' },
      { outcome: 'BAD', problems: [{ column: null, code: 'ROW_TWICE' }] },
    ]);
  });
});

describe('a rooster', () => {
  const LIST = [
    'Orgaan;Organisatie;Zetel;Hoedanigheid;Naam;E-mail;Benoemd per;Aftreden;Termijn',
    'Adviesraad Jeugd;Gemeente Dal;Voorzitter;professional;Anna Els;anna.els@example.org;1-1-2022;31-12-2024;1e termijn',
    'Adviesraad Jeugd;;Voorzitter;professional;Anna Els;anna.els@example.org;1-1-2025;31-12-2027;2',
    'Adviesraad Jeugd;;Lid;ouder;Bas Iep;bas.iep@example.org;1-1-2026;31-12-2028;1',
    'Adviesraad Jeugd;;Lid;ouder;Cor Es;;1-3-2026;;',
    'Adviesraad Jeugd;;Lid;;vacature;;;;',
    'Adviesraad Jeugd;;Lid;;;;;;',
    'Adviesraad Jeugd;;Lid;ouder;Dia Den;;1-3-2026;;3',
    'Raad van Elf;;Lid;ouder;Eef Spar;;1-3-2026;;',
    'Adviesraad Jeugd;;Lid;ouder;Fee Lork;;;;',
  ].join('\n');
  const seats = () =>
    all(
      `select s.title, d.display_name as name, lower(a.period)::text as from, a.latest_end::text as until,
         a.term_number as term, a.perspective from advisory_bodies b join advisory_seats s on s.body_id = b.id
       left join seat_appointments a on a.seat_id = s.id left join person_details d on d.person_id = a.person_id
       where b.name = 'Adviesraad Jeugd' order by 1, 3`,
    );

  test('comes in with its vacancies, is the same the next time, and goes again', async () => {
    const before = await all('select count(*) from people');
    const id = await lists.judged(LIST, { kind: 'BODIES_AND_SEATS' });
    const judged = await lists.seen(id);
    expect(judged.columns.map(({ field }: Json) => field)).toEqual([
      'BODY',
      'ORGANISATION',
      'SEAT',
      'PERSPECTIVE',
      'NAME',
      'EMAIL',
      'TERM_FROM',
      'TERM_UNTIL',
      'TERM',
    ]);
    expect(judged.rows.nodes).toMatchObject([
      { number: 2, outcome: 'NEW', name: 'Adviesraad Jeugd, Voorzitter: Anna Els' },
      { number: 3, outcome: 'NEW', problems: [] },
      { number: 4, outcome: 'NEW' },
      { number: 5, outcome: 'NEW' },
      { number: 6, outcome: 'NEW', name: 'Adviesraad Jeugd, Lid' },
      { number: 7, outcome: 'NEW' },
      { number: 8, outcome: 'BAD', problems: [{ column: 'Termijn', code: 'TERM_DIFFERS' }] },
      { number: 9, outcome: 'BAD', problems: [{ column: null, code: 'UNKNOWN_BODY_KIND' }] },
      { number: 10, outcome: 'BAD', problems: [{ column: 'Benoemd per', code: 'REQUIRED' }] },
    ]);
    expect(await seats()).toEqual([]);
    const leftOut = [8, 9, 10].map((number) => ({ number, decision: 'LEAVE_OUT' }));
    await lists.decide(id, leftOut);
    expect(await lists.applied(id)).toMatchObject({ state: 'APPLIED', counts: { recorded: 6 } });
    const nobody = { name: null, from: null, until: null, term: null, perspective: null };
    const anna = { title: 'Voorzitter', name: 'Anna Els', perspective: 'PROFESSIONAL' };
    const expected = [
      {
        title: 'Lid',
        name: 'Bas Iep',
        from: '2026-01-01',
        until: '2028-12-31',
        term: 1,
        perspective: 'OUDER',
      },
      {
        title: 'Lid 2',
        name: 'Cor Es',
        from: '2026-03-01',
        until: '2029-02-28',
        term: 1,
        perspective: 'OUDER',
      },
      { title: 'Lid 3', ...nobody },
      { title: 'Lid 4', ...nobody },
      { ...anna, from: '2022-01-01', until: '2024-12-31', term: 1 },
      { ...anna, from: '2025-01-01', until: '2027-12-31', term: 2 },
    ];
    expect(await seats()).toEqual(expected);
    const again = await lists.judged(LIST, { kind: 'BODIES_AND_SEATS' });
    expect(outcomes(await lists.seen(again))).toEqual([
      ...Array<string>(6).fill('SAME'),
      'BAD',
      'BAD',
      'BAD',
    ]);
    await lists.decide(again, leftOut);
    await lists.applied(again);
    expect(await seats()).toEqual(expected);

    expect(await lists.undone(id)).toMatchObject({ state: 'UNDONE', kept: [] });
    expect(await all(`select 1 from advisory_bodies where name = 'Adviesraad Jeugd'`)).toEqual([]);
    expect(await all('select count(*) from people')).toEqual(before);
  });

  test('says in its own words what a seat of a body on record refuses', async () => {
    const body = await new SeatMakers(service.owner).body(region);
    await service.owner.query(`update advisory_bodies set name = 'Klankbordgroep Zorg' where id = $1`, [
      body,
    ]);
    const id = await lists.judged(
      [
        'Klankbordgroep;Functie;Naam;Vanaf;Tot en met',
        'Klankbordgroep Zorg;Voorzitter;Gijs Palm;1-1-2026;31-12-2049',
      ].join('\n'),
      { kind: 'BODIES_AND_SEATS' },
    );
    expect((await lists.seen(id)).rows.nodes).toMatchObject([
      { outcome: 'BAD', problems: [{ column: 'Tot en met', code: 'DATE_OUT_OF_RANGE' }] },
    ]);
  });
});

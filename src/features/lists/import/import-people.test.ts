import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { sheetOf, workbookWith } from './reading/testing/zips.js';

const START = `mutation($input: ImportStartInput!) { importStart(input: $input) {
  import { id state } url expiresAt errors { code path } } }`;
const MAP = `mutation($input: ImportMapInput!) { importMap(input: $input) { import { id } errors { code path } } }`;
const DECIDE = `mutation($input: ImportDecideInput!) { importDecide(input: $input) { errors { code path } } }`;
const APPLY = `mutation($input: ImportApplyInput!) { importApply(input: $input) { errors { code message } } }`;
const DISCARD = `mutation($input: ImportDiscardInput!) { importDiscard(input: $input) { errors { code } } }`;
const UNDO = `mutation($input: ImportUndoInput!) { importUndo(input: $input) { errors { code } } }`;
const IMPORT = `query($id: ID!, $outcome: ImportOutcome) { import(id: $id) {
  state undoUntil columns { name field } kept { number kind reason }
  counts { total judged recorded new same changes doubtful bad undecided }
  rows(first: 100, outcome: $outcome) { totalCount nodes { number name outcome decision
    problems { column code message } changes { field from to }
    candidates { reasons person { id displayName } } person { displayName } } } } }`;

let service: TestService;
let make: Makers;
let region: string;
let regionId: string;
let network: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  regionId = nodeId('Region', region);
  const elsewhere = await make.region('JZ07');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('stranger', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('admin', { role: 'ADMIN' });
  network = await make.network(region, { name: 'Ouders Noord' });
});
afterAll(() => service.close());

const ask = async (query: string, input: object, subject = 'coordinator') => {
  const { data, errors } = await service.ask(subject, query, { input });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const start = (input: object = {}) => ask(START, { kind: 'PEOPLE', regionId, ...input });
const send = async (url: string, content: string | Buffer, method: 'PUT' | 'POST' = 'PUT') => {
  const { pathname, search } = new URL(url);
  const response = await service.app.inject({
    method,
    url: pathname + search,
    payload: Buffer.from(content as string),
    headers: { 'content-type': 'text/csv' },
  });
  return { status: response.statusCode, body: response.body };
};
const seen = async (id: string, outcome?: string, subject = 'coordinator') =>
  (await service.ask(subject, IMPORT, { id, outcome })).data.import;

/** An import whose rows are judged. */
async function judged(lines: readonly string[], input: object = {}): Promise<string> {
  const started = await start(input);
  expect(started.errors).toEqual([]);
  expect(await send(started.url, lines.join('\n'))).toMatchObject({ status: 200 });
  await service.settled();
  return started.import.id;
}
async function applied(id: string): Promise<void> {
  expect((await ask(APPLY, { id })).errors).toEqual([]);
  await service.settled();
}
const people = async (search: string) =>
  (
    await service.ask(
      'coordinator',
      `query($search: String!) { people(filter: { search: $search }) { nodes { id displayName name { infix }
         contact { email phone } municipality { name } language perspectives note
         schoolTies { stage yearLevel schoolYear statedExit } } } }`,
      { search },
    )
  ).data.people.nodes;

const LIST = [
  'Voornaam;tussenv.;Achternaam;E-mail;Mobiel;Groep;Soort onderwijs;Schooljaar;Taal;Naam kind',
  'Aafke;van den;Zwaluwberg;aafke@example.org;612345678;Groep 7;;2026-2027;Fries;Pietje',
  'Bram;;Merelbeek;bram@example.org;0612345679;Groep 6;SBO;2026-2027;;Marietje',
  'Carla;;Kraaijeveld;;;2;VSO;2026-2027;;',
];

test('a list comes in: judged, recorded, the same again, and undone', async () => {
  const id = await judged(LIST);
  expect(await seen(id)).toMatchObject({
    state: 'READY',
    counts: { total: 3, judged: 3, new: 3, same: 0, changes: 0, doubtful: 0, bad: 0, undecided: 0 },
    rows: { totalCount: 3, nodes: [{ number: 2, name: 'Aafke van den Zwaluwberg', outcome: 'NEW' }, {}, {}] },
  });
  expect(await people('Zwaluwberg')).toEqual([]);
  // what stood in a column about a child is nowhere
  const { rows: kept } = await service.owner.query(
    `select 1 from import_rows r where r::text like '%Pietje%'`,
  );
  expect(kept).toEqual([]);

  await applied(id);
  expect(await seen(id)).toMatchObject({
    state: 'APPLIED',
    undoUntil: '2026-12-25',
    counts: { total: 3, recorded: 3, new: 3 },
    rows: { totalCount: 0 },
  });
  expect(await people('Zwaluwberg')).toMatchObject([
    {
      displayName: 'Aafke van den Zwaluwberg',
      name: { infix: 'van den' },
      contact: { email: 'aafke@example.org', phone: '+31612345678' },
      language: 'fy',
      perspectives: ['OUDER'],
      schoolTies: [{ stage: 'BO', yearLevel: 7, schoolYear: '2026-2027', statedExit: null }],
    },
  ]);
  // of special education nothing but when it ends, or nothing at all
  expect(await people('Merelbeek')).toMatchObject([
    { schoolTies: [{ stage: 'PO', yearLevel: null, statedExit: '2029-07-31' }] },
  ]);
  expect(await people('Kraaijeveld')).toMatchObject([{ schoolTies: [] }]);

  const again = await judged(LIST);
  expect(await seen(again)).toMatchObject({
    counts: { total: 3, same: 3, new: 0, doubtful: 0, undecided: 0 },
  });
  await unchangedPeople(() => applied(again));

  const [bram] = await people('Merelbeek');
  const changed = await service.ask(
    'coordinator',
    'mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }',
    { input: { id: bram.id, patch: { note: 'Komt graag' } } },
  );
  expect(changed.data.personUpdate.errors).toEqual([]);
  expect((await ask(UNDO, { id })).errors).toEqual([]);
  await service.settled();
  expect(await seen(id)).toMatchObject({
    state: 'UNDONE',
    undoUntil: null,
    kept: [{ number: 3, kind: 'CREATED', reason: 'CHANGED' }],
  });
  expect(await people('Zwaluwberg')).toEqual([]);
  expect(await people('Merelbeek')).toMatchObject([{ note: 'Komt graag', schoolTies: [] }]);
});

/** Nothing that is on record of people changes. */
async function unchangedPeople(work: () => Promise<unknown>): Promise<void> {
  const now = async () =>
    (
      await service.owner.query(
        `select p, d, c, t from people p left join person_details d on d.person_id = p.id
         left join person_contacts c on c.person_id = p.id left join school_ties t on t.person_id = p.id
         order by p.id, t.id`,
      )
    ).rows;
  const before = await now();
  await work();
  expect(await now()).toEqual(before);
}

test('who is known for sure changes; who may be known waits for a decision; what is wrong says where', async () => {
  const known = await make.person(region, { given: 'Dirk', family: 'Reigerman' });
  await service.owner.query(
    `insert into person_contacts (person_id, email, phone) values ($1, 'dirk@example.org', '+31612340001')`,
    [known],
  );
  const spouse = 'Els;Reigerman;dirk@example.org;0612340002;nl;';
  const id = await judged([
    'Voornaam;Achternaam;E-mail;Telefoon;Taal;Opmerking',
    'Dirk;Reigerman;DIRK@example.org;06 12 34 00 09;Turks;-',
    spouse,
    'Dirck;Reigerman;;;;',
    'Fred;Reigermans;fred@;123;zz;BSN 123456782',
    'Gert;Reigerstein;gert@example.org;;;',
    'Gert;Reigerstein;gert@example.org;;;',
    ';Naamloos;;;;',
  ]);
  const { rows, counts } = await seen(id);
  expect(counts).toMatchObject({ total: 7, changes: 1, doubtful: 2, bad: 3, new: 1, undecided: 5 });
  expect(rows.nodes).toMatchObject([
    {
      number: 2,
      outcome: 'CHANGES',
      person: { displayName: 'Dirk Reigerman' },
      changes: [
        { field: 'LANGUAGE', from: 'nl', to: 'tr' },
        { field: 'PHONE', from: '+31612340001', to: '+31612340009' },
      ],
    },
    { number: 3, outcome: 'DOUBTFUL', candidates: [{ reasons: ['SAME_EMAIL', 'SIMILAR_NAME'] }] },
    { number: 4, outcome: 'DOUBTFUL', candidates: [{ reasons: ['SIMILAR_NAME'] }] },
    { number: 5, outcome: 'BAD' },
    { number: 6, outcome: 'NEW' },
    { number: 7, outcome: 'BAD', problems: [{ column: null, code: 'ROW_TWICE' }] },
    { number: 8, outcome: 'BAD', problems: [{ column: 'Voornaam', code: 'REQUIRED' }] },
  ]);
  expect(
    rows.nodes[3].problems.map(({ column, code }: { column: string; code: string }) => [column, code]),
  ).toEqual([['Opmerking', 'BSN_IN_TEXT']]);
  const refused = await unchanged(service.owner, () => ask(APPLY, { id }));
  expect(refused.errors).toMatchObject([{ code: 'ROWS_UNDECIDED' }]);
  expect(refused.errors[0].message).toContain('5 rijen wachten nog op een besluit, te beginnen met rij 3');
  const [candidate] = rows.nodes[2].candidates;
  const bad = await unchanged(service.owner, () =>
    ask(DECIDE, { id, rows: [{ number: 4, decision: 'SAME', personId: nodeId('Person', region) }] }),
  );
  expect(bad.errors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'rows', '0', 'personId'] }]);
  const decided = await ask(DECIDE, {
    id,
    rows: [
      { number: 3, decision: 'NEW' },
      { number: 4, decision: 'SAME', personId: candidate.person.id },
      ...[5, 7, 8].map((number) => ({ number, decision: 'LEAVE_OUT' })),
    ],
  });
  expect(decided.errors).toEqual([]);
  await applied(id);
  const found = await people('Reigerman');
  expect(found.map(({ displayName }: { displayName: string }) => displayName).sort()).toEqual([
    'Dirk Reigerman',
    'Els Reigerman',
  ]);
  expect(
    found.find(({ displayName }: { displayName: string }) => displayName === 'Dirk Reigerman'),
  ).toMatchObject({
    contact: { email: 'dirk@example.org', phone: '+31612340009' },
    language: 'tr',
  });
});

test('columns are changed, remembered for the region, and those about a child never taken in', async () => {
  const lines = ['Wie;Bereikbaar;BSN', 'Lies Kievit;lies@example.org;123456782', 'Mo Kievit;mo@example.org;'];
  const id = await judged(lines);
  expect(await seen(id)).toMatchObject({
    columns: [
      { name: 'Wie', field: null },
      { name: 'Bereikbaar', field: null },
      { name: 'BSN', field: null },
    ],
    counts: { bad: 2 },
  });
  const child = await unchanged(service.owner, () =>
    ask(MAP, { id, columns: [{ index: 2, field: 'NOTE' }] }),
  );
  expect(child.errors).toEqual([{ code: 'COLUMN_OF_CHILD', path: ['input', 'columns', '0', 'field'] }]);
  const columns = [
    { index: 0, field: 'NAME' },
    { index: 1, field: 'EMAIL' },
  ];
  expect((await ask(MAP, { id, columns, remember: true })).errors).toEqual([]);
  await service.settled();
  expect(await seen(id)).toMatchObject({ state: 'READY', counts: { new: 2, bad: 0 } });
  expect(await seen(await judged(lines))).toMatchObject({ counts: { new: 2 } });
});

test('whole or not at all: a row that is refused in the end takes the others back', async () => {
  const id = await judged(
    ['Naam;E-mail', ...Array.from({ length: 205 }, (_, n) => `Lid${n} Fuutman;fuut${n}@example.org`)],
    { kind: 'MEMBERS', oudernetwerkId: nodeId('Oudernetwerk', network) },
  );
  expect(await seen(id)).toMatchObject({ counts: { new: 205 } });
  // the world goes on: what was right in the second batch is not any more
  await service.owner.query(
    `update import_rows set cells[2] = 'geen adres' where cells[2] = 'fuut203@example.org'`,
  );
  await applied(id);
  expect(await seen(id, 'BAD')).toMatchObject({
    state: 'READY',
    counts: { recorded: 0, bad: 1 },
    rows: { nodes: [{ number: 205, problems: [{ column: 'E-mail', code: 'BAD_EMAIL' }] }] },
  });
  expect(await people('Fuutman')).toEqual([]);
  const { rows: left } = await service.owner.query(
    `select 1 from import_parts p join imports i on i.id = p.import_id where i.state = 'READY'`,
  );
  expect(left).toEqual([]);
});

describe('the upload', () => {
  test('one file, within five minutes, and a bad one changes nothing', async () => {
    const { url, expiresAt } = await start();
    expect(expiresAt).toBe('2026-11-25T10:05:00Z');
    const bad = await unchanged(service.owner, () => send(url, '%PDF-1.4'));
    expect(bad.status).toBe(422);
    expect(JSON.parse(bad.body).errors).toMatchObject([{ code: 'FILE_NOT_A_LIST' }]);
    expect((await send(url, LIST.join('\n'), 'POST')).status).toBe(200);
    await service.settled();
    const second = await unchanged(service.owner, () => send(url, LIST.join('\n')));
    expect(second.status).toBe(404);
    const late = await start();
    service.travelTo('2026-11-25T10:05:01Z');
    expect(await unchanged(service.owner, () => send(late.url, LIST.join('\n')))).toMatchObject({
      status: 404,
    });
    service.travelTo('2026-11-25T10:00:00Z');
  });

  const cellOf = (address: string, inner: string) => `<row><c r="${address}">${inner}</c></row>`;
  test.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'FILE_EMPTY Dit bestand is leeg'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'FILE_NOT_A_LIST'],
    ['a formula', workbookWith(sheetOf(cellOf('C7', '<f>1+1</f>'))), 'FILE_FORMULA In rij 7, kolom C'],
    ['a million rows', workbookWith(sheetOf(cellOf('A1000000', '<v>1</v>'))), 'FILE_TOO_MANY_ROWS'],
    [
      'a million columns',
      Buffer.from(`Voornaam;x\nJan${';1'.repeat(45_000)}`),
      'FILE_TOO_MANY_COLUMNS Rij 2',
    ],
    ['__proto__', Buffer.from('Voornaam;__proto__\nJan;x'), 'FILE_BAD_HEADER In rij 1, kolom B'],
    [
      'twice',
      Buffer.from('Titel\nNaam;E-mail;e-mail\nJan;a;b'),
      'FILE_HEADER_TWICE In rij 2 heten de kolommen B en C',
    ],
    [
      'an entity',
      workbookWith(
        `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheetOf(cellOf('A1', '<v>&x;</v>'))}`,
      ),
      'FILE_ENTITIES',
    ],
    [
      'a bomb',
      workbookWith(sheetOf(''), [{ name: 'xl/b.xml', content: Buffer.alloc(33 * 1024 * 1024, ' ') }]),
      'FILE_UNPACKS_TOO_LARGE',
    ],
  ])('%s: a sentence, and nothing changes', async (_name, bytes, sentence) => {
    const { import: made, url } = await start();
    const { status, body } = await unchanged(service.owner, () => send(url, bytes));
    const [{ code, message }] = JSON.parse(body).errors;
    expect([status, `${code} ${message}`]).toEqual([422, expect.stringContaining(sentence)]);
    expect((await ask(DISCARD, { id: made.id })).errors).toEqual([]);
  });

  test('a file of 10 MiB and more, and a link that is not ours, are refused', async () => {
    const { url } = await start();
    const large = await unchanged(service.owner, () => send(url, Buffer.alloc(10 * 1024 * 1024 + 1, 'a')));
    expect(large.status).toBe(413);
    expect((await send(url.replace(/.$/, 'x'), 'a;b\nc;d')).status).toBe(404);
  });
});

test('hidden and missing look alike, and only coordinators of the region may', async () => {
  const id = await judged(LIST);
  for (const subject of ['stranger', 'admin']) {
    expect(await seen(id, undefined, subject)).toBeNull();
  }
  const missing = nodeId('Import', region);
  for (const each of [id, missing]) {
    const answer = await unchanged(service.owner, () => ask(APPLY, { id: each }, 'stranger'));
    expect(answer.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  }
  const elsewhere = await unchanged(service.owner, () =>
    service.ask('stranger', START, { input: { kind: 'PEOPLE', regionId } }),
  );
  expect(elsewhere.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('what stood in a file goes after two weeks, and an import without a file the day after', async () => {
  const id = await judged(LIST);
  const { import: awaiting } = await start();
  const at = async (instant: string) => {
    service.travelTo(instant);
    await service.tick();
    return [await seen(awaiting.id), (await seen(id))?.state];
  };
  expect(await at('2026-11-25T20:00:00Z')).toMatchObject([{ state: 'AWAITING_FILE' }, 'READY']);
  expect(await at('2026-11-26T10:00:00Z')).toEqual([null, 'READY']);
  expect(await at('2026-12-09T10:00:00Z')).toEqual([null, 'READY']);
  expect(await at('2026-12-10T10:00:00Z')).toEqual([null, undefined]);
  const { rows } = await service.owner.query('select 1 from import_rows');
  expect(rows).toEqual([]);
  service.travelTo('2026-11-25T10:00:00Z');
});

test('ten lists wait at most, and what is thrown away is gone at once', async () => {
  const regionOfMany = await make.region('JZ08');
  await make.account('many', { role: 'COORDINATOR', regionId: regionOfMany });
  const begin = () => ask(START, { kind: 'PEOPLE', regionId: nodeId('Region', regionOfMany) }, 'many');
  const begun = [];
  for (let count = 0; count < 10; count++) begun.push(await begin());
  expect(begun.flatMap(({ errors }) => errors)).toEqual([]);
  const one = begun[0];
  expect(await send(one.url, LIST.join('\n'))).toMatchObject({ status: 200 });
  await service.settled();
  const refused = await unchanged(service.owner, begin);
  expect(refused.errors).toEqual([{ code: 'IMPORTS_OPEN', path: ['input', 'regionId'] }]);
  const elsewhere = await unchanged(service.owner, () => ask(DISCARD, { id: one.import.id }, 'stranger'));
  expect(elsewhere.errors).toEqual([{ code: 'NOT_FOUND' }]);
  expect((await ask(DISCARD, { id: one.import.id }, 'many')).errors).toEqual([]);
  expect(await seen(one.import.id, undefined, 'many')).toMatchObject({
    state: 'DISCARDED',
    rows: { nodes: [] },
  });
  expect((await ask(APPLY, { id: one.import.id }, 'many')).errors).toMatchObject([
    { code: 'IMPORT_ELSEWHERE' },
  ]);
  expect((await begin()).errors).toEqual([]);
});

import { createHmac } from 'node:crypto';
import readXlsxFile from 'read-excel-file/node';
import { nodeId } from '../../kernel/node-id.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../../rooms/advisory/seats.testing.js';
import { NOW } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { linesOf } from './calendar-lines.testing.js';

const KEY = '0190b5a4-5d3c-7c3e-9b1a-2f1d3c4b5a69';
const FORMULA = '=HYPERLINK("http://x","y")';
const ODD = 'Zetel "één", ouders; 👩‍👧 van de zeer lange naam die in een agenda over meer dan één regel gaat';

let world: SeatWorld;
let body: string;
let people: string[];
beforeAll(async () => {
  world = await startSeatWorld();
});
afterAll(() => world.service.close());
beforeEach(async () => {
  world.service.travelTo(NOW);
  body = await world.body({ carryOver: true, maxConsecutiveTerms: 1 }, { name: 'Cliëntenraad; "Noord"' });
  const seats = [];
  for (const title of [FORMULA, ODD, '@SUM(A1)', '+1']) seats.push(await world.seat(body, { title }));
  people = [
    await world.make.person(world.region, { given: '=1+1', infix: "'t", family: 'Proef"persoon' }),
    await world.make.person(world.region, { given: 'Noor\nRegel', family: 'Proefpersoon' }),
  ];
  await world.appoint(seats[0]!, { personId: nodeId('Person', people[0]!), from: '2022-03-01' });
  await world.appoint(seats[1]!, { personId: nodeId('Person', people[1]!), from: '2023-08-01' });
});

async function link(about: object = {}, as = 'secretary'): Promise<string> {
  const input = { bodyId: body, format: 'XLSX', fromYear: 2026, toYear: 2027, ...about };
  const { url } = await world.run('retirementScheduleExport', input, as);
  expect(url).toMatch(/^http:\/\/localhost:4000\/downloads\/retirement-schedule\?token=[\w.-]+$/);
  return url.replace('http://localhost:4000', '');
}
const fetched = (url: string, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  world.service.app.inject({ method, url });
const secretary = (subject: string) =>
  world.make.account(subject, { role: 'SECRETARY', regionId: world.region });
const logged = async () => {
  const { rows } = await world.service.owner.query(
    `select l.person_id, l.what, l.why, l.body_id, a.subject, l.proposal_id, l.happened_at
     from person_access_log l join accounts a on a.id = l.account_id where l.body_id = $1 order by l.id`,
    [uuidOf(body)],
  );
  return rows;
};

/** The one answer to every link that gives nothing; no row changes. */
async function givesNothing(url: string): Promise<void> {
  const { statusCode, headers, body: page } = await unchanged(world.service.owner, () => fetched(url));
  expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
    404,
    'text/html; charset=utf-8',
    'no-store',
  ]);
  const { body: other } = await fetched('/downloads/retirement-schedule');
  expect(page).toContain('<h1>Deze link werkt niet meer</h1>');
  expect(page).toBe(other);
}

test('a workbook tells who leaves, what is vacant and what to mind, and nothing in it is worked out', async () => {
  const { statusCode, headers, rawPayload } = await fetched(await link());
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'cache-control': 'no-store',
    'content-language': 'nl',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-disposition':
      'attachment; filename="rooster-van-aftreden-2026-2027-clientenraad-noord.xlsx"; ' +
      `filename*=UTF-8''Rooster%20van%20aftreden%202026-2027%20Cli%C3%ABntenraad%3B%20Noord.xlsx`,
  });
  const sheets = await readXlsxFile(rawPayload);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Wie stopt', 'Vacant', 'Let op']);
  expect(sheets[0]!.data).toEqual([
    [
      'Jaar',
      'Laatste dag',
      'Zetel',
      'Wie',
      'Termijn',
      'Mag nog een termijn',
      'Blijft tot er een opvolger is',
    ],
    [2026, new Date('2026-02-28'), `'${FORMULA}`, `'=1+1 't Proef"persoon`, 1, 'nee', 'ja'],
    [2027, new Date('2027-07-31'), ODD, 'Noor Regel Proefpersoon', 1, 'nee', 'ja'],
  ]);
  expect(sheets[1]!.data).toEqual([
    ['Zetel', 'Vacant sinds', 'Dagen'],
    ["'+1", new Date('2020-01-01'), 2520],
    ["'@SUM(A1)", new Date('2020-01-01'), 2520],
  ]);
  expect(sheets[2]!.data).toEqual([
    ['Jaar', 'Waarschuwing', 'Zetels'],
    [2026, 'Langer dan 60 dagen vacant: 2.', "'+1; '@SUM(A1)"],
    [2026, 'De termijn is voorbij, maar er is nog geen opvolger: 1.', `'${FORMULA}`],
    [2027, expect.stringContaining('een opvolger is er nog niet: 1.'), ODD],
  ]);
});

test('a calendar has a day for everybody who leaves, the same one when it is asked for again', async () => {
  const { statusCode, headers, body: text } = await fetched(await link({ format: 'ICS', toYear: 2026 }));
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers['content-disposition']).toContain(
    'filename="rooster-van-aftreden-2026-clientenraad-noord.ics"',
  );
  const { rows } = await world.service.owner.query<{ id: string; version: number }>(
    'select id, version from seat_appointments where person_id = $1',
    [people[0]],
  );
  const event = (lines: string[]) => lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  expect(event(linesOf(text))).toEqual([
    'BEGIN:VEVENT',
    `UID:retirement-${rows[0]!.id}@localhost`,
    `SEQUENCE:${rows[0]!.version}`,
    'DTSTAMP:20261125T100000Z',
    'DTSTART;VALUE=DATE:20260228',
    'DTEND;VALUE=DATE:20260301',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:Aftreden Cliëntenraad\\; "Noord": ${FORMULA.replace(',', '\\,')}\\, =1+1 't Proef"persoon (termijn 1)`,
    'TRANSP:TRANSPARENT',
  ]);
  const again = await fetched(await link({ format: 'ICS' }, 'coordinator'));
  expect(linesOf(again.body).filter((line) => line.startsWith('UID:'))).toHaveLength(2);
  expect(again.body).toContain(rows[0]!.id);
  expect(linesOf(again.body).join('\n')).toContain(
    '👩‍👧 van de zeer lange naam die in een agenda over meer dan één',
  );
});

test('in English for who reads English, as a file and in the name of it', async () => {
  await secretary('english');
  await world.service.owner.query(`update accounts set locale = 'en' where subject = 'english'`);
  const workbook = await fetched(await link({}, 'english'));
  expect(workbook.headers['content-disposition']).toContain('filename="retirement-schedule-2026-2027-');
  expect((await readXlsxFile(workbook.rawPayload)).map(({ sheet }) => sheet)).toEqual([
    'Who leaves',
    'Vacant',
    'To mind',
  ]);
  expect((await fetched(await link({ format: 'ICS' }, 'english'))).body).toContain('leaves (term 1)');
});

test('whose name is in it can see that; the audit log names no one', async () => {
  const url = await link();
  const entry = (person_id: string) => ({
    person_id,
    what: 'NAME_EXPORTED',
    why: 'RETIREMENT_SCHEDULE',
    body_id: uuidOf(body),
    subject: 'secretary',
    proposal_id: null,
    happened_at: new Date(NOW),
  });
  expect(await logged()).toEqual([entry(people[0]!), entry(people[1]!)]);
  const { rows } = await world.service.owner.query(
    `select subject_type, subject_id, facts from audit_log where action = 'retirementSchedule.exported'
       and subject_id = $1`,
    [uuidOf(body)],
  );
  const facts = { format: 'XLSX', fromYear: '2026', toYear: '2027' };
  expect(rows).toEqual([{ subject_type: 'AdvisoryBody', subject_id: uuidOf(body), facts }]);
  await unchanged(world.service.owner, () => fetched(url));
});

test('who comes into it before the link is used is not told of without a trace', async () => {
  const url = await link({ toYear: 2031 });
  const seat = await world.seat(body, { title: 'Nieuwe zetel' });
  const late = await world.make.person(world.region);
  await world.appoint(seat, { personId: nodeId('Person', late), from: '2026-11-01' });
  await fetched(url);
  await fetched(url);
  expect((await logged()).map(({ person_id }) => person_id)).toEqual([...people, late]);
});

test('a name that was erased is not in it, and nothing is told of it', async () => {
  await world.service.owner.query('delete from person_details where person_id = $1', [people[1]]);
  const { rawPayload } = await fetched(await link());
  const [leaving] = await readXlsxFile(rawPayload);
  expect(leaving!.data[2]![3]).toBe(`Persoon ${people[1]!.slice(-6)}`);
  expect((await logged()).map(({ person_id }) => person_id)).toEqual([people[0]]);
});

test('a link works for five minutes, as often as it is asked', async () => {
  const url = await link();
  world.service.travelTo('2026-11-25T10:04:59Z');
  expect((await fetched(url)).statusCode).toBe(200);
  expect((await fetched(url)).statusCode).toBe(200);
  world.service.travelTo('2026-11-25T10:05:00Z');
  await givesNothing(url);
});

test('what is answered tells until when', async () => {
  const input = { bodyId: body, format: 'ICS', fromYear: 2026, toYear: 2026, idempotencyKey: KEY };
  const first = await world.run('retirementScheduleExport', input);
  expect(first.expiresAt).toBe('2026-11-25T10:05:00Z');
  expect(first.advisoryBody).toEqual({ id: body });
  world.service.travelTo('2026-11-25T10:01:00Z');
  expect(await unchanged(world.service.owner, () => world.run('retirementScheduleExport', input))).toEqual(
    first,
  );
});

test('HEAD tells what GET gives, without it; nothing can be sent to it', async () => {
  const url = await link();
  const [whole, head] = [await fetched(url), await fetched(url, 'HEAD')];
  expect([head.statusCode, head.body]).toEqual([200, '']);
  expect(head.headers['content-disposition']).toBe(whole.headers['content-disposition']);
  expect((await fetched(url, 'POST')).statusCode).toBe(404);
});

test('a link with one character changed gives nothing, wherever that is', async () => {
  const url = await link();
  const start = url.indexOf('=') + 1;
  for (let at = start; at < url.length; at++) {
    const other = url[at] === '0' ? '1' : '0';
    const { statusCode } = await fetched(url.slice(0, at) + other + url.slice(at + 1));
    expect([at, statusCode]).toEqual([at, 404]);
  }
  await givesNothing(`${url}x`);
  await givesNothing(url.slice(0, -1));
  await givesNothing(`${url}&token=${url.slice(start)}`);
});

test('what is signed for another purpose is no link', async () => {
  const what = (await link()).replace(/^.*token=/, '').replace(/\.[\w-]{43}$/, '');
  const { rows } = await world.service.owner.query<{ secret: string }>('select secret from mail_keys');
  const signed = (purpose: string) =>
    createHmac('sha256', rows[0]!.secret).update(`${purpose}${what}`).digest('base64url');
  for (const purpose of ['unsubscribe ', 'answer proposal ', '']) {
    await givesNothing(`/downloads/retirement-schedule?token=${what}.${signed(purpose)}`);
  }
  const mine = `${what}.${signed('retirement schedule ')}`;
  expect((await fetched(`/downloads/retirement-schedule?token=${mine}`)).statusCode).toBe(200);
  expect((await fetched(`/mail/unsubscribe?token=${mine}`)).statusCode).toBe(404);
});

describe('it gives what the account may see now: nothing', () => {
  const change: Record<string, string> = {
    'once their role has ended': `update account_roles set period = '[2020-01-01,2026-11-25)'`,
    'once they do the same elsewhere': `update account_roles set region_id = (select id from regions where code = 'JZ22')`,
  };
  test.each(Object.entries(change))('%s', async (name, statement) => {
    await secretary(name);
    const url = await link({}, name);
    await world.service.owner.query(
      `${statement} where account_id = (select id from accounts where subject = $1)`,
      [name],
    );
    // rights are read anew
    world.service.travelTo('2026-11-25T10:00:10Z');
    await givesNothing(url);
  });
});

test.each([
  ['hidden from them', [], 'NOT_FOUND input.bodyId'],
  ['that works for their region', ['JZ22'], 'FORBIDDEN'],
])('who does not fill its seats gets no link to a body %s', async (_name, codes, expected) => {
  const other = await world.body({}, { regionIds: codes.map(() => nodeId('Region', world.elsewhere)) });
  const input = { bodyId: other, format: 'XLSX', fromYear: 2026, toYear: 2027 };
  expect(await world.refused('retirementScheduleExport', input, 'neighbour')).toEqual([expected]);
});

test.each([
  [1999, 2005, 'OUT_OF_RANGE input.fromYear'],
  [2026, 2025, 'OUT_OF_RANGE input.toYear'],
  [2026, 2046, 'OUT_OF_RANGE input.toYear'],
])('there is no link for %i to %i', async (fromYear, toYear, code) => {
  const input = { bodyId: body, format: 'ICS', fromYear, toYear };
  expect(await world.refused('retirementScheduleExport', input)).toEqual([code]);
});

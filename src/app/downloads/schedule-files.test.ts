import readXlsxFile from 'read-excel-file/node';
import { nodeId } from '../../kernel/node-id.js';
import { uuidOf } from '../../features/advisory/testing/seats.js';
import { NOW } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { linesOf } from '../../testing/agenda.js';
import { FORMULA, ODD, type ScheduleWorld, startScheduleWorld } from './testing/schedules.js';

let world: ScheduleWorld;
let schedule: Awaited<ReturnType<ScheduleWorld['schedule']>>;
beforeAll(async () => {
  world = await startScheduleWorld();
});
afterAll(() => world.service.close());
beforeEach(async () => {
  schedule = await world.schedule();
});

test('a workbook lists terms that end, vacancies and warnings, and contains no formulas', async () => {
  const { statusCode, headers, rawPayload } = await world.fetched(await schedule.link());
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
    ["'+A1", new Date('2020-01-01'), 2520],
    ["'@SUM(A1)", new Date('2020-01-01'), 2520],
  ]);
  expect(sheets[2]!.data).toEqual([
    ['Jaar', 'Waarschuwing', 'Zetels'],
    [2026, 'Langer dan 60 dagen vacant: 2 zetels.', "'+A1; '@SUM(A1)"],
    [2026, 'Bij 1 zetel is de termijn voorbij, maar er is nog geen opvolger.', `'${FORMULA}`],
    [2027, expect.stringContaining('Bij 1 zetel kan degene die stopt geen termijn langer blijven'), ODD],
  ]);
});

test('a calendar has a day for every term that ends, the same one when it is fetched again', async () => {
  const {
    statusCode,
    headers,
    body: text,
  } = await world.fetched(await schedule.link({ format: 'ICS', toYear: 2026 }));
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers['content-disposition']).toContain(
    'filename="rooster-van-aftreden-2026-clientenraad-noord.ics"',
  );
  const { rows } = await world.service.owner.query<{ id: string }>(
    'select id from seat_appointments where person_id = $1',
    [schedule.people[0]],
  );
  const event = (lines: string[]) => lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  expect(event(linesOf(text))).toEqual([
    'BEGIN:VEVENT',
    `UID:seat-term-end-${rows[0]!.id}@oudernetwerken`,
    'SEQUENCE:0',
    'DTSTAMP:20261125T100000Z',
    'DTSTART;VALUE=DATE:20260228',
    'DTEND;VALUE=DATE:20260301',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:Aftreden Cliëntenraad\\; "Noord": ${FORMULA.replace(',', '\\,')}\\, =1+1 't Proef"persoon (termijn 1)`,
    'TRANSP:TRANSPARENT',
    'ORGANIZER;CN="Oudernetwerken":mailto:oudernetwerken@localhost',
    'LAST-MODIFIED:20261125T100000Z',
  ]);
  const again = await world.fetched(await schedule.link({ format: 'ICS' }, 'coordinator'));
  expect(linesOf(again.body).filter((line) => line.startsWith('UID:'))).toHaveLength(2);
  expect(again.body).toContain(rows[0]!.id);
  expect(linesOf(again.body).join('\n')).toContain(
    '👩‍👧 van de zeer lange naam die in een agenda over meer dan één',
  );
});

test('in English for readers of English, both the file and its name', async () => {
  await world.secretary('english');
  await world.service.owner.query(`update accounts set locale = 'en' where subject = 'english'`);
  const workbook = await world.fetched(await schedule.link({}, 'english'));
  expect(workbook.headers['content-disposition']).toContain('filename="retirement-schedule-2026-2027-');
  expect((await readXlsxFile(workbook.rawPayload)).map(({ sheet }) => sheet)).toEqual([
    'Leaving',
    'Vacant',
    'Points to note',
  ]);
  expect((await world.fetched(await schedule.link({ format: 'ICS' }, 'english'))).body).toContain(
    'leaves (term 1)',
  );
});

test('whose name is in it can see that; the audit log names no one', async () => {
  const url = await schedule.link();
  const entry = (person_id: string) => ({
    person_id,
    what: 'NAME_EXPORTED',
    why: 'RETIREMENT_SCHEDULE',
    body_id: uuidOf(schedule.body),
    subject: 'secretary',
    invitation_id: null,
    happened_at: new Date(NOW),
  });
  expect(await schedule.logged()).toEqual([entry(schedule.people[0]!), entry(schedule.people[1]!)]);
  const { rows } = await world.service.owner.query(
    `select subject_type, subject_id, facts from audit_log where action = 'retirementSchedule.exported'
       and subject_id = $1`,
    [uuidOf(schedule.body)],
  );
  const facts = { format: 'XLSX', fromYear: '2026', toYear: '2027' };
  expect(rows).toEqual([{ subject_type: 'AdvisoryBody', subject_id: uuidOf(schedule.body), facts }]);
  await unchanged(world.service.owner, () => world.fetched(url));
});

test('a person added before the link is used is not disclosed without a log entry', async () => {
  const url = await schedule.link({ toYear: 2031 });
  const seat = await world.seat(schedule.body, { title: 'Nieuwe zetel' });
  const late = await world.make.person(world.region);
  await world.appoint(seat, { personId: nodeId('Person', late), from: '2026-11-01' });
  await world.fetched(url);
  await world.fetched(url);
  expect((await schedule.logged()).map(({ person_id }) => person_id)).toEqual([...schedule.people, late]);
});

test('an erased name is not in it, and nothing is logged for it', async () => {
  await world.service.owner.query('delete from person_details where person_id = $1', [schedule.people[1]]);
  const { rawPayload } = await world.fetched(await schedule.link());
  const [leaving] = await readXlsxFile(rawPayload);
  expect(leaving!.data[2]![3]).toBe(`Persoon ${schedule.people[1]!.slice(-6)}`);
  expect((await schedule.logged()).map(({ person_id }) => person_id)).toEqual([schedule.people[0]]);
});

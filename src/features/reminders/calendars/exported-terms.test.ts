import { nodeId } from '../../../kernel/node-id.js';
import { Agenda, readCalendar } from '../../../testing/agenda.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

let world: MailWorld;
let seats: SeatMakers;
let region: string;
let body: string;
let held: string;
let agenda: Agenda;

beforeEach(async () => {
  world = await startMailWorld();
  seats = new SeatMakers(world.service.owner);
  region = await world.make.region('JZ06');
  await world.make.account('secretary', { role: 'SECRETARY', regionId: region });
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await world.accountEmail('secretary', 'secretary@example.org');
  await world.accountEmail('coordinator', 'coordinator@example.org');
  body = await seats.body(region, { termMonths: 12 });
  await sql(`update advisory_bodies set name = 'Adviesraad Noord' where id = $1`, body);
  const seat = await seats.seat(body);
  await sql(`update advisory_seats set title = 'Zetel ouders'`);
  const holder = await world.make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  held = await seats.appointment(seat, holder, '[2026-02-01,)', '2027-01-31');
  agenda = new Agenda();
});
afterEach(() => world.close());

const sql = (text: string, ...values: unknown[]) => world.service.owner.query(text, values);
const appointmentId = () => nodeId('SeatAppointment', held);

async function run(mutation: string, input: object, fields = '', as = 'secretary') {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } ${fields} } }`;
  const { data, errors } = await world.service.ask(as, query, { input });
  expect([errors, data?.done.errors]).toEqual([undefined, []]);
  return data.done;
}
async function exported(years: [number, number] = [2026, 2030], as = 'secretary'): Promise<string> {
  const [fromYear, toYear] = years;
  const input = { bodyId: nodeId('AdvisoryBody', body), format: 'ICS', fromYear, toYear };
  const { url } = await run('retirementScheduleExport', input, 'url', as);
  const { statusCode, body: text } = await world.service.app.inject(
    url.replace('http://localhost:4000', '').replace('https://okn.example', ''),
  );
  expect(statusCode).toBe(200);
  return text;
}
async function mailed(day: string) {
  world.service.travelTo(`${day}T11:00:00Z`);
  await world.service.tick();
  const emails = (await world.emails()).filter(({ name }) => name.includes('-calendar-'));
  await world.forgetEmails();
  return emails;
}

test('whoever took the calendar along hears that a holder stays for another term: one event, once, without a name', async () => {
  expect(agenda.read(await exported()).shown).toEqual([
    '2027-01-31 Aftreden Adviesraad Noord: Zetel ouders\\, Quirine Proefpersoon (termijn 1)',
  ]);
  await run('seatReappoint', { id: appointmentId() });
  const [email, ...others] = await mailed('2026-11-26');
  expect(others).toEqual([]);
  expect(email!.header('to')).toBe('secretary@example.org');
  expect(email!.body).toContain(
    '- “Aftreden Adviesraad Noord: Zetel ouders” is nu op 31 januari 2028, niet meer op 31 januari 2027.',
  );
  expect(email!.raw + email!.body).not.toContain('Quirine');
  expect(agenda.read(email!.body).shown).toEqual(['2028-01-31 Aftreden Adviesraad Noord: Zetel ouders']);
  expect(await mailed('2026-11-27')).toEqual([]);
  // read in again it is the same event, for everybody
  expect(agenda.read(await exported()).shown).toHaveLength(1);
  expect(agenda.read(await exported([2026, 2030], 'coordinator')).shown).toHaveLength(1);
});

test('the exported day and the one that mail goes by are the same, however often a holder is reappointed', async () => {
  const days = async () => {
    const { events } = readCalendar(await exported());
    const { rows } = await sql(
      `select to_char(calendar_day('SEAT_TERM_END', first_term(id), '2026-11-25'), 'YYYYMMDD') as day
       from seat_appointments where end_reason is distinct from 'REAPPOINTED' order by lower(period)`,
    );
    return [events.map((event) => event.get('DTSTART')), rows.map(({ day }) => day)];
  };
  const expectSame = async (day: string) => expect(await days()).toEqual([[day], [day]]);
  await expectSame('20270131');
  const { appointment } = await run('seatReappoint', { id: appointmentId() }, 'appointment { id }');
  await expectSame('20280131');
  const { appointment: third } = await run('seatReappoint', { id: appointment.id }, 'appointment { id }');
  await expectSame('20290131');
  await run('seatAppointmentAnnul', { id: third.id, reason: 'Vergissing' });
  await expectSame('20280131');
});

test('a holder who leaves early moves; one who never comes is off: by mail and in the file, for 90 days', async () => {
  const seat = await seats.seat(body);
  const later = await seats.appointment(seat, await world.make.person(region), '[2027-01-01,)', '2027-12-31');
  agenda.read(await exported());
  await run('seatAppointmentEnd', { id: appointmentId(), on: '2026-12-31', reason: 'PERSONAL' });
  await run('seatAppointmentAnnul', { id: nodeId('SeatAppointment', later), reason: 'Vergissing' });
  const filed = new Agenda().read(await exported([2026, 2026]));
  expect(filed.shown.map((each) => each.slice(0, 14))).toEqual(['2026-12-31 Aft', '2027-12-31 off']);
  // the file told the secretary, so no mail does
  expect(await mailed('2026-11-26')).toEqual([]);
  expect(agenda.read(await exported()).shown.map((each) => each.slice(0, 14))).toEqual(
    filed.shown.map((each) => each.slice(0, 14)),
  );
  await mailed('2027-02-22');
  expect(new Agenda().read(await exported()).shown).toHaveLength(2);
  await mailed('2027-02-24');
  expect(new Agenda().read(await exported()).shown).toHaveLength(1);
});

test('what moved out of the years of a file stands in it on its new day; what others took along does not', async () => {
  agenda.read(await exported([2026, 2027]));
  await run('seatReappoint', { id: appointmentId() });
  expect(agenda.read(await exported([2026, 2027])).shown).toEqual([
    '2028-01-31 Aftreden Adviesraad Noord: Zetel ouders',
  ]);
  const colleague = readCalendar(await exported([2026, 2027], 'coordinator'));
  expect(colleague.events.map((event) => event.get('SUMMARY'))).toEqual([
    'Rooster van aftreden Adviesraad Noord: in 2026-2027 eindigt geen termijn',
  ]);
});

test('a calendar without a term says so, in the language of its reader; read in again with one, that is off', async () => {
  expect(agenda.read(await exported([2026, 2026])).shown).toEqual([
    '2026-11-25 Rooster van aftreden Adviesraad Noord: in 2026 eindigt geen termijn',
  ]);
  const [event] = readCalendar(await exported([2026, 2026])).events;
  expect(event!.get('UID')).toBe(`no-term-ends-${body}@oudernetwerken`);
  expect(agenda.read(await exported()).shown).toEqual([
    '2026-11-25 off',
    expect.stringContaining('2027-01-31'),
  ]);
  await sql(`update accounts set locale = 'en'`);
  expect(new Agenda().read(await exported([2025, 2026])).shown).toEqual(
    expect.arrayContaining(['2026-11-25 Retirement schedule Adviesraad Noord: no term ends in 2025-2026']),
  );
  expect(await mailed('2026-11-25')).toEqual([]);
});

test('a secretary who is none any more hears that a day is off, and not of which seat', async () => {
  agenda.read(await exported());
  await sql(`update account_roles set period = '[2020-01-01,2026-11-26)' where role = 'SECRETARY'`);
  world.service.travelTo('2026-11-26T10:00:00Z');
  await run('seatReappoint', { id: appointmentId() }, '', 'coordinator');
  const [email] = await mailed('2026-11-26');
  expect(email!.header('to')).toBe('secretary@example.org');
  expect(email!.raw + email!.body).not.toMatch(/Noord|Zetel|2028/);
  expect(agenda.read(email!.body).shown).toEqual(['2027-01-31 off']);
});

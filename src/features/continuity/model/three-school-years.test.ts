import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { day as calendarDay } from '../../../kernel/clock.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { FIRST_DAY, SchoolYears } from './testing/school-years.js';
import { BEGINNINGS, meet, STORY } from './testing/school-years-story.js';
import { times } from '../../../testing/effort.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';

const LAST_DAY = '2029-08-31';

/** How far ahead the test looks on these days of a month: in summer nothing happens for a whole month. */
const AHEAD: Readonly<Record<string, { days?: number; months?: number }>> = {
  '02': { days: 14 },
  '05': { months: 1 },
};

const BANDS: readonly [network: string, changes: readonly [on: string, band: string][]][] = [
  [
    'A',
    [
      ['2026-09-01', 'AT_RISK'],
      ['2026-11-10', 'ATTENTION'],
      ['2027-01-31', 'AT_RISK'],
      ['2027-06-30', 'CRITICAL'],
      ['2027-09-20', 'AT_RISK'],
      ['2027-10-01', 'ATTENTION'],
    ],
  ],
  [
    'B',
    [
      ['2026-09-01', 'AT_RISK'],
      ['2027-03-01', 'ATTENTION'],
      ['2027-06-02', 'AT_RISK'],
      ['2027-06-30', 'CRITICAL'],
      ['2027-07-12', 'STABLE'],
      ['2027-08-01', 'ATTENTION'],
      ['2029-07-31', 'AT_RISK'],
    ],
  ],
  [
    'C',
    [
      ['2026-09-01', 'ATTENTION'],
      ['2026-11-16', 'CRITICAL'],
      ['2026-12-14', 'ATTENTION'],
      ['2028-07-31', 'AT_RISK'],
      ['2029-05-20', 'ATTENTION'],
      ['2029-06-02', 'AT_RISK'],
      ['2029-06-20', 'ATTENTION'],
    ],
  ],
  [
    'D',
    [
      ['2026-09-01', 'STABLE'],
      ['2027-12-31', 'AT_RISK'],
      ['2028-02-29', 'STABLE'],
      ['2028-07-31', 'AT_RISK'],
      ['2029-06-30', 'CRITICAL'],
    ],
  ],
  [
    'F',
    [
      ['2026-09-01', 'STABLE'],
      ['2027-06-30', 'ATTENTION'],
      ['2028-02-01', 'STABLE'],
      ['2028-03-01', 'ATTENTION'],
      ['2028-06-01', 'STABLE'],
      // the guideline comes and goes: it is no alarm by itself
      ['2028-07-31', 'AT_RISK'],
    ],
  ],
  [
    'G',
    [
      ['2026-09-01', 'STABLE'],
      ['2027-09-01', 'ATTENTION'],
      ['2027-10-01', 'STABLE'],
      ['2028-08-19', 'AT_RISK'],
    ],
  ],
  [
    'H',
    [
      ['2026-09-01', 'ATTENTION'],
      ['2028-01-31', 'AT_RISK'],
      ['2028-06-30', 'ENDED'],
    ],
  ],
];

const BECOMES: readonly [network: string, code: string, on: string, why: string][] = [
  ['A', 'INACTIVE', '2027-09-29', 'a summer without activity lasts too long after 120 days'],
  ['F', 'SUPPORT_ENDING', '2027-06-30', 'six months before the support ends'],
  ['F', 'NO_SUPPORT', '2028-01-01', 'the day after it ended'],
  ['F', 'OVERLOADED', '2028-03-01', 'the third seat beside a network'],
  ['D', 'LONG_TENURE', '2029-01-01', 'the day after three years'],
  ['D', 'TIE_UNCONFIRMED', '2029-03-01', 'a year after a leap day is the 28th'],
  ['B', 'HANDOVER_OVERDUE', '2027-06-02', 'sixty days before the target have passed'],
];

const OPENED = [
  // opened for 30 June, and moved along when the end was put off
  { name: 'E', opened: '2026-09-30', openedFor: '2027-12-31', status: 'SEEKING' },
  { name: 'A', opened: '2026-10-31', openedFor: '2027-07-31', status: 'COMPLETED' },
  { name: 'B', opened: '2026-10-31', openedFor: '2027-07-31', status: 'COMPLETED' },
  { name: 'B', opened: '2026-10-31', openedFor: '2027-07-31', status: 'SEEKING' },
  { name: 'D', opened: '2027-05-29', openedFor: '2028-02-29', status: 'COMPLETED' },
];

const REMINDED = [
  { due: '2027-06-30', step: 12, on: '2026-09-01' },
  { due: '2027-06-30', step: 6, on: '2026-12-30' },
  { due: '2027-06-30', step: 3, on: '2027-03-30' },
  { due: '2027-12-31', step: 12, on: '2027-04-06' },
  { due: '2027-12-31', step: 6, on: '2027-06-30' },
  { due: '2027-12-31', step: 3, on: '2027-09-30' },
  { due: '2027-12-31', step: 1, on: '2027-11-30' },
];

/** Every day that is named here or in the story, with its neighbours; and, in `npm run test:long`, every other day. */
const NAMED = new Set(
  (
    JSON.stringify([BANDS, BECOMES, OPENED, REMINDED, Object.keys(STORY)]).match(/\d{4}-\d\d-\d\d/g) ?? []
  ).flatMap((day) => [-1, 0, 1].map((days) => later(day, { days }))),
);
const isLived = (today: string) =>
  NAMED.has(today) || today.endsWith('-01') || calendarDay(today).dayOfYear % 28 < times('daysInFourWeeks');

/** Days that must be covered and are not, in all networks. */
const NOBODYS = `select n.name from oudernetwerken n where active_from is not null
  and not isempty(datemultirange(daterange(active_from, ended_on + 1))
    - coalesce((select range_agg(period) from trekkerschappen where oudernetwerk_id = n.id), '{}')
    - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = n.id), '{}'))`;

let service: TestService;
let years: SchoolYears;
let mail: string;

/** By network: the days on which its band changed, and to which. */
const bands = new Map<string, [string, string][]>();
/** By day: the findings of each network, for the days that a test below needs. */
const findings = new Map<string, ReadonlyMap<string, string[]>>();

beforeAll(async () => {
  mail = await mkdtemp(path.join(tmpdir(), 'okn-mail-'));
  service = await startTestService({ MAIL_DIR: mail });
  years = await SchoolYears.begin(service, BEGINNINGS);
});
afterAll(async () => {
  await service.close();
  await rm(mail, { recursive: true });
});

test('on the days of three school years networks are led, and judged as they would be anew', async () => {
  const foreseen = new Map<string, { askedOn: string; judged: Awaited<ReturnType<SchoolYears['judged']>> }>();
  let compared = 0;
  for (let today = FIRST_DAY; today <= LAST_DAY; today = later(today, { days: 1 })) {
    if (!isLived(today) && !foreseen.has(today)) continue;
    years.today = today;
    service.travelTo(`${today}T08:00:00Z`);
    await passDay();
    await meet(years);
    await STORY[today]?.(years);
    expect([today, (await service.owner.query(NOBODYS)).rows]).toEqual([today, []]);
    if (STORY[today] || calendarDay(today).dayOfYear % 28 < times('daysInFourWeeks'))
      await expectStoredIsFresh(service, today);
    const judged = await keepBands();
    const before = foreseen.get(today);
    for (const [network, expected] of before?.judged ?? []) {
      if (years.touched.get(network)! > before!.askedOn) continue;
      expect([today, network, judged.get(network)]).toEqual([today, network, expected]);
      compared += 1;
    }
    const ahead = AHEAD[today.slice(8)];
    if (ahead) {
      const on = later(today, ahead);
      foreseen.set(on, { askedOn: today, judged: await years.judged(on) });
    }
  }
  expect(compared).toBeGreaterThan(150);
});

test.each(BANDS)('the band of %s changes on the days that the rules name', (network, changes) => {
  expect(bands.get(network)).toEqual(changes);
});

test.each(BECOMES)('%s gets %s on %s: %s', (network, code, on) => {
  const has = (day: string) => findings.get(day)!.get(network)!.includes(code);
  expect([has(later(on, { days: -1 })), has(on)]).toEqual([false, true]);
});

test('while the successor is late, a caretaker stands by: from the day after the end until the day before the start', async () => {
  const { rows } = await service.owner.query(
    `select lower(period)::text as from, (upper(period) - 1)::text as until, standby from caretakerships c
     join oudernetwerken n on n.id = c.oudernetwerk_id where n.name in ('A', 'C') order by 1`,
  );
  expect(rows).toEqual([
    { from: '2026-11-17', until: '2026-12-13', standby: true },
    { from: '2027-08-01', until: '2027-09-30', standby: true },
  ]);
});

test('plans open nine months before an expected end, and follow it when it moves', async () => {
  const { rows } = await service.owner.query(
    `select n.name, p.opened_on::text as opened, p.opened_for::text as "openedFor", p.status from succession_plans p
     join oudernetwerken n on n.id = p.oudernetwerk_id where opened_because = 'LEAD_TIME' and opened_on < '2028-01-01'
     order by 2, 1, 4`,
  );
  expect(rows).toEqual(OPENED);
});

test('an end that is put off after the reminder went out is reminded of anew', async () => {
  const { rows } = await service.owner.query(
    `select r.due_on::text as due, r.step, r.told, (r.made_at at time zone 'Europe/Amsterdam')::date::text as on
     from reminders r join oudernetwerken n on n.id = r.oudernetwerk_id
     where n.name = 'E' and r.kind = 'EXPECTED_END' and r.due_on < '2028-01-01' order by r.made_at`,
  );
  expect(rows).toEqual(REMINDED.map((reminder) => ({ ...reminder, told: 'COORDINATOR' })));
});

async function passDay(): Promise<void> {
  const reports = await service.tick();
  expect(reports.filter(({ counts }) => counts === null)).toEqual([]);
}

async function keepBands() {
  const judged = await years.judged();
  for (const network of years.networks.keys()) {
    const band = judged.get(network)?.band ?? 'ENDED';
    const changes = bands.get(network) ?? [];
    if (changes.at(-1)?.[1] !== band) bands.set(network, [...changes, [years.today, band]]);
  }
  findings.set(
    years.today,
    new Map([...judged].map(([network, { findings: all }]) => [network, all.map(({ code }) => code)])),
  );
  return judged;
}

function later(date: string, by: (typeof AHEAD)[string]): string {
  return calendarDay(date).add(by).toString();
}

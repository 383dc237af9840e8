import fc from 'fast-check';
import { nodeId } from '../../../kernel/node-id.js';
import { seed, times } from '../../../testing/effort.js';
import { stepOf } from './testing/seat-commands.js';
import {
  type Away,
  dayNumber,
  dayText,
  type Held,
  holderOn,
  naiveNumbers,
  type NaiveRules,
  type NaiveSeat,
  naiveStatus,
  naiveVacantSince,
} from './testing/seat-model.js';
import { anyCommands, anyRules, type Command, type Scene } from './testing/seat-scene.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

/** `SEED=…` repeats a run, with `REPLAY=…` (the path that a failure prints) one scenario of it. */
const SEED = seed();
const RUNS = times('scenariosOfSeats');
const TODAY = dayNumber('2026-11-25');
const ENDS_SOON_MONTHS = 3;

let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
});
afterAll(() => world.service.close());

test(`whatever happens to seats, they are held as the rules say (SEED=${SEED} RUNS=${RUNS})`, async () => {
  const path = process.env.REPLAY;
  await fc.assert(fc.asyncProperty(anyRules, anyCommands, play), {
    numRuns: RUNS,
    seed: SEED,
    ...(path && { path }),
  });
});

async function play(given: NaiveRules, commands: readonly Command[]): Promise<void> {
  world.service.travelTo('2026-11-25T10:00:00Z');
  const body = await world.body({ ...given, endsSoonMonths: ENDS_SOON_MONTHS });
  const seats: NaiveSeat[] = [];
  for (const openedOn of ['2020-01-01', '2026-06-01']) {
    seats.push({
      id: await world.seat(body, { openedOn }),
      opened: dayNumber(openedOn),
      abolished: Infinity,
    });
  }
  const people = [await world.person(), await world.person(), await world.person()];
  const nothing = { departed: [], ended: new Map(), away: [] };
  const scene: Scene = { rules: given, body, seats, people, ...nothing, today: TODAY };
  for (const each of commands) {
    if (each.do === 'dayPasses') passDays(scene, each);
    else await attempt(scene, each);
  }
  await compareDays(scene);
}

function passDays(scene: Scene, { days }: Command): void {
  scene.today += Math.abs(days ?? 1) % 200;
  world.service.travelTo(`${dayText(scene.today)}T10:00:00Z`);
}

async function attempt(scene: Scene, asked: Command): Promise<void> {
  const before = await heldIn(scene.body);
  scene.away = await awayFrom(scene.body);
  const step = stepOf(scene, before, asked);
  if (!step) return;
  const { mutation, input, expected } = step;
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ids errors { code } } }`;
  const { done } = await world.ask('coordinator', query, { input });
  const told = { today: dayText(scene.today), rules: scene.rules, mutation, input, before };
  const refused = done.errors.map(({ code }: { code: string }) => code);
  expect({ ...told, refused }).toEqual({ ...told, refused: 'refused' in expected ? [expected.refused] : [] });
  const after = await heldIn(scene.body);
  expect({ ...told, after: days(after) }).toEqual({
    ...told,
    after: days('refused' in expected ? before : expected.after),
  });
  // nothing serves the term of an appointment that is gone
  const ids = after.map(({ id }) => id);
  expect(after.flatMap(({ replaces }) => replaces ?? []).filter((id) => !ids.includes(id))).toEqual([]);
  const away = await awayFrom(scene.body);
  const awayThen = ('away' in expected && expected.away) || scene.away;
  expect({ ...told, away: absences(away) }).toEqual({ ...told, away: absences(awayThen) });
  if ('refused' in expected) {
    expect(after).toEqual(before);
    return;
  }
  step.learns?.({ before, after, ids: done.ids });
  expectLawful(scene, after, told);
}

async function heldIn(body: string): Promise<(Held & { number: number })[]> {
  const { rows } = await world.service.owner.query<Record<string, string>>(
    `select id, seat_id, person_id, lower(period)::text as "from", (upper(period) - 1)::text as until,
       latest_end::text as latest, term_number, end_reason, replaces_id
     from seat_appointments where body_id = $1 order by lower(period), id`,
    [uuidOf(body)],
  );
  return rows.map((row) => ({
    id: nodeId('SeatAppointment', row.id!),
    seat: nodeId('AdvisorySeat', row.seat_id!),
    person: nodeId('Person', row.person_id!),
    from: dayNumber(row.from!),
    until: row.until ? dayNumber(row.until) : Infinity,
    latestEnd: dayNumber(row.latest!),
    number: Number(row.term_number),
    reason: row.end_reason ?? null,
    replaces: row.replaces_id ? nodeId('SeatAppointment', row.replaces_id) : null,
  }));
}

async function awayFrom(body: string): Promise<Away[]> {
  const { rows } = await world.service.owner.query<Record<string, string>>(
    `select a.id, a.person_id, lower(period)::text as "from", (upper(period) - 1)::text as until, s.person_id as alternate
     from absences a left join seat_alternates s on s.absence_id = a.id where a.body_id = $1 order by lower(period), a.id`,
    [uuidOf(body)],
  );
  return rows.map((row) => ({
    id: nodeId('Absence', row.id!),
    person: nodeId('Person', row.person_id!),
    from: dayNumber(row.from!),
    until: row.until ? dayNumber(row.until) : Infinity,
    alternate: row.alternate ? nodeId('Person', row.alternate) : null,
  }));
}

const absences = (away: readonly Away[]) =>
  away.map(({ person, from, until, alternate }) => [person, from, until, alternate].join(' ')).sort();

const days = (held: readonly Held[]) =>
  held
    .map(({ seat, person, from, until, latestEnd }) => [seat, person, from, until, latestEnd].join(' '))
    .sort();

function expectLawful(scene: Scene, held: readonly (Held & { number: number })[], told: object): void {
  const numbers = Object.fromEntries(naiveNumbers(held, scene.rules));
  expect({ ...told, numbers: Object.fromEntries(held.map(({ id, number }) => [id, number])) }).toEqual({
    ...told,
    numbers,
  });
  const unlawful = held.filter((each) => {
    const next = holderOn(held, each.seat, each.until + 1);
    const { abolished } = scene.seats.find(({ id }) => id === each.seat)!;
    const shared = held.some(
      (other) =>
        other !== each &&
        (other.seat === each.seat || other.person === each.person) &&
        other.from <= each.until &&
        each.from <= other.until,
    );
    return (
      shared ||
      (each.until === Infinity) !== (each.reason === null) ||
      (each.reason === 'REAPPOINTED') !==
        (next?.person === each.person && each.reason !== null && !HAND.includes(each.reason)) ||
      (each.reason === 'REPLACED' && (!next || each.until <= each.latestEnd)) ||
      (each.reason === 'SEAT_ABOLISHED' && abolished <= each.until)
    );
  });
  expect({ ...told, unlawful }).toEqual({ ...told, unlawful: [] });
}

const HAND = ['PERSONAL', 'MOVED', 'TERM_COMPLETED', 'SEAT_ABOLISHED', 'DECEASED', 'OTHER'];

/** On today and the days around which something happens. */
async function compareDays(scene: Scene): Promise<void> {
  const held = await heldIn(scene.body);
  for (const seat of scene.seats) {
    const turns = held
      .filter((each) => each.seat === seat.id)
      .flatMap(({ from, until, latestEnd }) => [from, until + 1, latestEnd + 1]);
    const around = [seat.opened, seat.abolished, ...turns]
      .filter(Number.isFinite)
      .flatMap((turn) => [turn - 1, turn, turn - 91]);
    const asked = [...new Set([scene.today, ...around])].slice(0, 28);
    const fields = asked.map((on, index) => `d${index}: status(on: "${dayText(on)}")`).join(' ');
    const { vacantSince, ...statuses } = await world.show(seat.id, `vacantSince ${fields}`);
    expect({ held, statuses: Object.values(statuses) }).toEqual({
      held,
      statuses: asked.map((on) => naiveStatus(held, seat, ENDS_SOON_MONTHS, on)),
    });
    expect({ held, vacantSince }).toEqual({ held, vacantSince: naiveVacantSince(held, seat, scene.today) });
  }
}

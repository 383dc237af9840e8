import type { EventListener, Tx } from '../../db/transaction.js';
import { day } from '../../kernel/clock.js';
import type { DomainEvent } from '../../kernel/event.js';
import type { Departing, Departure, TakenBack } from '../../writes/departing.js';
import { eventsOf } from '../../writes/events.js';
import { followDeathsOfRoles } from './deaths-of-roles.js';
import { makePersonTasks } from './tasks/make-person-tasks.js';

/**
 * Event listener: when a departure is recorded or taken back, every feature ends what is its own, or puts it back, in the
 * order in which everybody locks. Before all others, so that they hear of what ends. As the system.
 */
export function departEverywhere(all: readonly Departing[]): EventListener {
  return async (tx, events) => {
    await followDeathsOfRoles(tx, events);
    for (const event of eventsOf(events, 'departure.recorded')) await depart(tx, all, event);
    for (const event of eventsOf(events, 'departure.withdrawn')) await takeBack(tx, all, event);
  };
}

async function depart(
  tx: Tx,
  all: readonly Departing[],
  { subjectId: personId, details }: DomainEvent<'departure.recorded'>,
): Promise<void> {
  const { departureId: id, kind, on } = details;
  const departure: Departure = { id, personId, kind, lastDay: day(on) };
  for (const { lock } of all) await lock?.(tx, personId);
  await tx.query('select people_follow_departure($1)', [id]);
  for (const feature of all) await feature.depart(tx, departure);
  await tx.query('select note_kept_rows($1)', [id]);
  await makePersonTasks(tx, id, kind === 'DECEASED' ? 'DIED' : 'STOPPED');
}

/** The same, backwards. */
async function takeBack(
  tx: Tx,
  all: readonly Departing[],
  { subjectId: personId, details }: DomainEvent<'departure.withdrawn'>,
): Promise<void> {
  const { departureId: id, kind } = details;
  for (const { lock } of all) await lock?.(tx, personId);
  await tx.query('select people_follow_departure($1)', [id]);
  for (const feature of all) {
    await feature.takeBackFirst?.(tx, id);
    const rows: TakenBack[] = [];
    for (const table of feature.tables) rows.push(...(await rowsOf(tx, id, table)));
    await feature.takeBack?.(tx, rows, personId);
  }
  await tx.query('select nobody_died($1)', [personId]);
  await makePersonTasks(tx, id, kind === 'DECEASED' ? 'DEATH_TAKEN_BACK' : 'STOP_TAKEN_BACK');
}

function rowsOf(tx: Tx, departure: string, table: string): Promise<TakenBack[]> {
  return tx.query(
    'select $2::text as table, row_id as id, was, restored, had_begun as "hadBegun" from departure_takes_back($1, $2)',
    [departure, table],
  );
}

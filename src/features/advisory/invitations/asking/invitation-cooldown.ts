import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import { day, isBefore } from '../../../../kernel/clock.js';
import { failure } from '../../../../kernel/failure.js';
import { ask } from '../../../../reads/ask.js';
import { constant, type Sql, sql } from '../../../../reads/sql.js';

/** The maximum number of invitations, from all bodies together, in six months. */
const MOST_INVITATIONS = 3;

// Which invitations `i` are to them is said by the way in which the body knows them, and they are locked: an invitation
// of the same person by another way counts for nothing here, as it would tell that they are one.

/** They said no to this body less than six months ago. */
export async function refuseCooldown(
  tx: Tx,
  bodyId: string,
  toThem: Sql,
  path: readonly string[],
): Promise<void> {
  const [declined] = await asSystem(tx, () =>
    ask<{ on: string | null; until: string | null }>(
      tx,
      sql`select declined."on", rests_until(declined."on") as until from (
         select max(i.answered_on) as "on" from seat_invitations i
         where ${toThem} and i.body_id = ${constant(bodyId)} and i.status = 'DECLINED') declined`,
    ),
  );
  const { on, until } = declined!;
  if (until && !isBefore(day(until), tx.today)) throw failure('IN_COOLDOWN', path, { on, until });
}

/** All bodies together asked them often, including those whose invitations the viewer does not see. */
export async function refuseAskedOften(tx: Tx, toThem: Sql, path: readonly string[]): Promise<void> {
  const [asked] = await asSystem(tx, () =>
    ask<{ times: number }>(
      tx,
      sql`select count(*)::integer as times from seat_invitations i
       where ${toThem} and i.asked_on > invitations_count_since(${constant(tx.today.toString())}::date)`,
    ),
  );
  const { times } = asked!;
  if (times >= MOST_INVITATIONS) throw failure('ASKED_OFTEN', path, { count: times });
}

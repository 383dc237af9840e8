import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import { day, isBefore } from '../../../../kernel/clock.js';
import { failure } from '../../../../kernel/failure.js';
import { ask } from '../../../../reads/ask.js';
import { constant, type Sql, sql } from '../../../../reads/sql.js';

/** The maximum number of invitations in six months, unless it is said why. */
const MOST_INVITATIONS = 3;
/** And whatever is said: each of them is mail. */
const MOST_MOTIVATED = 6;

// Which invitations `i` are to them is said by the way in which the body knows them, and they are locked: an invitation
// of the same person by another way counts for nothing here, as it would tell that they are one.

/** They said no to this body less than six months ago; a person who is known by name, also to everything. */
export async function refuseCooldown(
  tx: Tx,
  bodyId: string,
  toThem: Sql,
  path: readonly string[],
  personId: string | null = null,
): Promise<void> {
  const [declined] = await asSystem(tx, () =>
    ask<LastNo>(
      tx,
      sql`select declined."on", rests_until(declined."on") as until from (
         select greatest(max(i.answered_on), stopped_on(${constant(personId)}::uuid)) as "on" from seat_invitations i
         where ${toThem} and i.body_id = ${constant(bodyId)} and i.status = 'DECLINED') declined`,
    ),
  );
  refuseResting(tx, declined!, path);
}

/** As ISO text; null: they did not say no. */
interface LastNo {
  readonly on: string | null;
  readonly until: string | null;
}

export function refuseResting(tx: Tx, { on, until }: LastNo, path: readonly string[]): void {
  if (until && !isBefore(day(until), tx.today)) throw failure('IN_COOLDOWN', path, { on, until });
}

/** What this body does with them, and the viewer at other bodies: that says nothing of what others did. */
export function byUs(tx: Tx, bodyId: string): Sql {
  return sql`(i.body_id = ${constant(bodyId)} or i.invited_by = ${constant(tx.viewer.accountId)}::uuid)`;
}

/** How often they were asked in six months, also by invitations that the viewer does not see. */
export async function timesAsked(tx: Tx, invitations: Sql): Promise<number> {
  const [asked] = await asSystem(tx, () =>
    ask<{ times: number }>(
      tx,
      sql`select count(*)::integer as times from seat_invitations i
       where ${invitations} and i.asked_on > invitations_count_since(${constant(tx.today.toString())}::date)`,
    ),
  );
  return asked!.times;
}

export function refuseAskedOften(times: number, path: readonly string[]): void {
  if (times >= MOST_INVITATIONS) throw failure('ASKED_OFTEN', path, { count: times });
}

export function refuseAskedTooOften(times: number, path: readonly string[]): void {
  if (times >= MOST_MOTIVATED) throw failure('ASKED_TOO_OFTEN', path, { count: times });
}
